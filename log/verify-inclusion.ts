import { sameBytes } from './bytes.ts';
import { fails, holds, type Verdict } from './outcome.ts';
import { type Hash, hashLength, nodeHash } from './tree-hash.ts';

export interface InclusionClaim {
  /** The leaf's number, from 0. */
  readonly index: number;
  /** How many leaves the tree has. */
  readonly size: number;
  readonly leafHash: Hash;
  /** From the leaf's sibling up to the root's child. */
  readonly proof: readonly Hash[];
  readonly root: Hash;
}

/** Whether the tree of that size and root holds the leaf at that number (RFC 9162, section 2.1.3.2). */
export function verifyInclusion({ index, size, leafHash, proof, root }: InclusionClaim): Verdict {
  if (!isSize(size) || !isSize(index) || index >= size) return fails(`A tree of ${size} leaves has no leaf ${index}.`);
  if ([leafHash, root, ...proof].some((hash) => hash.length !== hashLength)) {
    return fails('A hash of the inclusion proof is not 32 bytes long.');
  }
  let node = index;
  let last = size - 1;
  let hash = leafHash;
  for (const sibling of proof) {
    if (last === 0) return fails('The inclusion proof is too long.');
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      // A node without a right neighbour moves up as it is. It is not the root, so it comes to be a right one.
      while (node % 2 === 0) [node, last] = [node / 2, half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  if (last !== 0) return fails('The inclusion proof is too short.');
  return sameBytes(hash, root) ? holds : fails('The inclusion proof leads to another root.');
}

const half = (n: number) => Math.floor(n / 2);
const isSize = (n: number) => Number.isSafeInteger(n) && n >= 0;
