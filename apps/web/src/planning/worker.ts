import type { SolveProgress } from '@muster/plan';
import { flowSolver } from '@muster/solver-flow';
import { openHighsSolver } from '@muster/solver-highs';
import type { FromThread, ToThread } from './messages.ts';
import { type PlanFile, planNow, type Solvers, whatIf } from './what-if.ts';

/** The planning thread of the page: the page goes on while it works, and stops it by ending it. */
const tell = (message: FromThread): void => postMessage(message);
const opening: Promise<Solvers> = openHighsSolver().then((solver) => ({ solver, flow: flowSolver }));
let before: Promise<PlanFile | string> | undefined;

addEventListener('message', async ({ data }: MessageEvent<ToThread>) => {
  if ('problem' in data) {
    const onProgress = (progress: SolveProgress) => tell({ plan: 'now', progress });
    before = opening.then((solvers) => planNow(data.problem, solvers, { onProgress }));
    // Whoever asks is told that it failed; nobody else has to be.
    before.catch(() => {});
    return;
  }
  try {
    const [solvers, now] = [await opening, await before];
    if (now === undefined || typeof now === 'string') {
      tell({ answer: { outcome: 'notWorkedOut', why: now ?? 'No problem was given.' } });
      return;
    }
    const onProgress = (progress: SolveProgress) => tell({ plan: 'supposed', progress });
    tell({ answer: await whatIf(now, data.supposed, solvers, { onProgress }) });
  } catch {
    tell({ answer: { outcome: 'notWorkedOut', why: 'The solver could not be fetched, or broke down. Try again.' } });
  }
});
