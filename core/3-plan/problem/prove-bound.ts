import { ExactSums, exactSum } from '../certificate/exact-sums.ts';
import { mostTeams, type ProblemModel, teamOf, touchedBy } from './problem-model.ts';
import type { LevelCertificate } from './solved-problem.ts';

/** Multipliers are read as whole multiples of 2 to the minus so many: sums of whole numbers are exact. */
const bits = 26;
const scale = 2 ** bits;

/**
 * The least value of a level that any lawful plan can have which does no worse on the levels before: weak duality, with
 * multipliers from wherever they come. Wrong multipliers make the bound low, never too high. All open uses are looked
 * at, not only those that a solver has seen. Rounded up, since people and coefficients are whole.
 *
 * For every plan: level >= level + held x (earlier levels - their values) >= rows x multipliers + the least of each
 * column's reduced cost.
 */
export function proveBound(model: ProblemModel, certificate: LevelCertificate, values: readonly number[]): number {
  const proof = readProof(model, certificate);
  return proof ? boundOf(model, proof, provenTotal(model, proof, values)) : Number.NEGATIVE_INFINITY;
}

/** A certificate as it is reckoned with: multipliers in 2 to the minus 26. */
export interface Proof {
  /** The level it speaks of, by number. */
  readonly k: number;
  readonly held: readonly number[];
  readonly rows: Float64Array;
}

/** Undefined when the problem has no such level. */
export function readProof(model: ProblemModel, certificate: LevelCertificate): Proof | undefined {
  const k = model.levels.findIndex((level) => level.level === certificate.level);
  if (k < 0) return undefined;
  const held = model.levels.slice(0, k).map((_, j) => {
    const whole = Math.max(0, Math.round((certificate.held[j] ?? 0) * scale));
    return Number.isSafeInteger(whole) ? whole : 0;
  });
  return { k, held, rows: readRows(model, certificate) };
}

/** A sum of the proof, or what is to be added to it, as a bound on its level: rounded up. */
export function boundOf({ levels }: ProblemModel, { k }: Proof, total: bigint): number {
  const unit = BigInt(scale);
  const up = total >= 0n ? (total + unit - 1n) / unit : total / unit;
  // A double could round it up.
  if (up < BigInt(Number.MIN_SAFE_INTEGER)) return Number.NEGATIVE_INFINITY;
  return Number(up) + (levels[k]?.constant ?? 0);
}

/** What one person in a use adds to the sum, by the multipliers; never negative where the plan has nobody and is best. */
export const costOfUse = (model: ProblemModel, { k, held, rows }: Proof, use: number): number | bigint =>
  exactSum((add) => {
    const { uses, levels } = model;
    add(levels[k]?.perPerson(uses, use) ?? 0, scale);
    for (const [j, w] of held.entries()) if (w !== 0) add(w, levels[j]?.perPerson(uses, use) ?? 0);
    touchedBy(model, use, (row, perPerson) => add(-(rows[row] ?? 0), perPerson));
  });

/** The same for one person lacking in a slot. */
export const costOfLacking = ({ levels, families, offsets }: ProblemModel, proof: Proof, slot: number) =>
  exactSum((add) => {
    const { k, held, rows } = proof;
    add(levels[k]?.perLacking(slot) ?? 0, scale);
    for (const [j, w] of held.entries()) if (w !== 0) add(w, levels[j]?.perLacking(slot) ?? 0);
    for (const [f, family] of families.entries()) {
      family.lacking?.(slot, (row, coefficient) => add(-(rows[(offsets[f] ?? 0) + row] ?? 0), coefficient));
    }
  });

/** The sum that is a bound when rounded up. */
export function provenTotal(model: ProblemModel, proof: Proof, values: readonly number[]): bigint {
  const { c, uses, levels, families, offsets } = model;
  const { k, held, rows } = proof;
  const sum = new ExactSums(1);

  for (const [j, w] of held.entries()) {
    const target = (values[j] ?? 0) - (levels[j]?.constant ?? 0);
    sum.add(0, -w, target);
  }
  for (const [f, family] of families.entries()) {
    for (let row = 0; row < family.count; row++) {
      const y = rows[(offsets[f] ?? 0) + row] ?? 0;
      if (y !== 0) sum.add(0, y, y > 0 ? family.low(row) : family.high(row));
    }
  }

  let great = 0n;
  const add = (cost: number | bigint, times: number): void => {
    if (typeof cost === 'number') sum.add(0, cost, times);
    else great += cost * BigInt(times);
  };
  for (let use = 0; use < uses.count; use++) {
    const cost = costOfUse(model, proof, use);
    if (cost < 0) add(cost, teamOf(model, use) * mostTeams(model, use));
  }
  for (const [slot, { line }] of c.slots.entries()) {
    const cost = costOfLacking(model, proof, slot);
    if (cost < 0) add(cost, c.lines[line]?.people ?? 0);
  }
  for (const [f, family] of families.entries()) {
    const j = levels.findIndex((level) => level.family === family);
    const weight = j === k ? scale : j >= 0 && j < k ? (held[j] ?? 0) : 0;
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

/** The multipliers as whole numbers; one that would lean on a bound that isn't there is left out. */
function readRows({ families, offsets }: ProblemModel, certificate: LevelCertificate): Float64Array {
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
