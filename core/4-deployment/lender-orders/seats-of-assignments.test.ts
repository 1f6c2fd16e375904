import type { Assignment } from '@muster/plan/events';
import { addDays, type Day } from '@muster/terms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seats } from '../testing.ts';
import { seatsOfAssignments } from './seats-of-assignments.ts';

const first = '2025-06-01' as Day;
const day = (n: number): Day => addDays(first, n);
const assigned = (from: number, to: number, people: number, over: object = {}) =>
  ({
    ...seats(people),
    period: { fromOn: day(from), toOn: day(to) },
    lenderId: 'north',
    ...over,
  }) as unknown as Assignment;
const told = (assignments: readonly Assignment[]) =>
  seatsOfAssignments(assignments).map(({ period, people }) => [period.fromOn, period.toOn, people]);

describe('the seats of a plan', () => {
  it('last as long as somebody is needed, over every stretch into which the plan was cut', () => {
    expect(told([assigned(0, 10, 5), assigned(10, 20, 5)])).toEqual([[day(0), day(20), 5]]);
    expect(told([assigned(0, 10, 5), assigned(10, 20, 8)])).toEqual([
      [day(0), day(20), 5],
      [day(10), day(20), 3],
    ]);
  });

  it('end first for whoever came first', () => {
    expect(told([assigned(0, 5, 3), assigned(5, 10, 5), assigned(10, 15, 2)])).toEqual([
      [day(0), day(10), 3],
      [day(5), day(15), 2],
    ]);
  });

  it('are apart by line, pool and kind, and begin anew after a gap', () => {
    const other = { lineId: 'lin_b' };
    expect(told([assigned(0, 5, 3), assigned(0, 5, 2, other), assigned(7, 9, 3)])).toEqual([
      [day(0), day(5), 3],
      [day(7), day(9), 3],
      [day(0), day(5), 2],
    ]);
    expect(seatsOfAssignments([])).toEqual([]);
  });

  it('are on every day just as many as the plan sends', () => {
    const stretch = fc
      .record({
        from: fc.integer({ min: 0, max: 25 }),
        days: fc.integer({ min: 1, max: 10 }),
        people: fc.integer({ min: 1, max: 9 }),
      })
      .map(({ from, days, people }) => assigned(from, from + days, people));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 8 }), (plan) => {
        const given = seatsOfAssignments(plan);
        const on = (all: readonly Pick<Assignment, 'period' | 'people'>[], d: Day) =>
          all.reduce((n, a) => n + (a.period.fromOn <= d && d < a.period.toOn ? a.people : 0), 0);
        for (let n = 0; n < 40; n++) expect(on(given, day(n))).toBe(on(plan, day(n)));
        // Nobody leaves on the day on which somebody comes for the same seats.
        const begins = new Set(given.map((s) => s.period.fromOn));
        expect(given.every((s) => !begins.has(s.period.toOn))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
