import { parentPort, workerData } from 'node:worker_threads';
import {
  type CheckedLevels,
  type FilledWithout,
  type FoundPlan,
  faultOfLevels,
  type ProblemSolver,
  type ProvedLevels,
  type SolveOptions,
  type SolveProgress,
  type StatedPlan,
  type Unproved,
  type WithoutBarriers,
} from '@muster/plan';
import type { PlanProblem, ProblemAnswer } from '@muster/plan/problem';
import { openSolver, type SolverTerms } from './open-solver.ts';

/** What a solver's thread is asked; `tells` when anybody wants to hear how far it is. */
export type Question =
  | ({ readonly solve: PlanProblem; readonly tells: boolean } & Pick<SolveOptions, 'relaxed' | 'enoughGap'>)
  | { readonly fillWithout: WithoutBarriers }
  | { readonly prove: FoundPlan }
  | { readonly check: StatedPlan };

export type ThreadAnswer = ProblemAnswer | FilledWithout | ProvedLevels | Unproved | CheckedLevels;

/** What a solver's thread says: any number of times how far it is, then the answer, or that there is none. */
export type FromThread =
  | { readonly progress: SolveProgress }
  | { readonly answer: ThreadAnswer }
  | { readonly failed: string };

const port = parentPort;
if (!port) throw new Error('This is run as a thread of openSolverThread.');
let opening: Promise<ProblemSolver> | undefined;
const say = (message: FromThread): void => port.postMessage(message);
port.on('message', async (question: Question) => {
  try {
    if ('check' in question) return say({ answer: { fault: faultOfLevels(question.check) } });
    opening ??= openSolver(workerData as SolverTerms);
    const solver = await opening;
    if ('prove' in question) return say({ answer: await solver.prove(question.prove) });
    if ('fillWithout' in question) return say({ answer: await solver.fillWithout(question.fillWithout) });
    const { solve, tells, ...options } = question;
    const tell = tells ? { onProgress: (progress: SolveProgress) => say({ progress }) } : {};
    say({ answer: await solver.solve(solve, { ...options, ...tell }) });
  } catch (error) {
    say({ failed: error instanceof Error ? error.message : String(error) });
  }
});
