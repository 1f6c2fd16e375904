import { type LineId, lengthDays, type Refusal, refuse } from '@muster/terms';
import type { Assignment, LineOutcome, Plan } from '../events.ts';
import { costOf } from '../make-plan.ts';
import type { PlanningPicture } from '../planning-picture.ts';

/** People of these assignments at the fullest: the most there at any time, by a key. */
export function peopleAtFullest<K extends string, A extends Pick<Assignment, 'period' | 'people'>>(
  assignments: readonly A[],
  keyOf: (a: A) => K,
): Map<K, number> {
  const most = new Map<K, number>();
  for (const day of new Set(assignments.map((a) => a.period.fromOn))) {
    const sums = new Map<K, number>();
    for (const a of assignments) {
      if (a.period.fromOn <= day && day < a.period.toOn) sums.set(keyOf(a), (sums.get(keyOf(a)) ?? 0) + a.people);
    }
    for (const [key, sum] of sums) most.set(key, Math.max(most.get(key) ?? 0, sum));
  }
  return most;
}

/** People on each line throughout its period, in all. */
export const filledThroughout = (lines: readonly LineOutcome[]): number => lines.reduce((n, l) => n + l.filled, 0);

/**
 * A plan states figures of its own: people filled and short, and the cost. They must be what its
 * assignments add up to. Undefined when they are.
 */
export function checkFigures(picture: PlanningPicture, plan: Plan, asked: string): Refusal | undefined {
  const wrong = (why: string) =>
    refuse('PLAN_FIGURES_WRONG', { asked, why, allowed: 'State what the assignments add up to.' });
  const cost = costOf(plan.assignments, picture);
  if (cost !== plan.costCents) return wrong(`The assignments cost ${cost} cents, and the plan says ${plan.costCents}.`);
  const stated = new Map<LineId, LineOutcome>(plan.lines.map((l) => [l.lineId, l]));
  for (const line of picture.request?.lines ?? []) {
    const outcome = stated.get(line.lineId);
    if (!outcome) return wrong(`It says nothing of line ${line.lineId}.`);
    for (const { period, filled } of outcome.byPeriod) {
      const there = plan.assignments
        .filter((a) => a.lineId === line.lineId && a.period.fromOn <= period.fromOn && period.toOn <= a.period.toOn)
        .reduce((n, a) => n + a.people, 0);
      if (there !== filled) {
        return wrong(`Line ${line.lineId} has ${there} people from ${period.fromOn}, and the plan says ${filled}.`);
      }
    }
    const covered = outcome.byPeriod.reduce((n, p) => n + lengthDays(p.period), 0);
    if (covered !== lengthDays(line.period)) return wrong(`It does not speak of line ${line.lineId} for all its days.`);
    const least = Math.min(...outcome.byPeriod.map((p) => p.filled));
    const reasons = outcome.reasons.reduce((n, r) => n + r.people, 0);
    const sound = outcome.filled === least && outcome.short === line.people - least && outcome.asked === line.people;
    if (!sound || reasons !== outcome.short) {
      return wrong(
        `Line ${line.lineId} asks for ${line.people} and has ${least}; the plan says ${outcome.filled} of ${outcome.asked}, ${outcome.short} short, with reasons for ${reasons}.`,
      );
    }
  }
  return undefined;
}
