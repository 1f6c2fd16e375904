import { parentPort, workerData } from 'node:worker_threads';
import type { FilledWithout, SolveOptions, SolveProgress, WithoutBarriers } from '@muster/plan';
import type { PlanProblem, ProblemAnswer } from '@muster/plan/problem';
import { openSolver, type SolverTerms } from './open-solver.ts';

/** What a solver's thread is asked; `tells` when anybody wants to hear how far it is. */
export type Question =
  | ({ readonly solve: PlanProblem; readonly tells: boolean } & Pick<SolveOptions, 'relaxed' | 'enoughGap'>)
  | { readonly fillWithout: WithoutBarriers };

/** What a solver's thread says: any number of times how far it is, then the answer, or that there is none. */
export type FromThread =
  | { readonly progress: SolveProgress }
  | { readonly answer: ProblemAnswer | FilledWithout }
  | { readonly failed: string };

const port = parentPort;
if (!port) throw new Error('This is run as a thread of openSolverThread.');
const opening = openSolver(workerData as SolverTerms);
const say = (message: FromThread): void => port.postMessage(message);
port.on('message', async (question: Question) => {
  try {
    const solver = await opening;
    if ('fillWithout' in question) return say({ answer: await solver.fillWithout(question.fillWithout) });
    const { solve, tells, ...options } = question;
    const tell = tells ? { onProgress: (progress: SolveProgress) => say({ progress }) } : {};
    say({ answer: await solver.solve(solve, { ...options, ...tell }) });
  } catch (error) {
    say({ failed: error instanceof Error ? error.message : String(error) });
  }
});
