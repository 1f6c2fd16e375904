import { gatherPicture, type Made, makePlan, type SolverPort } from '@muster/plan';
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
  const { commandId, at, by, requestId, ...chosen } = order;
  const propose = (data: unknown) => carryOut(means, { commandId, name: 'ProposePlan', at, by, data });
  const barred = mayGive('ProposePlan', by);
  if (barred) return { outcome: 'refused', commandId, ...barred };
  const before = await means.record.answerOf(commandId);
  if (before) {
    return cameOf(order, before.commandBody)
      ? (JSON.parse(before.answer) as Answer)
      : reused({ commandId, name: 'ProposePlan' });
  }

  const picture = await gatherPicture((stream) => means.record.read(stream), { requestId });
  // Without a request there is nothing to solve: the decider says why.
  if (!picture.request) return propose({ requestId, ...chosen, ...nothing });
  const made = await makePlan(picture, means.law, means.solver, chosen, onProgress);
  if ('unsolved' in made) {
    return {
      outcome: 'unsolved',
      why: `The objective "${made.unsolved.level}" was not solved: ${whyOf(made.unsolved)}`,
    };
  }
  if (!picture.plan) return propose(made.plan);
  const data = { ...made.plan, replacesPlanId: picture.plan.planId };
  return carryOut(means, { commandId, name: 'RevisePlan', at, by, data });
}

function whyOf(unsolved: Extract<Made, { unsolved: unknown }>['unsolved']): string {
  if (unsolved.outcome === 'unproved') return unsolved.why;
  return unsolved.outcome === 'cancelled' ? 'the solving was cancelled.' : 'no plan can meet every constraint';
}

const nothing = { requestVersion: 1, assignments: [], lines: [], levels: [], costCents: 0, solver: 'none' };

/** Whether a command came of this very order. The plan itself is the solver's: only what was chosen counts. */
function cameOf(order: PlanOrder, commandBody: string): boolean {
  const { name, by, data } = JSON.parse(commandBody) as { name: string; by: Actor; data: Partial<PlanOrder> };
  const chosen = ({ requestId, planId, orderOn, travelKmPerDay }: Partial<PlanOrder>, giver: Actor) =>
    canonicalJson({ requestId, planId, orderOn, travelKmPerDay, giver });
  return (name === 'ProposePlan' || name === 'RevisePlan') && chosen(data, by) === chosen(order, order.by);
}
