import { parentPort } from 'node:worker_threads';
import type { LinearModel, Objective, Solution, SolveProgress } from '@muster/plan';
import { openHighsSolver } from './highs-solver.ts';

/** What a solver's thread is asked. */
export interface ToSolve {
  readonly model: LinearModel;
  readonly objectives: readonly Objective[];
  /** Whether anybody wants to hear how far it is. */
  readonly tells: boolean;
  readonly relaxed?: boolean | undefined;
  readonly enoughGap?: number | undefined;
}

/** What a solver's thread answers: any number of the one, then the other. */
export type FromThread = { readonly progress: SolveProgress } | { readonly solution: Solution };

const port = parentPort;
if (!port) throw new Error('This is run as a thread of openHighsThread.');
const opening = openHighsSolver();
const answer = (message: FromThread): void => port.postMessage(message);
port.on('message', async ({ model, objectives, tells, relaxed, enoughGap }: ToSolve) => {
  const solver = await opening;
  const tell = tells ? { onProgress: (progress: SolveProgress) => answer({ progress }) } : {};
  const options = { ...tell, relaxed, enoughGap };
  answer({ solution: await solver.solveInOrder(model, objectives, options) });
});
