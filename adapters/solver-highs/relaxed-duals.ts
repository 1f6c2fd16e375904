import type { SolvedLevel } from '@muster/plan';
import type { Highs, HighsCallbackMap, Model } from 'highs';
import type { Scaled } from './scale-objective.ts';

/**
 * The duals of a level, of the model without its whole numbers; none where even that cannot be solved. `before` are the
 * levels held, in order: their rows follow those of the model. Duals are given in the units of the objectives as asked.
 */
export function relaxedDuals(
  highs: Highs,
  relaxed: Model,
  rowCount: number,
  scaled: Scaled,
  before: readonly Scaled[],
  callbacks: HighsCallbackMap,
): Pick<SolvedLevel, 'duals' | 'heldDuals'> {
  relaxed.run(callbacks);
  const isSolved = relaxed.getModelStatus() === highs.constants.modelStatus.optimal;
  const rowDual = isSolved ? relaxed.getSolution().rowDual : new Float64Array(rowCount + before.length);
  const duals: [number, number][] = [];
  for (let row = 0; row < rowCount; row++) {
    const dual = rowDual[row] ?? 0;
    if (dual !== 0) duals.push([row, dual * scaled.unit]);
  }
  return { duals, heldDuals: before.map(({ unit }, i) => ((rowDual[rowCount + i] ?? 0) * scaled.unit) / unit + 0) };
}
