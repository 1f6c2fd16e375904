import { lengthDays, type Refusal, refuse } from '@muster/terms';
import type { Arc } from '../arc.ts';
import type { Plan } from '../events.ts';
import { priorityWeight } from '../model/objectives.ts';
import type { PlanningPicture } from '../planning-picture.ts';

/**
 * A plan states how well it does at each objective, and the bound the solver proved. The values are
 * made again here from the assignments; a bound above its value is no bound. That no better plan exists
 * rests on the solver: it is not proved again here.
 */
export function checkLevels(
  picture: PlanningPicture,
  plan: Plan,
  arcs: readonly Arc[],
  asked: string,
): Refusal | undefined {
  const values = valuesOf(picture, plan, arcs);
  const wrong = (why: string) =>
    refuse('PLAN_FIGURES_WRONG', { asked, why, allowed: 'State what the assignments add up to.' });
  if (!plan.levels.some((l) => l.level === 'fill')) return wrong('It does not say how well it fills the lines.');
  for (const { level, value, bound, gap } of plan.levels) {
    const made = values.get(level);
    if (made !== undefined && made !== value)
      return wrong(`Its objective "${level}" is ${made}, and it says ${value}.`);
    const stated = (value - bound) / Math.max(1, Math.abs(value));
    if (bound > value || gap !== stated) {
      return wrong(
        `Its objective "${level}" is ${value} with bound ${bound}: the gap is ${stated}, and it says ${gap}.`,
      );
    }
  }
  return undefined;
}

function valuesOf(picture: PlanningPicture, plan: Plan, arcs: readonly Arc[]): Map<string, number> {
  const priorities = new Map(picture.request?.lines.map((l) => [l.lineId, l.priority]));
  const weight = (lineId: Plan['lines'][number]['lineId']) => priorityWeight(priorities.get(lineId) ?? 5);
  const sum = <T>(items: readonly T[], of: (item: T, i: number) => number) =>
    items.reduce((n, x, i) => n + of(x, i), 0);
  return new Map([
    ['fill', sum(plan.lines, (l) => weight(l.lineId) * l.short)],
    [
      'days',
      sum(plan.lines, (l) => weight(l.lineId) * sum(l.byPeriod, (p) => lengthDays(p.period) * (l.asked - p.filled))),
    ],
    ['arrival', sum(arcs, (a, i) => a.travelDays * lengthDays(a.period) * (plan.assignments[i]?.people ?? 0))],
    ['cost', plan.costCents],
  ]);
}
