import type { LawPort } from '@muster/decision/events';
import type { Line } from '@muster/request/events';
import { cutAt, type Day, type Period } from '@muster/terms';
import type { PlanningPicture } from './planning-picture.ts';

/**
 * The days on which what may be done changes: a line begins or ends, a consent or counsel's condition begins or ends,
 * a provision comes into force or goes out of it, people are committed to another request or free again.
 * Between two of them nothing changes, so one count per pool and line is enough.
 */
export function turningDays(picture: PlanningPicture, law: LawPort): Day[] {
  const days = new Set<Day>(law.turningDays);
  for (const line of picture.request?.lines ?? []) {
    days.add(line.period.fromOn).add(line.period.toOn);
  }
  for (const { state } of picture.consents.values()) {
    if (state.status !== 'granted' && state.status !== 'withdrawn') continue;
    const { period } = state.grant.conditions;
    if (period) days.add(period.fromOn).add(period.toOn);
    if (state.status === 'withdrawn') days.add(state.endsOn);
  }
  for (const { period } of picture.counselPolicies) {
    if (period) days.add(period.fromOn).add(period.toOn);
  }
  for (const { period } of [...picture.committedElsewhere.values()].flat()) days.add(period.fromOn).add(period.toOn);
  return [...days].sort();
}

export const linePeriods = (line: Line, turning: readonly Day[]): Period[] => cutAt(line.period, turning);
