import type { LinearAnswer, LinearWork, SolverPort } from '@muster/plan';
import { openHighsSolver } from '@muster/solver-highs';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

let solver: SolverPort;
const open: LinearWork[] = [];
beforeAll(async () => {
  solver = await openHighsSolver();
});
afterEach(() => {
  for (const work of open.splice(0)) work.close();
});
async function begin(options = {}): Promise<LinearWork> {
  if (!solver.beginLinear) throw new Error('HiGHS goes step by step.');
  const work = await solver.beginLinear(options);
  open.push(work);
  return work;
}

/** Capacities, and columns that each gain something and take from some of them. */
const packing = fc.record({
  most: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 3 }),
  columns: fc.array(
    fc.record({
      cost: fc.integer({ min: -9, max: 3 }),
      takes: fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 4 })),
    }),
    { minLength: 2, maxLength: 8 },
  ),
});
type Column = { readonly cost: number; readonly takes: readonly number[] };

const rowsOf = (most: readonly number[]) => ({
  low: new Float64Array(most.length).fill(Number.NEGATIVE_INFINITY),
  high: Float64Array.from(most),
});
const columnsOf = (columns: readonly Column[]) => ({
  low: new Float64Array(columns.length),
  high: new Float64Array(columns.length).fill(Number.POSITIVE_INFINITY),
  costs: Float64Array.from(columns, (column) => column.cost),
  entries: {
    starts: Int32Array.from({ length: columns.length + 1 }, (_, i) => i * 3),
    at: Int32Array.from(columns.flatMap(() => [0, 1, 2])),
    coefficients: Float64Array.from(columns.flatMap((column) => column.takes)),
  },
});
const sumOf = (columns: readonly Column[], answer: LinearAnswer): number => {
  if (answer.outcome !== 'solved') throw new Error(JSON.stringify(answer));
  return columns.reduce((sum, { cost }, i) => sum + cost * (answer.values[i] ?? 0), 0);
};

describe('a linear problem solved step by step', () => {
  it('comes to the same whether columns, rows, costs and limits come at once or one after the other', async () => {
    await fc.assert(
      fc.asyncProperty(packing, async ({ most, columns }) => {
        const once = await begin();
        const best = sumOf(columns, await once.solve({ rows: rowsOf(most), columns: columnsOf(columns) }));
        const steps = await begin();
        const [first, ...others] = columns;
        if (!first) return;
        await steps.solve({ rows: rowsOf(most), columns: columnsOf([{ ...first, cost: 0 }]) });
        for (const column of others) await steps.solve({ columns: columnsOf([column]) });
        await steps.solve({ costs: Float64Array.from(columns, (column) => column.cost) });
        const of = Int32Array.of(0, 2);
        await steps.solve({ basis: 'keep', rowHigh: { of, high: Float64Array.of(0, 1) } });
        const back = { of, high: Float64Array.of(most[0] ?? 0, most[2] ?? 0) };
        const answer = await steps.solve({ basis: 'return', rowHigh: back });
        expect(sumOf(columns, answer)).toBeCloseTo(best, 6);
        if (answer.outcome !== 'solved') return;
        const worth = most.reduce((sum, end, row) => sum + end * (answer.duals[row] ?? 0), 0);
        expect(worth).toBeCloseTo(best, 6);
      }),
      { numRuns: 100 },
    );
  });

  it('names what cannot be met', async () => {
    const work = await begin();
    const rows = { low: Float64Array.of(3, 0, 0), high: Float64Array.of(3, 9, 2) };
    const columns = columnsOf([{ cost: 1, takes: [1, 0, 1] }]);
    expect(await work.solve({ rows, columns })).toEqual({ outcome: 'infeasible' });
  });

  it('begins no step once it is cancelled', async () => {
    const cancelling = new AbortController();
    const work = await begin({ signal: cancelling.signal });
    const rows = { low: Float64Array.of(0, 0, 0), high: Float64Array.of(3, 9, 2) };
    const columns = columnsOf([{ cost: -1, takes: [1, 0, 1] }]);
    expect(await work.solve({ rows, columns })).toMatchObject({ outcome: 'solved' });
    cancelling.abort();
    expect(await work.solve({ costs: Float64Array.of(1) })).toEqual({ outcome: 'cancelled' });
  });
});
