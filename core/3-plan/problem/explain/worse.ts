import { boundOf, type Proof } from '../prove-bound.ts';
import type { OpenPlan } from './open-plan.ts';

/** How far a level moves, at the first level that moves at all. */
export interface Move {
  readonly level: string;
  readonly unit: string;
  readonly meaning: string;
  readonly by: number;
}

/**
 * How much worse a plan is at least, if something must be that adds so much to each certificate's sum: at the first
 * level that the certificates prove to suffer. Undefined when they prove no loss. Levels before it may suffer as well,
 * which is worse still.
 */
export function worseBy({ model, evaluation, sums }: OpenPlan, adds: (proof: Proof) => bigint): Move | undefined {
  for (const [k, { proof, total }] of sums.entries()) {
    const by = boundOf(model, proof, total + adds(proof)) - (evaluation.values[k] ?? 0);
    if (by > 0) return moveOf(model, k, by);
  }
  return undefined;
}

/** How much better a plan can be at most, if something is allowed that takes so much from each certificate's sum. */
export function betterBy({ model, sums }: OpenPlan, takes: (proof: Proof) => bigint): Move | undefined {
  for (const [k, { proof, total, bound }] of sums.entries()) {
    const by = bound - boundOf(model, proof, total - takes(proof));
    if (by > 0) return moveOf(model, k, by);
  }
  return undefined;
}

function moveOf({ levels }: OpenPlan['model'], k: number, by: number): Move {
  const { level = 'fill', unit = '', meaning = '' } = levels[k] ?? {};
  return { level, unit, meaning, by };
}
