import { parts } from '../levels/burden.ts';
import type { LinearPlan, TimesRow } from './linear-plan.ts';

/** A burden heavier than counted by less than this share of a part is a solver's rounding. */
const leastHeavier = 1e-6;

/** Lenders that give a larger share of their strength, at some time, than the plan counts: each with the row that counts it. */
export function heavierBurdens(plan: LinearPlan): TimesRow[] {
  const { condensed, added, values } = plan;
  const { model, lacks, burdenLevel } = condensed;
  if (!plan.countsBurden()) return [];
  const { c, families, offsets } = model;
  const stretches = c.stretches.length;
  const { lenders } = c.problem;
  const counted = values[lacks.length] ?? 0;
  const first = offsets[families.findIndex((family) => family === model.levels[burdenLevel]?.family)] ?? 0;
  const known = new Set(added.map((row) => row.whole));
  const sums = new Float64Array(lenders.length * stretches);
  for (const [time, people] of plan.peopleAtTimes().entries()) {
    const row = (c.lenderOf[Math.floor(time / stretches)] ?? 0) * stretches + (time % stretches);
    sums[row] = (sums[row] ?? 0) + people;
  }
  return [...sums.keys()].flatMap((row) => {
    const lender = Math.floor(row / stretches);
    const strength = lenders[lender]?.strength ?? 1;
    const whole = first + row;
    if (known.has(whole) || (parts * (sums[row] ?? 0)) / strength <= counted + leastHeavier) return [];
    const pools = [...c.lenderOf.keys()].filter((p) => c.lenderOf[p] === lender);
    const times = pools.map((p) => ({ time: p * stretches + (row % stretches), coefficient: parts }));
    return [{ times, most: 0, whole, burden: -strength }];
  });
}
