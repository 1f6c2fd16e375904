import { gatherPicture, makePlan, type PlanTerms, type SolverPort } from '@muster/plan';
import type { Actor, CommandId, Day, Instant, PlanId, RequestId } from '@muster/terms';
import { type Answer, carryOut, type Means } from './carry-out.ts';

export interface PlanningMeans extends Means {
  readonly solver: SolverPort;
}

/** The order to make a plan: what the planner chooses; all else is read from the record. */
export interface PlanOrder {
  readonly commandId: CommandId;
  readonly at: Instant;
  readonly by: Actor;
  readonly requestId: RequestId;
  readonly planId: PlanId;
  readonly orderOn: Day;
  readonly travelKmPerDay: number;
}

export type Planned = Answer | { readonly outcome: 'unsolved'; readonly why: string };

/**
 * Makes the best plan the record allows and proposes it; where a plan stands, revises that one with
 * the fewest changes. An order that was answered before is answered the same again, without solving.
 */
export async function planRequest(
  means: PlanningMeans,
  order: PlanOrder,
  onProgress?: (done: number, of: number, words: string) => void,
): Promise<Planned> {
  const before = await means.record.answerOf(order.commandId);
  if (before) return JSON.parse(before.answer) as Answer;

  const { commandId, at, by, requestId, ...chosen } = order;
  const picture = await gatherPicture((stream) => means.record.read(stream), { requestId });
  const terms: PlanTerms = picture.plan ? { ...chosen, former: picture.plan } : chosen;
  const made = await makePlan(picture, means.law, means.solver, terms, onProgress);
  if ('unsolved' in made) {
    const { outcome, level } = made.unsolved;
    const why = outcome === 'unproved' ? made.unsolved.why : 'no plan can meet every constraint';
    return { outcome: 'unsolved', why: `The objective "${level}" was not solved: ${why}` };
  }
  return picture.plan
    ? carryOut(means, {
        commandId,
        name: 'RevisePlan',
        at,
        by,
        data: { ...made.plan, replacesPlanId: picture.plan.planId },
      })
    : carryOut(means, { commandId, name: 'ProposePlan', at, by, data: made.plan });
}
