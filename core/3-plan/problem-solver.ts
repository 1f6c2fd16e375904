import { type FilledWithout, fillWithout, type WithoutBarriers } from './fill-without.ts';
import { type FoundPlan, type ProvedLevels, proveLevels } from './plan-levels.ts';
import type { FlowPort } from './problem/flow/flow-port.ts';
import type { PlanProblem } from './problem/plan-problem.ts';
import { type ProblemAnswer, type ProblemOptions, solveProblem } from './problem/solve-problem.ts';
import type { Solution, SolveOptions, SolverPort } from './solver-port.ts';

/**
 * Answers the questions that a plan is made of, in whatever thread: questions and answers are plain data. The same question
 * has the same answer. Whatever it is asked, it answers with an outcome and throws nothing.
 */
export interface ProblemSolver {
  /** The best plan for a problem, with all that proves it. */
  solve(problem: PlanProblem, options?: SolveOptions): Promise<ProblemAnswer>;
  /** How far the lines could be filled if some barriers were not. */
  fillWithout(question: WithoutBarriers, options?: Pick<SolveOptions, 'signal'>): Promise<FilledWithout>;
  /** What the duals prove of each level of a plan that was found. */
  prove(plan: FoundPlan, options?: Pick<SolveOptions, 'signal'>): Promise<ProvedLevels | Unproved>;
}

export type Unproved = { readonly unsolved: Exclude<Solution, { outcome: 'solved' }> };

/** A solver in the thread that asks: pure networks are solved as flows, all else step by step. */
export const problemSolver = (
  solver: SolverPort,
  flow: FlowPort,
  terms: Pick<ProblemOptions, 'mostWritten'> = {},
): ProblemSolver => ({
  solve: (problem, options) => solveProblem(problem, solver, { ...terms, ...options, flow }),
  fillWithout: (question, options) => fillWithout(question, solver, { ...terms, ...options }),
  prove: async (plan) => proveLevels(plan),
});
