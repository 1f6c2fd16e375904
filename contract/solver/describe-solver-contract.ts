import { checkCertificate, type LinearModel, type SolveProgress, type SolverPort, wholeDuals } from '@muster/plan';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bruteForce } from './brute-force.ts';
import { hardModel } from './hard-model.ts';
import { strangeModel } from './strange-model.ts';
import { tinyModel } from './tiny-model.ts';

/** What every solver must do, whatever it is made of. */
export function describeSolverContract(name: string, open: () => Promise<SolverPort>): void {
  describe(`solver contract: ${name}`, () => {
    it('agrees with trying every answer, in every level and its bound', async () => {
      const solver = await open();
      await fc.assert(
        fc.asyncProperty(tinyModel, async ({ model, objectives }) => {
          const best = bruteForce(model, objectives);
          const solution = await solver.solveInOrder(model, objectives);
          if (!best) {
            expect(solution.outcome).toBe('infeasible');
            return;
          }
          expect(solution.outcome).toBe('solved');
          if (solution.outcome !== 'solved') return;
          expect(solution.levels.map((l) => l.value)).toEqual(best.levels);
          expect(solution.levels.map((l) => l.bound)).toEqual(best.levels);
        }),
        { numRuns: 300 },
      );
    });

    it('gives duals that prove a true bound, and mostly the best', async () => {
      const solver = await open();
      let [levels, proved] = [0, 0];
      await fc.assert(
        fc.asyncProperty(tinyModel, async ({ model, objectives }) => {
          const solution = await solver.solveInOrder(model, objectives);
          if (solution.outcome !== 'solved') return;
          const claims = solution.levels.map((level) => ({
            value: level.value,
            bound: Number.NEGATIVE_INFINITY,
            duals: wholeDuals(model.rows.length, level),
          }));
          const certified = checkCertificate(model, objectives, solution.values, claims);
          if ('fault' in certified) throw new Error(certified.fault);
          for (const [i, { bound, value }] of certified.entries()) {
            expect(bound).toBeLessThanOrEqual(value);
            levels += 1;
            if (bound === solution.levels[i]?.bound) proved += 1;
          }
        }),
        { numRuns: 300 },
      );
      // Where whole people cost more than halves would, duals alone fall short of the best.
      expect(proved / levels).toBeGreaterThan(0.8);
    });

    it('gives whole numbers that keep every row exactly', async () => {
      const solver = await open();
      // The relaxation's best is 1.5 of each: whole people need a branch.
      const model: LinearModel = {
        columns: ['a', 'b', 'c'].map((id) => ({ id, low: 0, high: 3 })),
        rows: [
          [0, 1],
          [1, 2],
          [0, 2],
        ].map((pair, i) => ({ id: `pair ${i}`, low: 3, high: 3, terms: pair.map((c) => [c, 1] as const) })),
      };
      const odd = await solver.solveInOrder(model, [{ level: 'fill', meaning: 'none', terms: [[0, 1]] }]);
      expect(odd).toEqual({ outcome: 'infeasible', level: 'fill' });
    });

    it('answers the same model the same, to the last value', async () => {
      const solver = await open();
      await fc.assert(
        fc.asyncProperty(tinyModel, async ({ model, objectives }) => {
          expect(await solver.solveInOrder(model, objectives)).toEqual(await solver.solveInOrder(model, objectives));
        }),
        { numRuns: 30 },
      );
    });

    it('solves a model of nothing', async () => {
      const solver = await open();
      const nothing = await solver.solveInOrder({ columns: [], rows: [] }, [
        { level: 'fill', meaning: 'none', terms: [] },
      ]);
      expect(nothing).toMatchObject({ outcome: 'solved', values: [], levels: [{ level: 'fill', value: 0, bound: 0 }] });
    });

    it('holds large coefficients exactly', async () => {
      const solver = await open();
      const model: LinearModel = {
        columns: Array.from({ length: 40 }, (_, i) => ({ id: `x${i}`, low: 0, high: 500 })),
        rows: [{ id: 'sum', low: 7001, high: 7001, terms: Array.from({ length: 40 }, (_, i) => [i, 1] as const) }],
      };
      const terms = model.columns.map((_, i) => [i, 4_176_900 + i] as const);
      const solution = await solver.solveInOrder(model, [{ level: 'cost', meaning: 'cents', terms }]);
      // The cheapest 14 columns full, and one more person in the fifteenth.
      const best = terms.slice(0, 14).reduce((n, [, k]) => n + 500 * k, 0) + (4_176_900 + 14);
      expect(solution).toMatchObject({ outcome: 'solved', levels: [{ value: best, bound: best }] });
    });

    it('tells of every level when it begins and how it was solved, in order', async () => {
      const solver = await open();
      await fc.assert(
        fc.asyncProperty(tinyModel, async ({ model, objectives }) => {
          const told: SolveProgress[] = [];
          const solution = await solver.solveInOrder(model, objectives, { onProgress: (p) => told.push(p) });
          if (solution.outcome !== 'solved') return;
          expect([...new Set(told.map((p) => p.level))]).toEqual(objectives.map((o) => o.level));
          for (const { level, value, bound } of solution.levels) {
            const [first, ...rest] = told.filter((p) => p.level === level);
            expect(first).toEqual({ level, seconds: expect.any(Number) });
            expect(rest.at(-1)).toEqual({ level, incumbent: value, bound, gap: 0, seconds: expect.any(Number) });
            for (const p of rest) if (p.incumbent !== undefined) expect(p.incumbent).toBeGreaterThanOrEqual(value);
          }
        }),
        { numRuns: 50 },
      );
    });

    it('solves nothing that is cancelled before it begins', async () => {
      const solver = await open();
      const { model, objectives } = hardModel();
      const solution = await solver.solveInOrder(model, objectives, { signal: AbortSignal.abort() });
      expect(solution).toEqual({ outcome: 'cancelled', level: 'apart' });
    });

    it('stops in the midst when it is cancelled, and answers the next question', async () => {
      const solver = await open();
      const { model, objectives } = hardModel();
      const cancelling = new AbortController();
      let heard: SolveProgress | undefined;
      const onProgress = (progress: SolveProgress) => {
        if (progress.incumbent === undefined || progress.bound === undefined) return;
        heard ??= progress;
        cancelling.abort();
      };
      const solution = await solver.solveInOrder(model, objectives, { signal: cancelling.signal, onProgress });
      expect(solution).toEqual({ outcome: 'cancelled', level: 'apart' });
      expect(heard?.gap).toBeGreaterThan(0);
      const next = await solver.solveInOrder({ columns: [{ id: 'x', low: 2, high: 5 }], rows: [] }, [
        { level: 'fill', meaning: 'for the test', terms: [[0, 1]] },
      ]);
      expect(next).toMatchObject({ outcome: 'solved', values: [2] });
    });

    const column = (low: number, high: number): LinearModel['columns'][number] => ({ id: 'x', low, high });
    const row = (low: number, high: number, ...terms: LinearModel['rows'][number]['terms']) => ({
      id: 'row',
      low,
      high,
      terms,
    });
    const inf = Number.POSITIVE_INFINITY;
    it.each([
      ['a row that cannot be met', [column(0, 5)], [row(6, inf, [0, 1])], 'infeasible'],
      ['a row of nothing that wants something', [column(0, 5)], [row(1, 1)], 'infeasible'],
      ['a row of nothing, without columns', [], [row(1, 1)], 'infeasible'],
      ['a column that contradicts itself', [column(3, 2)], [], 'infeasible'],
      ['a row that contradicts itself', [column(0, 5)], [row(3, 2, [0, 1])], 'infeasible'],
      ['an objective without end', [column(-inf, 5)], [], 'unproved'],
      ['a column that is not a number', [column(0, Number.NaN)], [], 'unproved'],
      ['half a person', [column(0, 0.5)], [], 'unproved'],
      ['a coefficient that is infinite', [column(0, 5)], [row(0, 1, [0, inf])], 'unproved'],
      ['a coefficient beyond what doubles hold exactly', [column(0, 5)], [row(0, 1, [0, 2 ** 60])], 'unproved'],
      ['a column that is not there', [column(0, 5)], [row(0, 1, [7, 1])], 'unproved'],
    ])('names the outcome of %s', async (_, columns, rows, outcome) => {
      const solver = await open();
      const terms = columns.map((_, i) => [i, 1] as const);
      const solution = await solver.solveInOrder({ columns, rows }, [
        { level: 'fill', meaning: 'for the test', terms },
      ]);
      expect(solution).toMatchObject({ outcome, level: 'fill' });
      if (solution.outcome === 'unproved') expect(solution.why).toMatch(/^[A-Z"].+\.$/);
    });

    it('solves with negative numbers, and without any objective', async () => {
      const solver = await open();
      const model = { columns: [column(-9, -2), column(-4, 7)], rows: [row(-8, -8, [0, 1], [1, 2])] };
      const objective = { level: 'fill', meaning: 'for the test', terms: [[1, -3] as const] };
      expect(await solver.solveInOrder(model, [objective])).toMatchObject({ values: [-8, 0], levels: [{ value: 0 }] });
      const any = await solver.solveInOrder(model, []);
      expect(any).toMatchObject({ outcome: 'solved', levels: [] });
      expect(any.outcome === 'solved' && checkCertificate(model, [], any.values, [])).toEqual([]);
    });

    it('answers any numbers with a named outcome, and solves none wrongly', async () => {
      const solver = await open();
      const seen = new Set<string>();
      await fc.assert(
        fc.asyncProperty(strangeModel, async ({ model, objectives }) => {
          const solution = await solver.solveInOrder(model, objectives);
          seen.add(solution.outcome);
          if (solution.outcome !== 'solved') return;
          const claims = solution.levels.map(({ value }) => ({ value, bound: -inf }));
          expect(checkCertificate(model, objectives, solution.values, claims)).not.toHaveProperty('fault');
        }),
        { numRuns: 150 },
      );
      expect([...seen].sort()).toEqual(['infeasible', 'solved', 'unproved']);
    });
  });
}
