import { emptyRoot, type Hash, nodeHash } from '../tree-hash.ts';

/** RFC 6962, section 2.1, word for word, over all leaves each time: what the quick ways are held to. */
export function naiveRoot(leaves: readonly Hash[]): Hash {
  const [only] = leaves;
  if (!only) return emptyRoot;
  if (leaves.length === 1) return only;
  const k = split(leaves.length);
  return nodeHash(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

/** PATH(m, D[n]). */
export function naiveInclusion(m: number, leaves: readonly Hash[]): Hash[] {
  if (leaves.length <= 1) return [];
  const k = split(leaves.length);
  return m < k
    ? [...naiveInclusion(m, leaves.slice(0, k)), naiveRoot(leaves.slice(k))]
    : [...naiveInclusion(m - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))];
}

/** PROOF(m, D[n]). */
export const naiveConsistency = (m: number, leaves: readonly Hash[]): Hash[] => subproof(m, leaves, true);

function subproof(m: number, leaves: readonly Hash[], whole: boolean): Hash[] {
  if (m === leaves.length) return whole ? [] : [naiveRoot(leaves)];
  const k = split(leaves.length);
  return m <= k
    ? [...subproof(m, leaves.slice(0, k), whole), naiveRoot(leaves.slice(k))]
    : [...subproof(m - k, leaves.slice(k), false), naiveRoot(leaves.slice(0, k))];
}

function split(n: number): number {
  let k = 1;
  while (2 * k < n) k *= 2;
  return k;
}
