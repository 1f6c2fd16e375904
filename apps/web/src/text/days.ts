import type { Period } from '../data/outcome-parts.ts';

const oneDay = 86_400_000;
const dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const shortDayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const timeFormat = new Intl.DateTimeFormat('en-US', {
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
});

/** "September 22, 2025", of a day or of the day of an instant (in UTC, as the record keeps it). */
export const day = (on: string): string => dayFormat.format(new Date(on));
export const shortDay = (on: string): string => shortDayFormat.format(new Date(on));
/** "2:00 PM UTC" */
export const time = (at: string): string => timeFormat.format(new Date(at));

/** First to last day, both included; a period's `toOn` is the first day after it. */
export const period = ({ fromOn, toOn }: Period): string =>
  shortDayFormat.formatRange(new Date(fromOn), new Date(Date.parse(toOn) - oneDay));

/** Whole days from one day to another; negative when it has gone by. */
export const daysUntil = (today: string, on: string): number =>
  Math.round((Date.parse(on) - Date.parse(today)) / oneDay);
