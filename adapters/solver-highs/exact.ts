import type { LinearModel, Terms } from '@muster/plan';

/** The objective in whole numbers: no tolerance, no rounding. */
export const totalOf = (terms: Terms, values: readonly number[]): number =>
  terms.reduce((sum, [column, c]) => sum + c * (values[column] ?? 0), 0);

/** The id of the first row or column that whole-number values break; undefined when all hold exactly. */
export function findBroken(model: LinearModel, values: readonly number[]): string | undefined {
  for (const [column, { id, low, high }] of model.columns.entries()) {
    const value = values[column] ?? 0;
    if (value < low || value > high) return id;
  }
  for (const { id, low, high, terms } of model.rows) {
    const activity = totalOf(terms, values);
    if (activity < low || activity > high) return id;
  }
  return undefined;
}
