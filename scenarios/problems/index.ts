import type { PlanProblem } from '@muster/plan/problem';
import { articleProblem } from './article.ts';
import { katrinaProblem } from './katrina.ts';
import { nationalProblem } from './national.ts';

/** Problems of known size, made from data and a seed. Those that end in `-full` have every kind of constraint. */
const makers: Readonly<Record<string, (seed: number) => PlanProblem>> = {
  article: articleProblem,
  'article-full': (seed) => articleProblem(seed, true),
  katrina: katrinaProblem,
  'katrina-full': (seed) => katrinaProblem(seed, true),
  national: nationalProblem,
};

export const problemNames: readonly string[] = Object.keys(makers);

/** The problem of that name; undefined where there is none. The same seed makes the same problem on any machine. */
export const makeProblem = (name: string, seed = 1): PlanProblem | undefined =>
  Object.hasOwn(makers, name) ? makers[name]?.(seed) : undefined;
