import type { LawPort } from '@muster/decision/events';
import type { TravelTerms } from './arc.ts';
import { inOrder, type PlanOrdering, recordedName } from './plan-order.ts';
import type { PlanningPicture } from './planning-picture.ts';
import { compileProblem } from './problem/compile-problem.ts';
import type { PlanProblem } from './problem/plan-problem.ts';
import { type ProblemModel, problemModel, type WrittenModel, writeOut } from './problem/problem-model.ts';
import { problemOf } from './problem/problem-of-picture.ts';

/** The question a plan answers. It follows from the record alone, so that a certificate can be checked against it later. */
export interface PosedPlan {
  readonly problem: PlanProblem;
  readonly model: ProblemModel;
  /** The model with every open use, its objectives by the names that plans give them. */
  readonly written: WrittenModel;
}

/** What the planner chooses: when people can set out, how they travel, and what counts before what. */
export interface PosedTerms extends TravelTerms {
  readonly order?: PlanOrdering | undefined;
}

/** Poses the question: a first plan, or, where one stands, the one nearest to it. Undefined while nothing is asked. */
export function posePlan(picture: PlanningPicture, law: LawPort, terms: PosedTerms): PosedPlan | undefined {
  const asked = problemOf(picture, law, terms);
  if (!asked) return undefined;
  const problem = inOrder(asked, terms.order);
  const model = problemModel(compileProblem(problem));
  const written = writeOut(model);
  const objectives = written.objectives.map((o) => ({ ...o, level: recordedName(o.level) }));
  return { problem, model, written: { ...written, objectives } };
}
