import { greatestCommonDivisor, type Objective, type Terms } from '@muster/plan';

/** An objective in units of what its coefficients share: that keeps the figures small, and so a solver's tolerances honest. */
export interface Scaled {
  readonly unit: number;
  readonly terms: Terms;
  /** One coefficient a column. */
  readonly costs: Float64Array;
}

export function scaleObjective(objective: Objective, columns: number): Scaled {
  const unit = greatestCommonDivisor(objective.terms);
  const terms = objective.terms.map(([column, c]) => [column, c / unit] as const);
  const costs = new Float64Array(columns);
  for (const [column, c] of terms) costs[column] = (costs[column] ?? 0) + c;
  return { unit, terms, costs };
}
