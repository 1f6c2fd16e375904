import { type Day, daysBetween } from '@muster/terms';

/** How many days before the last day for an answer somebody is reminded of it: once each. */
export const reminderDays = [7, 3, 1] as const;

/** Whole days left to answer: 0 on the last day itself, negative after it. */
export const daysLeft = (on: Day, lastOn: Day): number => daysBetween(on, lastOn);

/**
 * Which reminder is due on this day: of those whose day has come, the last. Undefined while none has, and after the last
 * day. So a Muster that slept through two of them sends one.
 */
export function dueReminder(on: Day, lastOn: Day): number | undefined {
  const left = daysLeft(on, lastOn);
  if (left < 0) return undefined;
  return reminderDays.findLast((days) => left <= days);
}
