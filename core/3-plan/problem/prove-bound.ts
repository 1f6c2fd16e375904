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
  const { c, uses, levels, families, offsets } = model;
  const k = levels.findIndex((level) => level.level === certificate.level);
  const held = levels.slice(0, k).map((_, j) => Math.max(0, Math.round((certificate.held[j] ?? 0) * scale)));
  const rows = readRows(model, certificate);
  const own = levels[k];
  if (!own) return Number.NEGATIVE_INFINITY;

  let sum = 0n;
  let loose = 0;
  const add = (n: number) => {
    // Sums of Numbers are exact up to 2^53; what grows beyond is moved to a BigInt in time.
    loose += n;
    if (Math.abs(loose) > 2 ** 51) {
      sum += BigInt(loose);
      loose = 0;
    }
  };
  const addProduct = (a: number, b: number) => {
    if (a === 0 || b === 0) return;
    if (Math.abs(a) * Math.abs(b) < 2 ** 51) add(a * b);
    else sum += BigInt(a) * BigInt(b);
  };

  for (const [j, w] of held.entries()) {
    const target = (values[j] ?? 0) - (levels[j]?.constant ?? 0);
    addProduct(-w, target);
  }
  for (const [f, family] of families.entries()) {
    for (let row = 0; row < family.count; row++) {
      const y = rows[(offsets[f] ?? 0) + row] ?? 0;
      if (y !== 0) addProduct(y, y > 0 ? family.low(row) : family.high(row));
    }
  }

  for (let use = 0; use < uses.count; use++) {
    let cost = own.perPerson(uses, use) * scale;
    for (const [j, w] of held.entries()) if (w !== 0) cost += w * (levels[j]?.perPerson(uses, use) ?? 0);
    touchedBy(model, use, (row, perPerson) => {
      cost -= (rows[row] ?? 0) * perPerson;
    });
    if (Math.abs(cost) > 2 ** 52) return Number.NEGATIVE_INFINITY;
    if (cost < 0) addProduct(cost * teamOf(model, use), mostTeams(model, use));
  }
  for (const [slot, { line }] of c.slots.entries()) {
    let cost = own.perLacking(slot) * scale;
    for (const [j, w] of held.entries()) if (w !== 0) cost += w * (levels[j]?.perLacking(slot) ?? 0);
    for (const [f, family] of families.entries()) {
      family.lacking?.(slot, (row, coefficient) => {
        cost -= (rows[(offsets[f] ?? 0) + row] ?? 0) * coefficient;
      });
    }
    if (cost < 0) addProduct(cost, c.lines[line]?.people ?? 0);
  }
  for (const [f, family] of families.entries()) {
    const j = levels.findIndex((level) => level.family === family);
    const weight = j === k ? scale : j >= 0 && j < k ? (held[j] ?? 0) : 0;
    for (const column of family.own ?? []) {
      let cost = column.weight * weight;
      for (const [row, coefficient] of column.terms) cost -= (rows[(offsets[f] ?? 0) + row] ?? 0) * coefficient;
      addProduct(cost, cost < 0 ? column.high : column.low);
    }
  }
  const total = sum + BigInt(loose);
  const unit = BigInt(scale);
  const up = total >= 0n ? (total + unit - 1n) / unit : total / unit;
  return Number(up) + own.constant;
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
