import { openSolver, openSolverThread, type SolverThread } from '@muster/house/solver';
import { barriers, makePlan, type ProblemSolver } from '@muster/plan';
import type { PlanProblem } from '@muster/plan/problem';
import { toyProblem } from '@muster/plan/problem-testing';
import { makeProblem } from '@muster/scenarios/problems';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { anyNetwork } from './any-network.ts';
import { anyProblem } from './any-problem.ts';
import { historyOf, pictureOf, toyLaw, toyTravel, worldArbitrary } from './toy-world.ts';

const opened: SolverThread[] = [];
const openThread = (terms = {}): SolverThread => {
  const thread = openSolverThread(terms);
  opened.push(thread);
  return thread;
};
afterAll(async () => {
  for (const thread of opened) await thread.close();
});

/** It takes seconds. */
const long = makeProblem('article-full') as PlanProblem;
const toy = toyProblem();
const cancelled = { outcome: 'cancelled', level: expect.any(String) };

describe.each([
  ['all uses written out', {}],
  ['few uses shown', { mostWritten: -1 }],
])('a solver in a thread of its own, with %s', (_, terms) => {
  const thread = openThread(terms);
  const here = openSolver(terms);
  const both = async <T>(ask: (solver: ProblemSolver) => Promise<T>) => {
    const solver = await here;
    expect(await ask(thread)).toEqual(await ask(solver));
  };

  it('has the same plan and proof as one in the thread that asks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyProblem, anyNetwork), (problem) => both((solver) => solver.solve(problem))),
      { numRuns: 40 },
    );
  });

  it('makes the same plan of a record, with the same reasons for whoever lacks', async () => {
    await fc.assert(
      fc.asyncProperty(worldArbitrary, async (world) => {
        const picture = await pictureOf(historyOf(world));
        await both((solver) => makePlan(picture, toyLaw, solver, { ...toyTravel, planId: 'pln_a' as never }));
      }),
      { numRuns: 20 },
    );
  });
});

describe('a solver in a thread of its own', () => {
  const thread = openThread();

  it('lets the thread that asks go on with its work, and stops when it is told to', async () => {
    const cancelling = new AbortController();
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
      if (ticks === 20) cancelling.abort();
    }, 10);
    expect(await thread.solve(long, { signal: cancelling.signal })).toEqual(cancelled);
    clearInterval(ticking);
    expect(ticks).toBeGreaterThanOrEqual(20);
    expect(await thread.solve(toy)).toMatchObject({ outcome: 'solved', solved: { filled: 10 } });
  });

  it('answers one after the other what is asked at once, and leaves out what is cancelled while it waits', async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const without = { problem: toy, lifted: barriers.slice(0, 1), reached: new Map(), standing: [] };
    const asked = [
      thread.solve(long, { signal: first.signal }),
      thread.solve(toy, { signal: second.signal }),
      thread.fillWithout(without, { signal: second.signal }),
      thread.solve(toy),
    ];
    second.abort();
    first.abort();
    expect(await Promise.all(asked)).toEqual([
      cancelled,
      cancelled,
      { unsolved: { outcome: 'cancelled', level: 'lean' } },
      expect.objectContaining({ outcome: 'solved' }),
    ]);
  });

  it('says in words what broke it down, and answers the next question', async () => {
    const why = /^The thread of the solver ended: .+\.$/;
    const broken = await thread.solve({ ...toy, lines: 'none' } as never);
    expect(broken).toMatchObject({ outcome: 'unproved', why: expect.stringMatching(why) });
    expect(await thread.solve(toy)).toMatchObject({ outcome: 'solved' });
  });

  it('cancels what it is at, and what it is asked later, when it is closed', async () => {
    const closing = openThread();
    const running = closing.solve(long);
    setTimeout(() => void closing.close(), 100);
    expect(await running).toEqual(cancelled);
    expect(await closing.solve(toy)).toEqual(cancelled);
  });
});
