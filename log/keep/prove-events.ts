import { sizeIn } from '../checkpoint.ts';
import { proofFileText } from '../proof-file.ts';
import { proveInclusions } from '../prove.ts';

import type { EventPlace, LogStore } from './log-store.ts';

/** The proof file of each event that the newest published checkpoint covers; undefined for one that it does not, or not yet. */
export async function proveEvents(
  store: LogStore,
  places: readonly EventPlace[],
): Promise<readonly (string | undefined)[]> {
  const { checkpoint } = await store.head();
  const size = checkpoint === undefined ? 0 : (sizeIn(checkpoint) ?? 0);
  const leaves = await store.leavesOf(places);
  const covered = leaves.filter((leaf): leaf is number => leaf !== undefined && leaf < size);
  if (checkpoint === undefined || covered.length === 0) return places.map(() => undefined);
  const proofs = await proveInclusions(covered, size, store.tiles);
  const files = new Map(
    covered.map((index, i) => [index, proofFileText({ index, proof: proofs[i] ?? [], checkpoint })]),
  );
  return leaves.map((leaf) => (leaf === undefined ? undefined : files.get(leaf)));
}
