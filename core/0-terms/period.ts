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
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}

/** The UTC day on which an instant falls. */
export const dayOf = (at: Instant): Day =>
  Temporal.Instant.from(at).toZonedDateTimeISO('UTC').toPlainDate().toString() as Day;

export const addDays = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString() as Day;

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;

export const lengthDays = (period: Period): number => daysBetween(period.fromOn, period.toOn);

export const covers = (outer: Period, inner: Period): boolean =>
  outer.fromOn <= inner.fromOn && inner.toOn <= outer.toOn;

/** Cuts a period at every given day that lies strictly inside it, earliest first. */
export function cutAt(period: Period, days: readonly Day[]): Period[] {
  const inside = [...new Set(days)].filter((d) => period.fromOn < d && d < period.toOn).sort();
  const edges = [period.fromOn, ...inside, period.toOn];
  return edges.slice(1).map((toOn, i) => ({ fromOn: edges[i] as Day, toOn }));
}
