import { ExactSums } from '../certificate/exact-sums.ts';
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
  const total = proof && provenTotal(model, proof, values);
  return proof && total !== undefined ? boundOf(model, proof, total) : Number.NEGATIVE_INFINITY;
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
  const held = model.levels.slice(0, k).map((_, j) => Math.max(0, Math.round((certificate.held[j] ?? 0) * scale)));
  return { k, held, rows: readRows(model, certificate) };
}

/** A sum of the proof, or what is to be added to it, as a bound on its level: rounded up. */
export function boundOf({ levels }: ProblemModel, { k }: Proof, total: bigint): number {
  const unit = BigInt(scale);
  const up = total >= 0n ? (total + unit - 1n) / unit : total / unit;
  return Number(up) + (levels[k]?.constant ?? 0);
}

/** What one person in a use adds to the sum, by the multipliers; never negative where the plan has nobody and is best. */
export function costOfUse(model: ProblemModel, { k, held, rows }: Proof, use: number): number {
  const { uses, levels } = model;
  let cost = (levels[k]?.perPerson(uses, use) ?? 0) * scale;
  for (const [j, w] of held.entries()) if (w !== 0) cost += w * (levels[j]?.perPerson(uses, use) ?? 0);
  touchedBy(model, use, (row, perPerson) => {
    cost -= (rows[row] ?? 0) * perPerson;
  });
  return cost;
}

/** The same for one person lacking in a slot. */
export function costOfLacking({ levels, families, offsets }: ProblemModel, proof: Proof, slot: number): number {
  const { k, held, rows } = proof;
  let cost = (levels[k]?.perLacking(slot) ?? 0) * scale;
  for (const [j, w] of held.entries()) if (w !== 0) cost += w * (levels[j]?.perLacking(slot) ?? 0);
  for (const [f, family] of families.entries()) {
    family.lacking?.(slot, (row, coefficient) => {
      cost -= (rows[(offsets[f] ?? 0) + row] ?? 0) * coefficient;
    });
  }
  return cost;
}

/** The sum that is a bound when rounded up; undefined where a figure is beyond exact reckoning. */
export function provenTotal(model: ProblemModel, proof: Proof, values: readonly number[]): bigint | undefined {
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

  for (let use = 0; use < uses.count; use++) {
    const cost = costOfUse(model, proof, use);
    if (Math.abs(cost) > 2 ** 52) return undefined;
    if (cost < 0) sum.add(0, cost, teamOf(model, use) * mostTeams(model, use));
  }
  for (const [slot, { line }] of c.slots.entries()) {
    const cost = costOfLacking(model, proof, slot);
    if (cost < 0) sum.add(0, cost, c.lines[line]?.people ?? 0);
  }
  for (const [f, family] of families.entries()) {
    const j = levels.findIndex((level) => level.family === family);
    const weight = j === k ? scale : j >= 0 && j < k ? (held[j] ?? 0) : 0;
    for (const column of family.own ?? []) {
      let cost = column.weight * weight;
      for (const [row, coefficient] of column.terms) cost -= (rows[(offsets[f] ?? 0) + row] ?? 0) * coefficient;
      sum.add(0, cost, cost < 0 ? column.high : column.low);
    }
  }
  return sum.at(0);
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
