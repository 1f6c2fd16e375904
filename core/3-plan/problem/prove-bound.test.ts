import { describe, expect, it } from 'vitest';
import { compileProblem } from './compile-problem.ts';
import { problemModel } from './problem-model.ts';
import { proveBound } from './prove-bound.ts';
import { toyLine, toyPool, toyProblem } from './testing.ts';

/** 32 days on each of which counts may change, served by the same people throughout: a use touches 32 rows of its line. */
const period = { fromOn: '2025-06-01', toOn: '2025-07-03' };
const turningDays = Array.from({ length: 31 }, (_, i) => new Date(Date.UTC(2025, 5, 2 + i)).toISOString().slice(0, 10));
const people = 10_000_000;
const modelOf = (personDayCents: number) =>
  problemModel(
    compileProblem(
      toyProblem({
        turningDays: turningDays as never,
        lines: [toyLine('carry-south', { period, people, throughout: true })],
        pools: [toyPool('south-porters', 'south', { people, personDayCents })],
        objectives: ['cost'],
      }),
    ),
  );
/** Every day of the line has the same multiplier: so many cents and so many 2 to the minus 26 of one. */
const certificate = (cents: number, parts: number) => ({
  level: 'cost' as const,
  rows: Array.from({ length: 32 }, (_, row): [number, number] => [row, cents + parts / 2 ** 26]),
  held: [],
});

describe('the bound that multipliers prove', () => {
  // One person costs 32 x 100,000,000 cents and is worth 32 parts more: 10,000,000 people come to 4.77 cents below nothing.
  it('is no higher where sums pass 2^53 on the way and come back', () => {
    expect(proveBound(modelOf(100_000_000), certificate(100_000_000, 1), [0])).toBe(-4);
  });

  it('is the same where they do not', () => {
    expect(proveBound(modelOf(100), certificate(100, 1), [0])).toBe(-4);
  });

  it('is nothing below which doubles would round it up', () => {
    expect(proveBound(modelOf(0), certificate(100_000_000, 0), [0])).toBe(Number.NEGATIVE_INFINITY);
  });

  it('takes a multiplier that no double holds for none', () => {
    const model = problemModel(
      compileProblem(toyProblem({ lines: [toyLine('carry-south')], objectives: ['fill', 'cost'] })),
    );
    expect(proveBound(model, { level: 'cost', rows: [], held: [1e308] }, [0, 0])).toBe(0);
  });
});
