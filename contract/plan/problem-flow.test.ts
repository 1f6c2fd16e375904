import type { SolverPort } from '@muster/plan';
import {
  checkSolved,
  compileProblem,
  exactCost,
  openPlan,
  openUses,
  type PlanProblem,
  type Supposition,
  solveProblem,
  suppose,
  why,
} from '@muster/plan/problem';
import { toyLine, toyPool, toyProblem } from '@muster/plan/problem-testing';
import { flowSolver as flow } from '@muster/solver-flow';
import { openHighsSolver } from '@muster/solver-highs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyNetwork } from './any-network.ts';

let solver: SolverPort;
beforeAll(async () => {
  solver = await openHighsSolver();
});

/** The best plan by our network simplex and the best by HiGHS. */
async function bothWays(problem: PlanProblem) {
  const flowed = await solveProblem(problem, solver, { flow });
  const solved = await solveProblem(problem, solver);
  if (solved.outcome === 'impossible' && problem.pins.length > 0) {
    expect(flowed).toEqual(solved);
    fc.pre(false);
  }
  if (flowed.outcome !== 'solved' || solved.outcome !== 'solved') throw new Error(JSON.stringify([flowed, solved]));
  return { flowed, solved };
}

async function agree(problem: PlanProblem) {
  const { flowed, solved } = await bothWays(problem);
  expect(flowed.solved.solver).toBe(flow.name);
  expect(flowed.solved.levels).toEqual(solved.solved.levels);
  expect(flowed.solved.gap).toBe(0);
  const checked = checkSolved(compileProblem(problem), flowed.solved, flowed);
  expect(checked).toMatchObject({ holds: true, gap: 0 });
  return flowed;
}

describe('a problem that is a pure network', () => {
  it('has the same values by our network simplex as by HiGHS, level by level, and prices that prove them', async () => {
    await fc.assert(
      fc.asyncProperty(anyNetwork, async (problem) => {
        await agree(problem);
      }),
      { numRuns: 150 },
    );
  });

  it('so it has when it is planned again, as much as can be kept or only where nothing suffers', async () => {
    const supposed = fc.record({
      refuse: fc.constantFrom([], ['north'], ['south']),
      more: fc.constantFrom([], [{ lineId: 'line-0', people: 4 }]),
      without: fc.constantFrom([], ['marine']),
      stable: fc.boolean(),
      mostChanges: fc.option(fc.nat(12), { nil: undefined }),
    });
    let within = 0;
    await fc.assert(
      fc.asyncProperty(anyNetwork, supposed, async (problem, { mostChanges, ...over }) => {
        const before = await agree(problem);
        const supposition: Supposition = { limits: [], pins: [], forbid: [], ...over };
        const again = suppose(problem, before.solved, supposition) as PlanProblem;
        const after = await agree(again);
        const changes = after.solved.levels.find(({ level }) => level === 'changes')?.value ?? 0;
        if (mostChanges === undefined) return;
        // The rule is looked at after: a plan that keeps it is best, and any other is left to a solver that knows it.
        const least = await solveProblem({ ...again, objectives: ['changes'] }, solver);
        const few = { ...again, mostChanges };
        const bounded = await solveProblem(few, solver, { flow });
        if (least.outcome === 'solved' && mostChanges < (least.solved.levels[0]?.value ?? 0)) {
          expect(bounded.outcome).toBe('impossible');
          return;
        }
        if (bounded.outcome !== 'solved') throw new Error(JSON.stringify(bounded));
        expect(checkSolved(compileProblem(few), bounded.solved, bounded)).toMatchObject({ holds: true });
        expect(bounded.solved.solver === flow.name).toBe(changes <= mostChanges);
        if (changes <= mostChanges) within += 1;
      }),
      { numRuns: 80 },
    );
    expect(within).toBeGreaterThan(0);
  });

  it('has prices by which no open use would make it better, looked at one by one', async () => {
    await fc.assert(
      fc.asyncProperty(anyNetwork, async (problem) => {
        const objectives = ['fill', 'arrival', 'cost'] as const;
        const { flowed } = await bothWays({ ...problem, objectives: [...objectives] });
        const c = compileProblem(problem);
        const uses = openUses(c);
        const times = c.stretches.length;
        const firstPool = 1 + problem.lenders.length * times;
        const firstSlot = firstPool + c.pools.length * times;
        for (let use = 0; use < uses.count; use++) {
          const [p, l, s] = [uses.pool[use] ?? 0, uses.line[use] ?? 0, uses.slot[use] ?? 0];
          const { stretch = 0, days = 0 } = c.slots[s] ?? {};
          const { readyDays = 0, personDayCents = 0 } = c.pools[p] ?? {};
          const costs = [0, 0, (readyDays + c.travelDays(p, l)) * days, personDayCents * days];
          const prices = [flowed.prices?.reach, ...(flowed.prices?.levels ?? [])];
          const reduced = costs.map(
            (cost, k) => cost + (prices[k]?.[firstPool + p * times + stretch] ?? 0) - (prices[k]?.[firstSlot + s] ?? 0),
          );
          expect(reduced.find((n) => n !== 0) ?? 0).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is not proved by prices that were changed, nor is any other plan by its prices', async () => {
    await fc.assert(
      fc.asyncProperty(anyNetwork, fc.nat(), fc.nat(), async (problem, pick, by) => {
        const { flowed } = await bothWays(problem);
        const c = compileProblem(problem);
        const { solved, prices } = flowed;
        if (!prices) throw new Error('There are no prices.');
        const at = pick % solved.assignments.length;
        const one = solved.assignments[at];
        if (!one) return;
        // One person fewer, with all figures made to agree: only the prices can tell.
        const assignments = solved.assignments.flatMap((a, i) =>
          i !== at ? [a] : a.people > 1 ? [{ ...a, people: a.people - 1 }] : [],
        );
        const opened = openPlan(c, { assignments }, { certificates: [], prices });
        expect(opened).toMatch(/by their prices|at least .* may be \(pin\)/);
        const level = by % prices.levels.length;
        const node = 1 + (pick % ((prices.levels[level]?.length ?? 1) - 1));
        const changed = prices.levels.map((p, k) => (k === level ? p.with(node, (p[node] ?? 0) + 0.5) : p));
        const half = checkSolved(c, solved, { certificates: [], prices: { ...prices, levels: changed } });
        expect(half).toMatchObject({ holds: false, fault: 'a price is no whole number up to 2^51' });
      }),
      { numRuns: 100 },
    );
    const answer = await solveProblem(toyProblem(), solver, { flow });
    if (answer.outcome !== 'solved' || !answer.prices) throw new Error(JSON.stringify(answer));
    const { prices } = answer;
    const levels = prices.levels.map((level, k) => (k === 1 ? level.map((price, node) => price + node * 1000) : level));
    const certificates: never[] = [];
    expect(
      checkSolved(compileProblem(toyProblem()), answer.solved, { certificates, prices: { ...prices, levels } }),
    ).toMatchObject({
      holds: false,
      fault: expect.stringMatching(/by their prices/),
    });
    const few = checkSolved(compileProblem(toyProblem()), answer.solved, {
      certificates,
      prices: { ...prices, reach: prices.reach.slice(1) },
    });
    expect(few).toMatchObject({ holds: false, fault: expect.stringMatching(/nodes, and \d+ prices/) });
  });

  it('tells exactly what one more and one fewer cost, as solving again does', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(anyNetwork, async (problem) => {
        const { flowed, solved } = await bothWays(problem);
        const c = compileProblem(problem);
        const byPrices = openPlan(c, flowed.solved, flowed);
        // The same plan, with no prices that could tell.
        const bySolver = openPlan(c, flowed.solved, { certificates: solved.certificates });
        if (typeof byPrices === 'string' || typeof bySolver === 'string') throw new Error(`${byPrices} ${bySolver}`);
        for (const { poolId } of problem.pools)
          for (const { lineId } of problem.lines)
            for (const { use, people, exactly, instead } of why(byPrices, poolId, lineId)) {
              if (use === undefined) continue;
              const wants = people > 0 ? (['fewer', 'more'] as const) : (['more'] as const);
              for (const want of wants) {
                const exact = await exactCost(byPrices, use, want, solver);
                const again = await exactCost(bySolver, use, want, solver);
                expect(exact.outcome).toBe(again.outcome);
                if (exact.outcome !== 'solved' || again.outcome !== 'solved') continue;
                expect(exact.moves).toEqual(again.moves);
                if (want === wants[0]) expect(exactly).toEqual(exact);
                told += 1;
              }
              for (const other of instead) expect(other.exactly?.[0]?.by ?? 0).toBeGreaterThanOrEqual(0);
            }
      }),
      { numRuns: 60 },
    );
    expect(told).toBeGreaterThan(100);
  });

  it('tells exactly what it costs to have another there instead, or nobody', async () => {
    await fc.assert(
      fc.asyncProperty(anyNetwork, async (problem) => {
        const { flowed } = await bothWays(problem);
        const plan = openPlan(compileProblem(problem), flowed.solved, flowed);
        if (typeof plan === 'string') throw new Error(plan);
        const { c } = plan.model;
        for (const a of flowed.solved.assignments)
          for (const { instead } of why(plan, a.poolId, a.lineId, a.period.fromOn))
            for (const { poolId, kind = '', exactly } of instead) {
              if (poolId === undefined || !exactly) continue;
              const [use] = why(plan, poolId, a.lineId, a.period.fromOn).filter((one) => one.kind === kind);
              const again = await exactCost(plan, use?.use ?? -1, 'more', solver);
              expect(again).toMatchObject({ outcome: 'solved', moves: exactly });
              expect(c.pools.some((pool) => pool.poolId === poolId)).toBe(true);
            }
      }),
      { numRuns: 60 },
    );
  });

  it('is not taken for one where teams, tours or conditions tie people together', async () => {
    const limit = { limitId: 'so-many', barrier: 'consent', selects: [{}], mostPeople: 5, words: 'five' };
    const turningDays = ['2025-06-10'] as never;
    const tied: Partial<PlanProblem>[] = [
      { pools: [toyPool('teams', 'south', { teamSize: 2 })] },
      { pools: [toyPool('days', 'south', { mostPersonDays: 60 })] },
      { lines: [toyLine('least', { minimum: 3 })] },
      { lines: [toyLine('stays', { throughout: true })], turningDays },
      {
        pools: [toyPool('dwells', 'south', { dwellDays: 5 })],
        lines: [toyLine('once', { throughout: true })],
      },
      {
        pools: [toyPool('either', 'south', { kinds: ['militia', 'marine'] })],
        pins: [{ poolId: 'either', lineId: 'carry-south', people: 1 }],
      },
      { limits: [limit] as never },
      { objectives: ['fill', 'burden'] },
    ];
    for (const over of tied) {
      const answer = await solveProblem(toyProblem(over), solver, { flow });
      expect(answer.outcome === 'solved' && answer.solved.solver).not.toBe(flow.name);
      expect(answer.outcome === 'solved' && answer.prices).toBeUndefined();
    }
  });
});
