import { type ProblemSolver, problemSolver } from '@muster/plan';
import { flowSolver } from '@muster/solver-flow';
import { openHighsSolver } from '@muster/solver-highs';

export type SolverTerms = NonNullable<Parameters<typeof problemSolver>[2]>;

/** A solver with every solver that Muster ships, in the thread that asks: that thread does nothing else meanwhile. */
export const openSolver = async (terms: SolverTerms = {}): Promise<ProblemSolver> =>
  problemSolver(await openHighsSolver(), flowSolver, terms);
