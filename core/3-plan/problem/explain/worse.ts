import type { LevelProver } from './level-prover.ts';
import type { OpenPlan } from './open-plan.ts';

/** How far a level moves, at the first level that moves at all. */
export interface Move {
  readonly level: string;
  readonly unit: string;
  readonly meaning: string;
  readonly by: number;
}

/**
 * How much worse a plan is at least, if something must be that adds so much to each level's proof: at the first
 * level that the proofs show to suffer. Undefined when they prove no loss. Levels before it may suffer as well,
 * which is worse still.
 */
export function worseBy(
  { model, evaluation, provers }: OpenPlan,
  adds: (prover: LevelProver) => bigint,
): Move | undefined {
  for (const [k, prover] of provers.entries()) {
    const by = prover.boundWith(adds(prover)) - (evaluation.values[k] ?? 0);
    if (by > 0) return moveOf(model, k, by);
  }
  return undefined;
}

/** How much better a plan can be at most, if something is allowed that takes so much from each level's proof. */
export function betterBy({ model, provers }: OpenPlan, takes: (prover: LevelProver) => bigint): Move | undefined {
  for (const [k, prover] of provers.entries()) {
    const by = prover.bound - prover.boundWith(-takes(prover));
    if (by > 0) return moveOf(model, k, by);
  }
  return undefined;
}

/** How far each level moves that moves at all, by what is added to each. */
export const movesOf = ({ levels }: OpenPlan['model'], by: readonly number[]): Move[] =>
  levels.flatMap((_, k) => (by[k] ? [moveOf({ levels }, k, by[k])] : []));

function moveOf({ levels }: Pick<OpenPlan['model'], 'levels'>, k: number, by: number): Move {
  const { level = 'fill', unit = '', meaning = '' } = levels[k] ?? {};
  return { level, unit, meaning, by };
}
