import { checkCertificate, type LinearModel, type SolverPort, wholeDuals } from '@muster/plan';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bruteForce } from './brute-force.ts';
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
  });
}
