import { randomUUID } from 'node:crypto';
import { exitCodes, type House } from '@muster/house';
import { type Actor, actorSchema, type CommandId, type Instant, type RequestId } from '@muster/terms';
import { committedWords } from '../print/plan.ts';
import { type Common, print, printJson, Stop, unknownRequest, withHouse } from '../session.ts';

interface CommitOptions {
  /** Whose act it is: `per_sourcing@us.dod`. */
  readonly as: string;
  /** The plan that is meant; the one that stands unless told. */
  readonly plan?: string;
}

export async function commitPlan(id: string, options: Common & CommitOptions): Promise<void> {
  const now = new Date().toISOString() as Instant;
  const plan = await withHouse(options, (house) => commitThePlan(house, id as RequestId, options, now));
  if (options.json) printJson(plan);
  else print(`${plan.planId} is ${committedWords(plan)}`);
}

/** Gives the command `CommitPlan`, and gives back the plan as it then stands. */
export async function commitThePlan(house: House, requestId: RequestId, options: CommitOptions, at: Instant) {
  const by = sourcingOfficer(options.as);
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
  const commandId = `cmd_${randomUUID()}` as CommandId;
  const answer = await house.carryOut({ commandId, name: 'CommitPlan', at, by, data: { requestId, planId } });
  if (answer.outcome === 'refused') {
    const { code, why, allowed, policies, faults } = answer;
    throw new Stop(code, `${why} ${allowed}`, exitCodes.refused, { policies, faults });
  }
  const committed = (await house.outcome(requestId))?.plans.find((p) => p.planId === planId);
  if (!committed) throw new Error(`The plan "${planId}" was committed and cannot be found.`);
  return committed;
}

function sourcingOfficer(as: string): Actor {
  const [personId, partyId] = as.split('@');
  const read = actorSchema.safeParse({ personId, partyId, role: 'sourcingOfficer' });
  if (read.success) return read.data;
  throw new Stop(
    'ACTOR_UNKNOWN',
    `"${as}" names nobody: write the person and the party, such as per_sourcing@us.dod.`,
    exitCodes.badInput,
  );
}
