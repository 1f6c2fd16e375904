import type { Uses } from '../uses.ts';

/**
 * What a proof says of one level, however it was proved: by multipliers of the rows, or by the prices of a network's
 * nodes. All sums are of the prover's own small unit; `boundWith` reads them.
 */
export interface LevelProver {
  readonly bound: number;
  /** The bound when so much is added to the proof's sum. */
  boundWith(more: bigint): number;
  /** What one person in a use adds: above zero nobody need be there, below it all who can are. */
  costOfUse(uses: Uses, use: number): bigint;
  /** The same for one person lacking in a slot. */
  costOfLacking(slot: number): bigint;
  /** What one more allowed by a row of the whole model takes away at most. */
  priceOfRow(row: number): bigint;
}
