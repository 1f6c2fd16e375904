import type { LawPort } from '@muster/decision/events';
import type { TravelTerms } from './arc.ts';
import { inOrder, type PlanOrdering } from './plan-order.ts';
import type { PlanningPicture } from './planning-picture.ts';
import type { PlanProblem } from './problem/plan-problem.ts';
import { problemOf } from './problem/problem-of-picture.ts';

/** What the planner chooses: when people can set out, how they travel, and what counts before what. */
export interface PosedTerms extends TravelTerms {
  readonly order?: PlanOrdering | undefined;
}

/**
 * Poses the question that a plan answers: a first plan, or, where one stands, the one nearest to it. It follows from the record
 * alone, so that a certificate can be checked against it later. Undefined while nothing is asked.
 */
export function poseProblem(picture: PlanningPicture, law: LawPort, terms: PosedTerms): PlanProblem | undefined {
  const asked = problemOf(picture, law, terms);
  return asked && inOrder(asked, terms.order);
}
