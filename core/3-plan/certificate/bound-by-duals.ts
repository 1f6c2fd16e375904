import type { LinearModel, Objective } from '../solver-port.ts';
import { ExactSums } from './exact-sums.ts';
import { greatestCommonDivisor } from './greatest-divisor.ts';
import type { WholeDuals } from './whole-duals.ts';

/** An objective solved before, that may not exceed its value. */
export interface Held {
  readonly objective: Objective;
  readonly value: number;
}

/**
 * A value that no whole-number answer of this level can be lower than, by weak duality. With a dual y for every row,
 *
 *   objective = sum over rows of y (row) + sum over columns of (coefficient - what the y make of it) (column),
 *
 * and each term is at least what it is at the worse end of its row or column. Any duals give a true bound; the
 * solver's give the best. A dual that leans on an end its row does not have counts as none. All is reckoned in whole
 * numbers, so that no rounding can overstate it; last it is rounded up to what the objective can be at all: a
 * multiple of what its coefficients share. Minus infinity where the duals prove nothing.
 */
export function boundByDuals(
  model: LinearModel,
  objective: Objective,
  held: readonly Held[],
  duals: WholeDuals,
): number {
  const { per } = duals;
  if (!Number.isSafeInteger(per) || per < 1) return Number.NEGATIVE_INFINITY;
  const reduced = new ExactSums(model.columns.length);
  const bound = new ExactSums(1);
  for (const [column, coefficient] of objective.terms) reduced.add(column, coefficient, per);
  const lean = (terms: Objective['terms'], low: number, high: number, dual: number | undefined): void => {
    const end = Number(dual) > 0 ? low : high;
    if (!dual || !Number.isSafeInteger(dual) || !Number.isFinite(end)) return;
    bound.add(0, dual, end);
    for (const [column, coefficient] of terms) reduced.add(column, -dual, coefficient);
  };
  for (const [i, { terms, low, high }] of model.rows.entries()) lean(terms, low, high, duals.rows[i]);
  for (const [i, { objective: before, value }] of held.entries()) {
    lean(before.terms, Number.NEGATIVE_INFINITY, value, duals.held[i]);
  }
  for (const [column, { low, high }] of model.columns.entries()) {
    const sign = reduced.signAt(column);
    const end = sign > 0 ? low : high;
    if (sign === 0) continue;
    if (!Number.isFinite(end)) return Number.NEGATIVE_INFINITY;
    bound.addTimes(0, reduced, column, end);
  }
  return roundUp(bound.at(0), per, greatestCommonDivisor(objective.terms));
}

/** The least multiple of the unit that is not below total / per. */
function roundUp(total: bigint, per: number, unit: number): number {
  const step = BigInt(per) * BigInt(unit);
  const whole = total / step;
  const lowest = (total > whole * step ? whole + 1n : whole) * BigInt(unit);
  if (lowest < BigInt(Number.MIN_SAFE_INTEGER)) return Number.NEGATIVE_INFINITY;
  return lowest > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(lowest);
}
