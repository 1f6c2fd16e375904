import { sameBytes } from './bytes.ts';
import { fails, holds, type Verdict } from './outcome.ts';
import { type Hash, hashLength, nodeHash } from './tree-hash.ts';

export interface ConsistencyClaim {
  /** How many leaves the earlier tree has; from an empty one nothing can be proved. */
  readonly firstSize: number;
  readonly firstRoot: Hash;
  readonly secondSize: number;
  readonly secondRoot: Hash;
  readonly proof: readonly Hash[];
}

/** Whether the later tree begins with all leaves of the earlier one, unchanged (RFC 9162, section 2.1.4.2). */
export function verifyConsistency(claim: ConsistencyClaim): Verdict {
  const { firstSize, secondSize, firstRoot, secondRoot, proof } = claim;
  if (![firstSize, secondSize].every(Number.isSafeInteger) || firstSize > secondSize) {
    return fails(`A tree of ${secondSize} leaves cannot hold one of ${firstSize}.`);
  }
  if (firstSize <= 0) return fails('Nothing can be proved from an empty tree.');
  if (firstSize === secondSize) {
    if (proof.length > 0) return fails('Trees of one size need no consistency proof.');
    return sameBytes(firstRoot, secondRoot) ? holds : fails('Two trees of one size have different roots.');
  }
  if ([firstRoot, secondRoot, ...proof].some((hash) => hash.length !== hashLength)) {
    return fails('A hash of the consistency proof is not 32 bytes long.');
  }

  let node = firstSize - 1;
  let last = secondSize - 1;
  const up = () => {
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  };
  while (node % 2 === 1) up();
  // An earlier tree of 2^n leaves is itself a node of the later one, and the proof begins with its root.
  const path = node === 0 ? [firstRoot, ...proof] : proof;
  // Where there is none at all, there is no way up either: too short, as is said below.
  const [begin, ...rest] = path as [Hash, ...Hash[]];
  let first = begin;
  let second = begin;
  for (const hash of rest) {
    if (last === 0) return fails('The consistency proof is too long.');
    if (node % 2 === 1 || node === last) {
      first = nodeHash(hash, first);
      second = nodeHash(hash, second);
      while (node % 2 === 0) up();
    } else {
      second = nodeHash(second, hash);
    }
    up();
  }
  if (last !== 0) return fails('The consistency proof is too short.');
  if (!sameBytes(first, firstRoot)) return fails('The consistency proof leads to another root of the earlier tree.');
  return sameBytes(second, secondRoot)
    ? holds
    : fails('The consistency proof leads to another root of the later tree.');
}
