import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A calendar day, `2025-09-01`. */
export const daySchema = z.string().refine(isDay, 'must be a calendar day such as 2025-09-01').brand<'Day'>();
export type Day = z.infer<typeof daySchema>;

/** A moment with its offset from UTC, `2025-05-09T14:00:00Z`. */
export const instantSchema = z
  .string()
  .refine(isInstant, 'must be a moment with its zone, such as 2025-05-09T14:00:00Z')
  .brand<'Instant'>();
export type Instant = z.infer<typeof instantSchema>;

/** Half-open: the first day is in the period, `toOn` is the first day after it. */
export const periodSchema = z
  .strictObject({ fromOn: daySchema, toOn: daySchema })
  .refine((p) => p.fromOn < p.toOn, 'must end after it begins: toOn is the first day after the period');
export type Period = z.infer<typeof periodSchema>;

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayNumbered(numberOfDay(text as Day)) === text;
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether the first instant comes after the second, whatever zones they are told in. */
export const isLater = (a: Instant, b: Instant): boolean => Temporal.Instant.compare(a, b) > 0;

/** The UTC day on which an instant falls. */
export const dayOf = (at: Instant): Day =>
  Temporal.Instant.from(at).toZonedDateTimeISO('UTC').toPlainDate().toString() as Day;

export const addDays = (day: Day, days: number): Day => dayNumbered(numberOfDay(day) + days);

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => numberOfDay(to) - numberOfDay(from);

// A plan of a nation's year asks for days by the million, and a calendar object for each was half its time. The calendar
// is counted in years that begin in March, so that the leap day comes last.
const daysOfEra = 146_097;

/** Days since 1 March of the year 0. */
function numberOfDay(day: Day): number {
  const month = digits(day, 5, 7);
  const year = digits(day, 0, 4) - (month < 3 ? 1 : 0);
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + digits(day, 8, 10) - 1;
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + inYear;
}

function dayNumbered(number: number): Day {
  const era = Math.floor(number / daysOfEra);
  const inEra = number - era * daysOfEra;
  const ofEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * ofEra + Math.floor(ofEra / 4) - Math.floor(ofEra / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = ((fromMarch + 2) % 12) + 1;
  const year = era * 400 + ofEra + (month < 3 ? 1 : 0);
  if (year < 0 || year > 9999) return Temporal.PlainDate.from('0000-03-01').add({ days: number }).toString() as Day;
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(inYear - Math.floor((153 * fromMarch + 2) / 5) + 1, 2)}` as Day;
}

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) number = number * 10 + text.charCodeAt(i) - 48;
  return number;
}

const padded = (number: number, length: number): string => String(number).padStart(length, '0');

export const lengthDays = (period: Period): number => daysBetween(period.fromOn, period.toOn);

export const covers = (outer: Period, inner: Period): boolean =>
  outer.fromOn <= inner.fromOn && inner.toOn <= outer.toOn;

/** Cuts a period at every given day that lies strictly inside it, earliest first. */
export function cutAt(period: Period, days: readonly Day[]): Period[] {
  const inside = [...new Set(days)].filter((d) => period.fromOn < d && d < period.toOn).sort();
  const edges = [period.fromOn, ...inside, period.toOn];
  return edges.slice(1).map((toOn, i) => ({ fromOn: edges[i] as Day, toOn }));
}
