import { exitCodes, type House } from '@muster/house';
import type { Instant, RequestId } from '@muster/terms';
import { actorAs, newCommandId, now, refusedStop } from '../acting.ts';
import { committedWords } from '../print/plan.ts';
import { type Common, print, printJson, Stop, unknownRequest, withHouse } from '../session.ts';

interface CommitOptions {
  /** Whose act it is: `per_sourcing@us.dod`. */
  readonly as: string;
  /** The plan that is meant; the one that stands unless told. */
  readonly plan?: string;
}

export async function commitPlan(id: string, options: Common & CommitOptions): Promise<void> {
  const plan = await withHouse(options, (house) => commitThePlan(house, id as RequestId, options, now()));
  if (options.json) printJson(plan);
  else print(`${plan.planId} is ${committedWords(plan)}`);
}

/** Gives the command `CommitPlan`, and gives back the plan as it then stands. */
export async function commitThePlan(house: House, requestId: RequestId, options: CommitOptions, at: Instant) {
  const by = actorAs(options.as, 'sourcingOfficer', 'per_sourcing@us.dod');
  const outcome = await house.outcome(requestId);
  if (!outcome) throw unknownRequest(requestId);
  const planId = options.plan ?? outcome.plans.at(-1)?.planId;
  if (!planId) {
    throw new Stop(
      'PLAN_UNKNOWN',
      `No plan has been made for "${requestId}" yet: have one made first.`,
      exitCodes.badInput,
    );
  }
  const command = { commandId: newCommandId(), name: 'CommitPlan', at, by, data: { requestId, planId } };
  const answer = await house.carryOut(command);
  if (answer.outcome === 'refused') throw refusedStop(answer);
  const committed = (await house.outcome(requestId))?.plans.find((p) => p.planId === planId);
  if (!committed) throw new Error(`The plan "${planId}" was committed and cannot be found.`);
  return committed;
}
