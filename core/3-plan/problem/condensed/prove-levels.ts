import { proveBound } from '../prove-bound.ts';
import type { LevelCertificate } from '../solved-problem.ts';
import type { Condensed } from './condense.ts';
import { costsOfWays } from './costs-of-ways.ts';
import { keepsFirst } from './least-share.ts';
import type { LinearPlan, Unsolved } from './linear-plan.ts';
import { gainsAtTimes } from './priced-ways.ts';
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
  const { burdenLevel, model } = plan.condensed;
  const certificates: LevelCertificate[] = [];
  const least: number[] = [];
  for (const k of model.levels.keys()) {
    watch.proves(k, values[k] ?? 0);
    const unsolved = (await plan.minimize(k, values)) ?? (await settle(plan));
    if (unsolved) return unsolved;
    certificates.push(certificateOf(plan, k));
    least.push(plan.levelValues()[k] ?? 0);
    if (k === burdenLevel) {
      const heavier = await heavierThan(plan, values, provedOf(plan, certificates, values, least[k] ?? 0));
      if ('outcome' in heavier) return heavier;
      if (heavier.certificate) certificates.push(heavier.certificate);
      least[k] = heavier.least;
      // Levels after the burden are proved of plans whose burden is no heavier.
      plan.capShares(values[k]);
    }
    watch.proved(k, values[k] ?? 0, least[k] ?? 0);
  }
  plan.capShares();
  return { certificates, least };
}

/**
 * What the duals of the burden prove. Right after the first level it is told exactly: ceilings of many digits can leave a solver's
 * duals worth less than it says.
 */
function provedOf(
  { condensed }: LinearPlan,
  certificates: readonly LevelCertificate[],
  values: readonly number[],
  least: number,
): number {
  const { burdenLevel, model } = condensed;
  const own = certificates[burdenLevel];
  const proved = Math.ceil(least - 1e-6);
  if (burdenLevel !== 1 || !own) return proved;
  return Math.max(0, Math.min(proved, proveBound(model, own, values, costsOfWays(condensed))));
}

/**
 * The least burden that whole people of lenders have at all, right after the first level, and what proves it where parts of
 * people prove less. After more levels the steps were dear (seconds), and some ended without an answer.
 */
async function heavierThan(
  plan: LinearPlan,
  values: readonly number[],
  proved: number,
): Promise<{ readonly least: number; readonly certificate?: LevelCertificate } | Unsolved> {
  const { burdenLevel } = plan.condensed;
  let [low, high] = [proved, values[burdenLevel] ?? 0];
  let certificate: LevelCertificate | undefined;
  if (burdenLevel !== 1 || low >= high) return { least: low };
  const unsolved = await plan.minimize(0, values);
  if (unsolved) return unsolved;
  // Nearly always the burden is as light as can be: that is tried first.
  for (let share = high - 1; low < high; share = Math.floor((low + high - 1) / 2)) {
    const kept = await keepsFirst(plan, values, share);
    if (typeof kept !== 'boolean') return kept;
    if (kept) {
      high = share;
      continue;
    }
    const { rows, bits } = certificateOf(plan, 0);
    certificate = { level: 'burden', rows, held: [1], bits, heavierThan: share };
    low = share + 1;
  }
  return { least: low, ...(certificate && { certificate }) };
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
  const lackRows = model.offsets[model.families.findIndex((family) => family.id === 'line-lack')] ?? 0;
  for (const [i, { lean }] of added.entries())
    for (const slot of lean ? (berths[lean.berth]?.slots ?? []) : [])
      put(lackRows + slot, -(duals[berths.length + rules.length + i] ?? 0));
  for (const [row, worth] of ownRows(condensed, gainsAtTimes(plan))) put(row, -worth);
  return {
    level: model.levels[k]?.level ?? 'fill',
    rows,
    held: [...held],
    bits: bitsFor(condensed, rows, [...held, 1]),
  };
}

/** As many bits as leave the cost of every use, and of everybody lacking, exact; `held` are the weights of levels up to this one. */
function bitsFor({ ways, lacks, crews }: Condensed, rows: LevelCertificate['rows'], held: readonly number[]): number {
  let most = 1;
  for (const [, y] of rows) most = Math.max(most, Math.abs(y) * largestCoefficient);
  for (const [j, w] of held.entries()) {
    for (const adds of ways.adds[j] ?? []) most = Math.max(most, w * Math.abs(adds));
    for (const { weighs } of lacks) most = Math.max(most, w * Math.abs(weighs[j] ?? 0));
    for (const { weight } of crews) most = Math.max(most, w * weight);
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
