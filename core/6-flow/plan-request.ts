import {
  gatherPicture,
  type Made,
  makePlan,
  type PlanningPicture,
  type PlanOrdering,
  type PlanTerms,
  type PlanWatch,
  type ProblemSolver,
} from '@muster/plan';
import {
  type Actor,
  type CommandId,
  canonicalJson,
  type Day,
  type Instant,
  type PlanId,
  type RequestId,
} from '@muster/terms';
import { carryOut, type Means, reused } from './carry-out.ts';
import { type Answer, mayGive } from './decide-command.ts';

export interface PlanningMeans extends Means {
  readonly solver: ProblemSolver;
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
  /** What counts before what, filling first; what is not named follows as it would be. */
  readonly order?: PlanOrdering | undefined;
}

export type Planned = Answer | { readonly outcome: 'unsolved'; readonly why: string };

/**
 * Makes the best plan the record allows and proposes it; where a plan stands, revises that one with
 * the fewest changes. An order that was answered before is answered the same again, without solving.
 */
export const planRequest = (means: PlanningMeans, order: PlanOrder, watch?: PlanWatch): Promise<Planned> =>
  carryOutOrder(means, order, (picture, chosen) => makePlan(picture, means.law, means.solver, chosen, watch));

/** The same, with whatever else makes plans: the decider trusts no planner. */
export async function carryOutOrder(
  means: Means,
  order: PlanOrder,
  make: (picture: PlanningPicture, chosen: PlanTerms) => Promise<Made>,
): Promise<Planned> {
  const { commandId, at, by, requestId, ...chosen } = order;
  const barred = mayGive('ProposePlan', by);
  if (barred) return { outcome: 'refused', commandId, ...barred };
  const before = await answeredBefore(means, order);
  if (before) return before;

  const picture = await gatherPicture((stream) => means.record.read(stream), { requestId });
  // Without a request there is nothing to solve: the decider says why.
  const made: Made = picture.request ? await make(picture, chosen) : { plan: { requestId, ...chosen, ...nothing } };
  if ('unsolved' in made) {
    return {
      outcome: 'unsolved',
      why: `The objective "${made.unsolved.level}" was not solved: ${whyOf(made.unsolved)}`,
    };
  }
  const answer = await (picture.request && picture.plan
    ? carryOut(means, {
        commandId,
        name: 'RevisePlan',
        at,
        by,
        data: { ...made.plan, replacesPlanId: picture.plan.planId },
      })
    : carryOut(means, { commandId, name: 'ProposePlan', at, by, data: made.plan }));
  // The same order given twice at once makes two plans, of which one is recorded: that one's answer is the order's.
  const isOvertaken = answer.outcome === 'refused' && answer.code === 'COMMAND_REUSED';
  return isOvertaken ? ((await answeredBefore(means, order)) ?? answer) : answer;
}

/** What an order was answered; undefined while it was not. */
async function answeredBefore({ record }: Means, order: PlanOrder): Promise<Answer | undefined> {
  const before = await record.answerOf(order.commandId);
  if (!before) return undefined;
  return cameOf(order, before.commandBody)
    ? (JSON.parse(before.answer) as Answer)
    : reused({ commandId: order.commandId, name: 'ProposePlan' });
}

function whyOf(unsolved: Extract<Made, { unsolved: unknown }>['unsolved']): string {
  if (unsolved.outcome === 'unproved') return unsolved.why;
  return unsolved.outcome === 'cancelled' ? 'the solving was cancelled.' : 'no plan can meet every constraint';
}

const nothing = { requestVersion: 1, assignments: [], lines: [], levels: [], costCents: 0, solver: 'none' };

/** Whether a command came of this very order. The plan itself is the solver's: only what was chosen counts. */
function cameOf(order: PlanOrder, commandBody: string): boolean {
  const { name, by, data } = JSON.parse(commandBody) as { name: string; by: Actor; data: Partial<PlanOrder> };
  const chosen = ({ requestId, planId, orderOn, travelKmPerDay, order }: Partial<PlanOrder>, giver: Actor) =>
    canonicalJson({ requestId, planId, orderOn, travelKmPerDay, order, giver });
  return (name === 'ProposePlan' || name === 'RevisePlan') && chosen(data, by) === chosen(order, order.by);
}
