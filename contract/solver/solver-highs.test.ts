import type { SolveProgress } from '@muster/plan';
import { openHighsSolver, openHighsThread, type SolverThread } from '@muster/solver-highs';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { describeSolverContract } from './describe-solver-contract.ts';
import { hardModel } from './hard-model.ts';
import { tinyModel } from './tiny-model.ts';

const opened: SolverThread[] = [];
const openThread = (): SolverThread => {
  const thread = openHighsThread();
  opened.push(thread);
  return thread;
};
afterAll(async () => {
  for (const thread of opened) await thread.close();
});

describeSolverContract('HiGHS (wasm) in the thread that asks', openHighsSolver);
const shared = openThread();
describeSolverContract('HiGHS (wasm) in a thread of its own', async () => shared);

describe('a solver in a thread of its own', () => {
  it('answers as it does in the thread that asks', async () => {
    const here = await openHighsSolver();
    await fc.assert(
      fc.asyncProperty(tinyModel, async ({ model, objectives }) => {
        expect(await shared.solveInOrder(model, objectives)).toEqual(await here.solveInOrder(model, objectives));
      }),
      { numRuns: 50 },
    );
  });

  it('lets the thread that asks go on with its work', async () => {
    const { model, objectives } = hardModel();
    const cancelling = new AbortController();
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
      if (ticks === 20) cancelling.abort();
    }, 10);
    const solution = await shared.solveInOrder(model, objectives, { signal: cancelling.signal });
    clearInterval(ticking);
    expect(solution.outcome).toBe('cancelled');
    expect(ticks).toBeGreaterThanOrEqual(20);
  });

  it('solves one after the other what is asked at once, and leaves out what is cancelled while it waits', async () => {
    const { model, objectives } = hardModel();
    const [first, second] = [new AbortController(), new AbortController()];
    const told: SolveProgress[] = [];
    const onProgress = (p: SolveProgress) => told.push(p);
    const asked = [
      shared.solveInOrder(model, objectives, { signal: first.signal }),
      shared.solveInOrder(model, objectives, { signal: second.signal, onProgress }),
      shared.solveInOrder({ columns: [{ id: 'x', low: 1, high: 2 }], rows: [] }, objectives.slice(0, 0)),
    ];
    second.abort();
    first.abort();
    const outcomes = (await Promise.all(asked)).map((s) => s.outcome);
    expect(outcomes).toEqual(['cancelled', 'cancelled', 'solved']);
    expect(told).toEqual([]);
  });

  it('cancels what it solves, and what it is asked later, when it is closed', async () => {
    const thread = openThread();
    const { model, objectives } = hardModel();
    const running = thread.solveInOrder(model, objectives, { onProgress: () => void thread.close() });
    expect(await running).toEqual({ outcome: 'cancelled', level: 'apart' });
    expect(await thread.solveInOrder(model, objectives)).toEqual({ outcome: 'cancelled', level: 'apart' });
  });
});
