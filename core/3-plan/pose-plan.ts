import type { LawPort } from '@muster/decision/events';
import type { TravelTerms } from './arc.ts';
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

/** What plans call the levels of a problem: they have been recorded under these names from the first. */
const names: Readonly<Record<string, string>> = { lean: 'fill', fill: 'days', travel: 'arrival' };

/** Poses the question: a first plan, or, where one stands, the one nearest to it. Undefined while nothing is asked. */
export function posePlan(picture: PlanningPicture, law: LawPort, travel: TravelTerms): PosedPlan | undefined {
  const problem = problemOf(picture, law, travel);
  if (!problem) return undefined;
  const model = problemModel(compileProblem(problem));
  const written = writeOut(model);
  const objectives = written.objectives.map((o) => ({ ...o, level: names[o.level] ?? o.level }));
  return { problem, model, written: { ...written, objectives } };
}
