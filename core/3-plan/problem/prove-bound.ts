import { ExactSums, exactSum } from '../certificate/exact-sums.ts';
import { mostWithin } from './levels/burden.ts';
import { mostTeams, type ProblemModel, teamOf, touchedBy } from './problem-model.ts';
import type { RowFamily } from './rows/row-family.ts';
import type { LevelCertificate } from './solved-problem.ts';
import { WholePeopleBound } from './whole-people-bound.ts';

/** Multipliers are read as whole multiples of 2 to the minus so many, unless they say how many: sums of whole numbers are exact. */
const usualBits = 26;

/**
 * The least value of a level that any lawful plan can have which does no worse on the levels before: weak duality, with
 * multipliers from wherever they come. Wrong multipliers make the bound low, never too high. All open uses are looked
 * at, not only those that a solver has seen. Rounded up, since people and coefficients are whole.
 *
 * For every plan: level >= level + held x (earlier levels - their values) >= rows x multipliers + the least of each
 * column's reduced cost. What a pool's own rows prove is bettered where its whole people can do no better.
 *
 * For a burden of no more than a share each lender gives whole people within that share. So a certificate may suppose a
 * share and prove that no plan has it: the sum of what is nothing then comes to more than nothing.
 */
export function proveBound(
  model: ProblemModel,
  certificate: LevelCertificate,
  values: readonly number[],
  costs: UseCosts = costsOfUses,
): number {
  const proof = readProof(model, certificate, values);
  if (!proof) return Number.NEGATIVE_INFINITY;
  const whole = new WholePeopleBound(model, proof.rows);
  const total = provenTotal(model, proof, values, (_model, _proof, visit) =>
    costs(model, proof, (pool, stretch, cost, most) => {
      whole.see(pool, stretch, cost, most);
      visit(pool, stretch, cost, most);
    }),
  );
  return boundOf(model, proof, total + whole.more());
}

/** The best that any of a level's certificates proves; minus infinity where there are none. */
export const proveBounds = (
  model: ProblemModel,
  certificates: readonly LevelCertificate[],
  values: readonly number[],
  costs?: UseCosts,
): number =>
  certificates.reduce(
    (best, certificate) => Math.max(best, proveBound(model, certificate, values, costs)),
    Number.NEGATIVE_INFINITY,
  );

/**
 * Tells what one person adds to the sum, for each use, or at least for all that take something away and the best of each
 * pool and stretch; with the most people that the use can have.
 */
export type UseCosts = (
  model: ProblemModel,
  proof: Proof,
  visit: (pool: number, stretch: number, cost: number | bigint, most: number) => void,
) => void;

/** A certificate as it is reckoned with: multipliers as whole numbers. */
export interface Proof {
  /** What one is in the numbers below. */
  readonly scale: number;
  /** The level it speaks of, by number. */
  readonly k: number;
  readonly held: readonly number[];
  readonly rows: Float64Array;
  /** The largest share of strength, in thousandths, of the plans it speaks of; absent where they may have any. */
  readonly mostShare?: number | undefined;
  /** It supposes that share, and a sum above nothing proves that no plan has it. */
  readonly disproves: boolean;
}

/** Undefined when the problem has no such level. */
export function readProof(
  model: ProblemModel,
  certificate: LevelCertificate,
  values: readonly number[],
): Proof | undefined {
  const k = model.levels.findIndex((level) => level.level === certificate.level);
  if (k < 0) return undefined;
  const burden = model.levels.findIndex((level) => level.level === 'burden');
  const disproves = k === burden && certificate.heavierThan !== undefined;
  // Plans that do no worse on the burden before have no larger share than the plan.
  const mostShare = disproves ? certificate.heavierThan : burden >= 0 && burden < k ? values[burden] : undefined;
  const scale = 2 ** (certificate.bits ?? usualBits);
  const held = model.levels.slice(0, k).map((_, j) => {
    const whole = Math.max(0, Math.round((certificate.held[j] ?? 0) * scale));
    return Number.isSafeInteger(whole) ? whole : 0;
  });
  return { scale, k, held, rows: readRows(model, certificate, scale), mostShare, disproves };
}

/** A sum of the proof, or what is to be added to it, as a bound on its level: rounded up. */
export function boundOf({ levels }: ProblemModel, { k, scale, mostShare, disproves }: Proof, total: bigint): number {
  if (disproves) return total > 0n ? (mostShare ?? 0) + 1 : 0;
  const unit = BigInt(scale);
  const up = total >= 0n ? (total + unit - 1n) / unit : total / unit;
  // A double could round it up.
  if (up < BigInt(Number.MIN_SAFE_INTEGER)) return Number.NEGATIVE_INFINITY;
  return Number(up) + (levels[k]?.constant ?? 0);
}

/** What one person in a use adds to the sum, by the multipliers; never negative where the plan has nobody and is best. */
export const costOfUse = (model: ProblemModel, { scale, k, held, rows }: Proof, use: number): number | bigint =>
  exactSum((add) => {
    const { uses, levels } = model;
    add(levels[k]?.perPerson(uses, use) ?? 0, scale);
    for (const [j, w] of held.entries()) if (w !== 0) add(w, levels[j]?.perPerson(uses, use) ?? 0);
    touchedBy(model, use, (row, perPerson) => add(-(rows[row] ?? 0), perPerson));
  });

/** The same for one person lacking in a slot. */
export const costOfLacking = ({ levels, families, offsets }: ProblemModel, proof: Proof, slot: number) =>
  exactSum((add) => {
    const { scale, k, held, rows } = proof;
    add(levels[k]?.perLacking(slot) ?? 0, scale);
    for (const [j, w] of held.entries()) if (w !== 0) add(w, levels[j]?.perLacking(slot) ?? 0);
    for (const [f, family] of families.entries()) {
      family.lacking?.(slot, (row, coefficient) => add(-(rows[(offsets[f] ?? 0) + row] ?? 0), coefficient));
    }
  });

/** The sum that is a bound when rounded up. */
export function provenTotal(
  model: ProblemModel,
  proof: Proof,
  values: readonly number[],
  costs: UseCosts = costsOfUses,
): bigint {
  const { c, levels, families, offsets } = model;
  const { scale, k, held, rows } = proof;
  const sum = new ExactSums(1);

  for (const [j, w] of held.entries()) {
    const target = (values[j] ?? 0) - (levels[j]?.constant ?? 0);
    sum.add(0, -w, target);
  }
  for (const [f, family] of families.entries()) {
    const most = highs(model, family, proof);
    for (let row = 0; row < family.count; row++) {
      const y = rows[(offsets[f] ?? 0) + row] ?? 0;
      if (y !== 0) sum.add(0, y, y > 0 ? family.low(row) : most(row));
    }
  }

  let great = 0n;
  const add = (cost: number | bigint, times: number): void => {
    if (typeof cost === 'number') sum.add(0, cost, times);
    else great += cost * BigInt(times);
  };
  costs(model, proof, (_pool, _stretch, cost, most) => {
    if (cost < 0) add(cost, most);
  });
  for (const [slot, { line }] of c.slots.entries()) {
    const cost = costOfLacking(model, proof, slot);
    if (cost < 0) add(cost, c.lines[line]?.people ?? 0);
  }
  for (const [f, family] of families.entries()) {
    const j = levels.findIndex((level) => level.family === family);
    const weight = j === k ? (proof.disproves ? 0 : scale) : j >= 0 && j < k ? (held[j] ?? 0) : 0;
    for (const column of family.own ?? []) {
      const cost = exactSum((product) => {
        product(column.weight, weight);
        for (const [row, coefficient] of column.terms) product(-(rows[(offsets[f] ?? 0) + row] ?? 0), coefficient);
      });
      add(cost, cost < 0 ? column.high : column.low);
    }
  }
  return sum.at(0) + great;
}

/** The most that a rule's rows allow; of what a lender may give, no more whole people than the share that is supposed. */
function highs({ c }: ProblemModel, family: RowFamily, { mostShare }: Proof): (row: number) => number {
  if (mostShare === undefined || family.id !== 'reserve-floor') return family.high;
  return (row) => Math.min(family.high(row), mostWithin(c, mostShare, row));
}

const costsOfUses: UseCosts = (model, proof, visit) => {
  const { c, uses } = model;
  for (let use = 0; use < uses.count; use++) {
    const cost = costOfUse(model, proof, use);
    const most = cost < 0 ? teamOf(model, use) * mostTeams(model, use) : 0;
    visit(uses.pool[use] ?? 0, c.slots[uses.slot[use] ?? 0]?.stretch ?? 0, cost, most);
  }
};

/** The multipliers as whole numbers; one that would lean on a bound that isn't there is left out. */
function readRows({ families, offsets }: ProblemModel, certificate: LevelCertificate, scale: number): Float64Array {
  const rows = new Float64Array(offsets.at(-1) ?? 0);
  for (const [row, y] of certificate.rows) {
    const whole = Math.round(y * scale);
    const f = families.findIndex((_, i) => row < (offsets[i + 1] ?? 0));
    const family = families[f];
    if (!family || row < 0) continue;
    const bound = whole > 0 ? family.low(row - (offsets[f] ?? 0)) : family.high(row - (offsets[f] ?? 0));
    if (Number.isFinite(bound) && Number.isSafeInteger(whole)) rows[row] = whole;
  }
  return rows;
}
