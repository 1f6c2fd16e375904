import type { SolvedLevel } from '../solver-port.ts';

/** The duals of one level as whole numbers over one denominator, so that adding them up rounds nothing. */
export interface WholeDuals {
  /** What every number below is divided by. */
  readonly per: number;
  /** One a row of the model, in its order. */
  readonly rows: readonly number[];
  /** One a level before, in order. */
  readonly held: readonly number[];
}

/** The greatest denominator that is looked for; beyond it the duals are rounded. */
const greatestDenominator = 1_000_000;
/** How near, times the denominator, a solver's number must lie to a fraction to be taken for it. A wrong guess weakens the bound, never breaks it. */
const nearness = 1e-8;

/**
 * A solver computes duals in floating point, yet the duals of whole-number rows are fractions, mostly of small
 * denominators. Those fractions are found again here. Where there are none, the numbers are rounded.
 */
export function wholeDuals(rowCount: number, level: Pick<SolvedLevel, 'duals' | 'heldDuals'>): WholeDuals {
  const rows = Array.from({ length: rowCount }, () => 0);
  for (const [row, value] of level.duals) if (row < rowCount) rows[row] = value;
  const all = [...rows, ...level.heldDuals];
  const per = commonDenominator(all) ?? roundingDenominator(all);
  const whole = (value: number): number => Math.round(value * per) + 0;
  return { per, rows: rows.map(whole), held: level.heldDuals.map(whole) };
}

/** The least denominator that makes whole numbers of all, if there is one within reach. */
function commonDenominator(values: readonly number[]): number | undefined {
  let common = 1;
  for (const value of values) {
    const denominator = denominatorOf(value * common);
    if (denominator === undefined || common * denominator > greatestDenominator) return undefined;
    common *= denominator;
  }
  return common;
}

/** By continued fractions: the least denominator of a fraction that lies near. */
function denominatorOf(value: number): number | undefined {
  let [before, denominator] = [0, 1];
  let rest = Math.abs(value);
  while (denominator <= greatestDenominator) {
    const times = value * denominator;
    if (Math.abs(times - Math.round(times)) <= nearness + 1e-12 * Math.abs(times)) return denominator;
    rest = 1 / (rest - Math.floor(rest));
    [before, denominator] = [denominator, Math.floor(rest) * denominator + before];
  }
  return undefined;
}

/** The greatest power of two by which every value stays a whole number that a double holds exactly. */
function roundingDenominator(values: readonly number[]): number {
  const most = values.reduce((m, v) => Math.max(m, Math.abs(v)), 1);
  return 2 ** Math.max(0, Math.min(40, 51 - Math.ceil(Math.log2(most))));
}
