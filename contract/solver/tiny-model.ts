import type { LinearModel, Objective } from '@muster/plan';
import fc from 'fast-check';

const small = fc.integer({ min: -3, max: 5 });

/** Models small enough to try every answer: up to four columns of up to four people each. */
export const tinyModel = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => {
    const terms = fc
      .array(small, { minLength: width, maxLength: width })
      .map((ks) => ks.map((k, column) => [column, k] as const).filter(([, k]) => k !== 0));
    const row = fc.record({ terms, low: fc.integer({ min: -6, max: 4 }), width: fc.integer({ min: 0, max: 8 }) });
    return fc.record({
      columns: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: width, maxLength: width }),
      rows: fc.array(row, { maxLength: 3 }),
      objectives: fc.array(terms, { minLength: 1, maxLength: 3 }),
    });
  })
  .map(({ columns, rows, objectives }): { model: LinearModel; objectives: Objective[] } => ({
    model: {
      columns: columns.map((high, i) => ({ id: `column ${i}`, low: 0, high })),
      rows: rows.map(({ terms, low, width }, i) => ({ id: `row ${i}`, terms, low, high: low + width })),
    },
    objectives: objectives.map((terms, i) => ({ level: `level ${i}`, meaning: 'for the test', terms })),
  }));
