import type { Highs, Model } from 'highs';
import type { Scaled } from './scale-objective.ts';

/** Sets what is to be made as small as can be. */
export function setObjective(native: Model, { costs }: Scaled): void {
  native.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs);
}

/** Adds the row that holds an objective at its value, in its unit. */
export function hold(highs: Highs, native: Model, { terms }: Scaled, value: number): void {
  native.addRow(-highs.infinity, value, {
    indices: terms.map(([column]) => column),
    values: terms.map(([, c]) => c),
  });
}
