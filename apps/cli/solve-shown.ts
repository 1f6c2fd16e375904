import { exitCodes } from '@muster/house';
import { progressWords, type SolverPort } from '@muster/plan';
import { type PlanProblem, type ProblemAnswer, solveProblem } from '@muster/plan/problem';
import { progressBar } from '@muster/server/progress';
import { flowSolver } from '@muster/solver-flow';
import { Stop } from './session.ts';

type Told = Exclude<ProblemAnswer, { outcome: 'unproved' | 'cancelled' }>;

/**
 * Solves a problem; at a terminal a bar shows the level being solved, what is found, the bound and the gap. Ctrl-C ends
 * it at once: nothing is written before there is a plan. What is not proved stops in words.
 */
export async function solveShown(
  problem: PlanProblem,
  solver: SolverPort,
  { enoughGap = 0, title = '' }: { readonly enoughGap?: number; readonly title?: string } = {},
): Promise<Told> {
  const bar = progressBar();
  const of = problem.objectives.length;
  try {
    bar.show(0, of, `${title}looking at who can be where`);
    const answer = await solveProblem(problem, solver, {
      flow: flowSolver,
      enoughGap,
      onProgress: (p) =>
        bar.show(Math.max(0, problem.objectives.indexOf(p.level as never)), of, `${title}${progressWords(p)}`),
    });
    if (answer.outcome === 'cancelled')
      throw new Stop('PLAN_CANCELLED', 'The solving was stopped.', exitCodes.interrupted);
    if (answer.outcome === 'unproved') throw new Stop('PLAN_UNPROVED', answer.why, exitCodes.refused);
    return answer;
  } finally {
    bar.end();
  }
}
