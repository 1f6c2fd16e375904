import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { addDays, type Day, daySchema, daysBetween } from './period.ts';

const year = fc.integer({ min: 0, max: 9998 });
const days = fc
  .record({ year, month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) })
  .map((parts) => Temporal.PlainDate.from(parts).toString() as Day);

it('counts days as the calendar does, whatever the year', () => {
  fc.assert(
    fc.property(days, days, fc.integer({ min: -800, max: 800 }), (from, to, more) => {
      const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
      expect(daysBetween(from, to)).toBe(first.until(last, { largestUnit: 'day' }).days);
      expect(addDays(from, more)).toBe(first.add({ days: more }).toString());
    }),
    { numRuns: 5_000 },
  );
  expect(addDays('9999-12-31' as Day, 1)).toBe('+010000-01-01');
});

it('takes what is a day of the calendar, and nothing else', () => {
  for (const day of ['2024-02-29', '2000-02-29', '0000-01-01', '9999-12-31']) expect(daySchema.parse(day)).toBe(day);
  for (const text of [
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-4-1',
    '',
    '2024-01-00',
  ])
    expect(daySchema.safeParse(text).success, text).toBe(false);
  fc.assert(
    fc.property(year, fc.nat(15), fc.nat(34), (y, month, day) => {
      const text = [String(y).padStart(4, '0'), ...[month, day].map((n) => String(n).padStart(2, '0'))].join('-');
      const date = () => Temporal.PlainDate.from({ year: y, month, day }, { overflow: 'reject' });
      const isDay = (() => {
        try {
          return date().toString() === text;
        } catch {
          return false;
        }
      })();
      expect(daySchema.safeParse(text).success, text).toBe(isDay);
    }),
    { numRuns: 5_000 },
  );
});
