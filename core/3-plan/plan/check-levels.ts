import { kindKey, type LawPort, opinionLacking } from '@muster/decision/events';
import { type Refusal, refuse } from '@muster/terms';
import type { Plan } from '../events.ts';
import { faultOfLevels, type StatedPlan } from '../plan-levels.ts';
import type { PlanningPicture } from '../planning-picture.ts';
import { poseProblem } from '../pose-problem.ts';
import { problemPoolId } from '../problem/problem-of-picture.ts';

/** Adds up in a thread of its own what proves a plan; undefined when that thread has no answer. */
export interface LevelChecker {
  /** It is asked where there are at least so many pairs of pools and lines: to add up is work of more than a moment there. */
  readonly fromPairs: number;
  check(plan: StatedPlan): Promise<CheckedLevels | undefined>;
}

/** What is wrong with what a plan states of its levels, if anything is. */
export interface CheckedLevels {
  readonly fault?: string | undefined;
}

/** Whoever decides on a plan may have its levels checked beforehand, elsewhere. */
export interface CheckingTools {
  readonly law: LawPort;
  readonly levelChecker?: LevelChecker | undefined;
}

/** What is known when a plan is decided on. */
export interface PlanToCheck extends PlanningPicture {
  /** Absent where its levels were not checked beforehand. */
  readonly checkedLevels?: CheckedLevels | undefined;
}

/** The picture, with a large plan's levels checked in another thread: in this one nobody would be answered for seconds. */
export async function checkApart(picture: PlanningPicture, plan: Plan, tools: CheckingTools): Promise<PlanToCheck> {
  const { request, offers } = picture;
  const { law, levelChecker } = tools;
  const pools = offers.reduce((n, offer) => n + offer.pools.length, 0);
  if (!levelChecker || !request || pools * request.lines.length < levelChecker.fromPairs) return picture;
  // A plan that is refused for this is not looked at any further.
  if (request.requestVersion !== plan.requestVersion || opinionLacking(picture.opinion, request, plan.orderOn, ''))
    return picture;
  const stated = statedPlan(picture, law, plan);
  return { ...picture, checkedLevels: stated && (await levelChecker.check(stated)) };
}

/**
 * A plan states how well it does at each objective, below what no plan can lie, and the duals that prove it. The question
 * is posed again here from the record, and all is added up again: it makes no difference in which thread.
 */
export function checkLevels(picture: PlanToCheck, law: LawPort, plan: Plan, asked: string): Refusal | undefined {
  const { fault } = picture.checkedLevels ?? checkHere(picture, law, plan);
  if (fault === undefined) return undefined;
  return refuse('PLAN_FIGURES_WRONG', {
    asked,
    why: fault,
    allowed: 'State what the assignments add up to and what the duals prove; plan again if the record has changed.',
  });
}

function checkHere(picture: PlanningPicture, law: LawPort, plan: Plan): CheckedLevels {
  const stated = statedPlan(picture, law, plan);
  return { fault: stated ? faultOfLevels(stated) : 'No request stands submitted.' };
}

/** A plan of the record in the names of its problem. */
function statedPlan(picture: PlanningPicture, law: LawPort, plan: Plan): StatedPlan | undefined {
  const problem = poseProblem(picture, law, plan);
  const assignments = plan.assignments.map(({ poolId, lenderId, kind, ...rest }) => ({
    ...rest,
    lenderId,
    poolId: problemPoolId(lenderId, poolId),
    kind: kindKey(kind),
  }));
  return problem && { problem, assignments, levels: plan.levels };
}
