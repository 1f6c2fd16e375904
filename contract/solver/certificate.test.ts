import { boundByDuals, checkCertificate, greatestCommonDivisor, type WholeDuals, wholeDuals } from '@muster/plan';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bruteForce } from './brute-force.ts';
import { tinyModel } from './tiny-model.ts';

const none: WholeDuals = { per: 1, rows: [], held: [] };
const anyNumber = fc.oneof(
  fc.integer({ min: -30, max: 30 }),
  fc.integer({ min: -(2 ** 53) + 1, max: 2 ** 53 - 1 }),
  fc.constantFrom(0, 0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);
const anyDuals = fc.record({
  per: fc.oneof(fc.integer({ min: -1, max: 12 }), anyNumber),
  rows: fc.array(anyNumber, { maxLength: 5 }),
  held: fc.array(anyNumber, { maxLength: 3 }),
});

describe('a bound by duals', () => {
  it('never exceeds the true best, whatever the duals', () => {
    let better = 0;
    fc.assert(
      fc.property(tinyModel, fc.array(anyDuals, { minLength: 3, maxLength: 3 }), ({ model, objectives }, duals) => {
        const best = bruteForce(model, objectives);
        if (!best) return;
        for (const [i, objective] of objectives.entries()) {
          const held = objectives.slice(0, i).map((o, j) => ({ objective: o, value: best.levels[j] ?? 0 }));
          const bound = boundByDuals(model, objective, held, duals[i] ?? none);
          expect(bound).toBeLessThanOrEqual(best.levels[i] ?? 0);
          if (bound > boundByDuals(model, objective, held, none)) better += 1;
        }
      }),
      { numRuns: 2_000 },
    );
    expect(better).toBeGreaterThan(0);
  });

  it('is what the rows prove, rounded up to what the objective can be', () => {
    // 4 x + 6 y over x + y >= 2, 2 x <= 3: at least 9 by halves, so 10 by twos.
    const model = {
      columns: ['x', 'y'].map((id) => ({ id, low: 0, high: 5 })),
      rows: [
        { id: 'enough', low: 2, high: Number.POSITIVE_INFINITY, terms: [[0, 1] as const, [1, 1] as const] },
        { id: 'few', low: Number.NEGATIVE_INFINITY, high: 3, terms: [[0, 2] as const] },
      ],
    };
    const objective = { level: 'cost', meaning: 'for the test', terms: [[0, 4] as const, [1, 6] as const] };
    expect(greatestCommonDivisor(objective.terms)).toBe(2);
    expect(boundByDuals(model, objective, [], { per: 1, rows: [6, -1], held: [] })).toBe(10);
    expect(boundByDuals(model, objective, [], none)).toBe(0);
    // Leaning on ends that the rows do not have proves nothing more.
    expect(boundByDuals(model, objective, [], { per: 1, rows: [-6, 1], held: [] })).toBe(0);
  });

  it('is exact beyond what doubles can add', () => {
    const huge = 2 ** 52 - 1;
    const model = {
      columns: [0, 1, 2].map((i) => ({ id: `x${i}`, low: -huge, high: huge })),
      rows: [{ id: 'sum', low: 1, high: 1, terms: [0, 1, 2].map((i) => [i, huge] as const) }],
    };
    const objective = { level: 'sum', meaning: 'for the test', terms: [0, 1, 2].map((i) => [i, 3 * i + 1] as const) };
    // With the dual of the row being `huge`, each column's reduced cost is 1, 4, 7 less huge squared, at its high end.
    const square = BigInt(huge) * BigInt(huge);
    const exact = BigInt(huge) + [1n, 4n, 7n].reduce((n, c) => n + (c - square) * BigInt(huge), 0n);
    expect(exact).toBeLessThan(BigInt(Number.MIN_SAFE_INTEGER));
    expect(boundByDuals(model, objective, [], { per: 1, rows: [huge], held: [] })).toBe(Number.NEGATIVE_INFINITY);
    // The same in small: what two terms beyond 2^53 leave of each other is kept to the last unit.
    const pair = {
      columns: [
        { id: 'x', low: huge, high: huge },
        { id: 'y', low: huge, high: huge },
      ],
      rows: [],
    };
    const apart = { level: 'apart', meaning: 'for the test', terms: [[0, huge] as const, [1, 1 - huge] as const] };
    expect(boundByDuals(pair, apart, [], none)).toBe(huge);
  });

  it('finds the fractions that a solver writes in floating point', () => {
    const duals = [-17 - 4 / 7, -461 / 368, 22.75, 1e-13].map((value, row) => [row, value] as const);
    const whole = wholeDuals(5, { duals, heldDuals: [-1 / 23] });
    expect(whole).toEqual({ per: 2576, rows: [-123 * 368, -461 * 7, 22.75 * 2576, 0, 0], held: [-112] });
  });
});

describe('a certificate', () => {
  // Two lenders of 3, a line of 5: one person is lacking at 16 each; then as cheap as can be.
  const model = {
    columns: [
      { id: 'a', low: 0, high: 3 },
      { id: 'b', low: 0, high: 3 },
      { id: 'lack', low: 0, high: 7 },
    ],
    rows: [{ id: 'line', low: 7, high: 7, terms: [0, 1, 2].map((i) => [i, 1] as const) }],
  };
  const objectives = [
    { level: 'fill', meaning: 'for the test', terms: [[2, 16] as const] },
    { level: 'cost', meaning: 'for the test', terms: [[0, 30] as const, [1, 20] as const] },
  ];
  const values = [3, 3, 1];
  const levels = [
    { value: 16, bound: 16, duals: { per: 1, rows: [16], held: [] } },
    { value: 150, bound: 150, duals: { per: 8, rows: [240], held: [-15] } },
  ];

  it('that holds gives every level as proved', () => {
    expect(checkCertificate(model, objectives, values, levels)).toEqual([
      { level: 'fill', value: 16, bound: 16, gap: 0 },
      { level: 'cost', value: 150, bound: 150, gap: 0 },
    ]);
  });

  const tampered = (i: number, over: object) => levels.map((level, j) => (i === j ? { ...level, ...over } : level));
  it.each([
    ['a row is broken', [3, 3, 0], levels, '"line" comes to 6, outside 7 to 7.'],
    ['a column is broken', [4, 2, 1], levels, 'The value of "a" is 4, outside 0 to 3.'],
    ['a person is halved', [2.5, 3, 1.5], levels, 'The value of "a" must be a whole number; it is 2.5.'],
    ['a value is missing', [3, 3], levels, 'There are 3 columns, and 2 values.'],
    ['a level is missing', values, levels.slice(1), 'There are 2 objectives, and 1 levels are claimed.'],
    ['a value is prettier', values, tampered(0, { value: 0 }), 'The objective "fill" is 16, and 0 is claimed.'],
    ['a bound is prettier', values, tampered(1, { bound: 151 }), 'to be at least 151, and its duals prove 150.'],
    ['a bound is no number', values, tampered(1, { bound: Number.NaN }), 'at least NaN, and its duals prove 150.'],
    ['the duals are left out', values, tampered(0, { duals: undefined }), 'at least 16, and its duals prove 0.'],
    [
      'a worse plan borrows them',
      [2, 3, 2],
      tampered(0, { value: 32, bound: 32 }),
      'at least 32, and its duals prove 16.',
    ],
  ])('is refused where %s', (_, columns, claimed, fault) => {
    const checked = checkCertificate(model, objectives, columns, claimed);
    expect('fault' in checked && checked.fault).toContain(fault);
  });

  it('is refused for a model that is not of whole numbers', () => {
    const half = { ...model, rows: [{ id: 'half', low: 0.5, high: 1, terms: [] }] };
    expect(checkCertificate(half, objectives, values, levels)).toEqual({
      fault: 'The limits of "half" must be whole numbers up to 2^53, or infinite; one is 0.5.',
    });
  });

  it('never lets a tampered dual prove more than is true', () => {
    fc.assert(
      fc.property(anyDuals, anyDuals, (first, second) => {
        const checked = checkCertificate(model, objectives, values, [
          { value: 16, bound: Number.NEGATIVE_INFINITY, duals: first },
          { value: 150, bound: Number.NEGATIVE_INFINITY, duals: second },
        ]);
        if ('fault' in checked) throw new Error(checked.fault);
        expect(checked[0]?.bound).toBeLessThanOrEqual(16);
        expect(checked[1]?.bound).toBeLessThanOrEqual(150);
      }),
    );
  });
});
