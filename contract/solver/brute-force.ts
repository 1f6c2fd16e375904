import type { LinearModel, Objective, Terms } from '@muster/plan';

/** Tries every whole-number answer. For models of a few columns only; undefined when none is feasible. */
export function bruteForce(
  model: LinearModel,
  objectives: readonly Objective[],
): { readonly values: readonly number[]; readonly levels: readonly number[] } | undefined {
  let best: { values: number[]; levels: number[] } | undefined;
  const total = (terms: Terms, values: readonly number[]) => terms.reduce((n, [c, k]) => n + k * (values[c] ?? 0), 0);
  const walk = (values: number[]): void => {
    const column = model.columns[values.length];
    if (column) {
      for (let v = column.low; v <= column.high; v++) walk([...values, v]);
      return;
    }
    const holds = model.rows.every((r) => {
      const sum = total(r.terms, values);
      return r.low <= sum && sum <= r.high;
    });
    if (!holds) return;
    const levels = objectives.map((o) => total(o.terms, values));
    if (!best || isLess(levels, best.levels)) best = { values, levels };
  };
  walk([]);
  return best;
}

/** In strict order: the first level that differs decides. */
function isLess(a: readonly number[], b: readonly number[]): boolean {
  for (const [i, value] of a.entries()) {
    const other = b[i] ?? 0;
    if (value !== other) return value < other;
  }
  return false;
}
