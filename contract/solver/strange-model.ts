import type { LinearModel, Objective } from '@muster/plan';
import fc from 'fast-check';

const most = Number.MAX_SAFE_INTEGER;
const whole = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -20, max: 20 }) },
  fc.integer({ min: -most, max: most }),
  fc.constantFrom(0, 2 ** 31, -(2 ** 31), 2 ** 40, most, -most, 1e15),
);
const end = fc.oneof(
  { weight: 9, arbitrary: whole },
  fc.constantFrom(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);
const any = fc.oneof({ weight: 40, arbitrary: end }, fc.constantFrom(0.5, Number.NaN, 1e300, 5e-324, -0));

/** Small models of numbers that nobody would plan with: huge, negative, infinite, broken, contradictory. */
export const strangeModel = fc
  .record({
    columns: fc.array(fc.tuple(any, any), { maxLength: 4 }),
    rows: fc.array(fc.record({ low: any, high: any, ks: fc.array(any, { maxLength: 4 }) }), { maxLength: 3 }),
    objectives: fc.array(fc.array(any, { maxLength: 4 }), { maxLength: 2 }),
  })
  .map(({ columns, rows, objectives }): { model: LinearModel; objectives: Objective[] } => {
    const terms = (ks: readonly number[]) => ks.slice(0, columns.length).map((k, column) => [column, k] as const);
    return {
      model: {
        columns: columns.map(([a, b], i) => ({ id: `column ${i}`, low: Math.min(a, b), high: Math.max(a, b) })),
        rows: rows.map(({ low, high, ks }, i) => ({ id: `row ${i}`, low, high, terms: terms(ks) })),
      },
      objectives: objectives.map((ks, i) => ({ level: `level ${i}`, meaning: 'for the test', terms: terms(ks) })),
    };
  });
