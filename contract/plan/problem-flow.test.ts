import type { SolverPort } from '@muster/plan';
import { checkSolved, compileProblem, type PlanProblem, solveProblem } from '@muster/plan/problem';
import { toyLender, toyLine, toyPool, toyProblem } from '@muster/plan/problem-testing';
import { flowSolver } from '@muster/solver-flow';
import { openHighsSolver } from '@muster/solver-highs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

let solver: SolverPort;
beforeAll(async () => {
  solver = await openHighsSolver();
});
const byFlow = { flow: flowSolver, mostWritten: -1 };

const days = [
  { fromOn: '2025-06-01', toOn: '2025-06-16' },
  { fromOn: '2025-06-16', toOn: '2025-07-01' },
  { fromOn: '2025-06-01', toOn: '2025-07-01' },
] as const;
const places = ['north-land', 'south-land', 'isle-land'] as const;
const lenders = ['north', 'south', 'isle'] as const;

const pureProblems: fc.Arbitrary<PlanProblem> = fc
  .record({
    pools: fc.array(
      fc.record({
        lender: fc.constantFrom(...lenders),
        people: fc.integer({ min: 0, max: 12 }),
        skillId: fc.constantFrom('porter', 'healer'),
        readyDays: fc.integer({ min: 0, max: 9 }),
        personDayCents: fc.integer({ min: 50, max: 400 }),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    lines: fc.array(
      fc.record({
        people: fc.integer({ min: 1, max: 15 }),
        skillId: fc.constantFrom('porter', 'healer'),
        placeId: fc.constantFrom(...places),
        period: fc.constantFrom(...days),
        priority: fc.integer({ min: 1, max: 5 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    reserve: fc.integer({ min: 0, max: 8 }),
  })
  .map(({ pools, lines, reserve }) =>
    toyProblem({
      lenders: lenders.map((l) => toyLender(l, { reserve })),
      pools: pools.map(({ lender, ...p }, i) => toyPool(`pool-${i}`, lender, p)),
      lines: lines.map((l, i) => toyLine(`line-${i}`, l)),
      objectives: ['fill', 'arrival', 'cost'],
    } as never),
  );

describe('a problem that is a pure network', () => {
  it('has the same values by our network simplex as by HiGHS, level by level, and prices that prove them', async () => {
    await fc.assert(
      fc.asyncProperty(pureProblems, async (problem) => {
        const [flowed, solved] = [await solveProblem(problem, solver, byFlow), await solveProblem(problem, solver)];
        if (flowed.outcome !== 'solved' || solved.outcome !== 'solved')
          throw new Error(JSON.stringify([flowed, solved]));
        expect(flowed.solved.solver).toBe(flowSolver.name);
        expect(flowed.solved.levels).toEqual(solved.solved.levels);
        expect(flowed.solved.gap).toBe(0);
        expect(checkSolved(compileProblem(problem), flowed.solved, flowed, flowSolver)).toMatchObject({
          holds: true,
          gap: 0,
        });
      }),
      { numRuns: 150 },
    );
  });

  it('is not proved by prices that were changed, nor by prices nobody checks', async () => {
    const problem = toyProblem();
    const answer = await solveProblem(problem, solver, byFlow);
    if (answer.outcome !== 'solved' || !answer.prices) throw new Error(JSON.stringify(answer));
    const c = compileProblem(problem);
    const { prices } = answer;
    const levels = prices.levels.map((level, k) => (k === 1 ? level.map((price, node) => price + node * 1000) : level));
    expect(checkSolved(c, answer.solved, { certificates: [], prices: { ...prices, levels } }, flowSolver).holds).toBe(
      false,
    );
    expect(checkSolved(c, answer.solved, answer)).toEqual({ holds: false, fault: 'prices are not checked here' });
  });

  it('is not taken for one where teams, tours or conditions tie people together', async () => {
    const limit = { limitId: 'so-many', barrier: 'consent', selects: [{}], mostPeople: 5, words: 'five' };
    const tied: Partial<PlanProblem>[] = [
      { pools: [toyPool('teams', 'south', { teamSize: 2 })] },
      { lines: [toyLine('least', { minimum: 3 })] },
      { limits: [limit] as never },
      { objectives: ['fill', 'burden'] },
    ];
    for (const over of tied) {
      const answer = await solveProblem(toyProblem(over), solver, byFlow);
      expect(answer.outcome === 'solved' && answer.solved.solver).not.toBe(flowSolver.name);
      expect(answer.outcome === 'solved' && answer.prices).toBeUndefined();
    }
  });
});
