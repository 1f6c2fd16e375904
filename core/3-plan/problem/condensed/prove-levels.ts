import type { LevelCertificate } from '../solved-problem.ts';
import type { Condensed } from './condense.ts';
import type { LinearPlan, Unsolved } from './linear-plan.ts';
import { settle } from './settle.ts';
import type { PlanningWatch } from './watch-plan.ts';
import { daysOfStretches } from './whole-people-cuts.ts';

/** No row has a larger coefficient for one person than the parts in which a burden is counted. */
const largestCoefficient = 1000;

/**
 * Proves each level of a plan as far as parts of people prove it: it is made as small as can be while no level before is
 * worse than the plan has it. What the rows are worth then is the proof.
 */
export async function proveLevels(
  plan: LinearPlan,
  values: readonly number[],
  watch: Pick<PlanningWatch, 'proves' | 'proved'>,
): Promise<{ readonly certificates: readonly LevelCertificate[]; readonly least: readonly number[] } | Unsolved> {
  const certificates: LevelCertificate[] = [];
  const least: number[] = [];
  for (const k of plan.condensed.model.levels.keys()) {
    watch.proves(k, values[k] ?? 0);
    const unsolved = (await plan.minimize(k, values)) ?? (await settle(plan));
    if (unsolved) return unsolved;
    certificates.push(certificateOf(plan, k));
    least.push(plan.levelValues()[k] ?? 0);
    watch.proved(k, values[k] ?? 0, least[k] ?? 0);
  }
  return { certificates, least };
}

/**
 * What the duals prove: of berths, lenders and limits as the solver says; of each pool's own rows what its gains make
 * best, so that the rows that only whole people keep are not needed.
 */
function certificateOf(plan: LinearPlan, k: number): LevelCertificate {
  const { condensed, duals, added } = plan;
  const worths = plan.worths();
  const unit = worths[k] ?? 1;
  const held = worths.slice(0, k).map((worth) => worth / unit);
  const { model, berths, rows: rules, ofPool } = condensed;
  const rows: [number, number][] = [];
  const put = (row: number, dual: number) => {
    if (dual !== 0) rows.push([row, dual / unit]);
  };
  for (const [berth, { slots }] of berths.entries()) for (const slot of slots) put(slot, duals[berth] ?? 0);
  for (const [i, row] of rules.entries()) if (ofPool[i] !== 1) put(row, duals[berths.length + i] ?? 0);
  for (const [i, { whole }] of added.entries())
    if (whole !== undefined) put(whole, duals[berths.length + rules.length + i] ?? 0);
  for (const [row, worth] of ownRows(condensed, plan.gainsAtTimes())) put(row, -worth);
  return {
    level: model.levels[k]?.level ?? 'fill',
    rows,
    held: [...held],
    bits: bitsFor(condensed, rows, [...held, 1]),
  };
}

/** As many bits as leave the cost of every use, and of everybody lacking, exact; `held` are the weights of levels up to this one. */
function bitsFor({ ways, lacks }: Condensed, rows: LevelCertificate['rows'], held: readonly number[]): number {
  let most = 1;
  for (const [, y] of rows) most = Math.max(most, Math.abs(y) * largestCoefficient);
  for (const [j, w] of held.entries()) {
    for (const adds of ways.adds[j] ?? []) most = Math.max(most, w * Math.abs(adds));
    for (const { weighs } of lacks) most = Math.max(most, w * Math.abs(weighs[j] ?? 0));
  }
  return Math.max(0, Math.floor(49 - Math.log2(most)));
}

/** The best multipliers of the rows of each pool alone, at what one more person is worth at its times: days go where a day is worth most. */
function ownRows(condensed: Condensed, gains: Float64Array): [row: number, worth: number][] {
  const { model, strengthAt, rows } = condensed;
  const { c, families, offsets } = model;
  const stretches = c.stretches.length;
  const lengths = daysOfStretches(condensed);
  const found: [number, number][] = [];
  let daysRow = offsets[families.findIndex((family) => family.id === 'pool-days')] ?? 0;
  for (const [p, pool] of c.pools.entries()) {
    const times = lengths.flatMap((days, t) => {
      const gain = gains[p * stretches + t] ?? 0;
      return gain > 0 ? [{ t, gain, days }] : [];
    });
    times.sort((a, b) => b.gain / b.days - a.gain / a.days);
    let left = pool.mostPersonDays ?? Number.POSITIVE_INFINITY;
    const scarce = times.find(({ days }) => {
      left -= days * pool.people;
      return left < 0;
    });
    const ofDay = scarce ? scarce.gain / scarce.days : 0;
    if (pool.mostPersonDays !== undefined) {
      if (ofDay > 0) found.push([daysRow, ofDay]);
      daysRow += 1;
    }
    for (const { t, gain, days } of times) {
      const row = rows[strengthAt[p * stretches + t] ?? -1];
      const ofStrength = gain - ofDay * days;
      if (row !== undefined && ofStrength > 0) found.push([row, ofStrength]);
    }
  }
  return found;
}
