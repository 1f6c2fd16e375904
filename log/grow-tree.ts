import { joined } from './bytes.ts';
import { type Tile, tileWidth } from './tiles.ts';
import { emptyRoot, type Hash, hashLength, nodeHash } from './tree-hash.ts';

/** The growing edge of a tree: all that is needed to add leaves and to give the root. */
export interface TreeEdge {
  readonly size: number;
  /** The partial tile of each level, lowest first: 0 to 255 hashes, one behind the other. */
  readonly partial: readonly Uint8Array[];
}

export interface GrownTree {
  readonly edge: TreeEdge;
  /** The tiles that came into being or became wider, as they are now. */
  readonly tiles: readonly { readonly tile: Tile; readonly hashes: Uint8Array }[];
}

export const emptyTree: TreeEdge = { size: 0, partial: [] };

/** Adds leaves to a tree. The edge given is left as it is. */
export function growTree(edge: TreeEdge, leafHashes: readonly Hash[]): GrownTree {
  const partial: Uint8Array[] = [...edge.partial];
  const tiles: GrownTree['tiles'][number][] = [];
  let added: readonly Hash[] = leafHashes;
  let levelSize = edge.size;
  for (let level = 0; added.length > 0; level++) {
    const before = partial[level] ?? new Uint8Array();
    const hashes = joined(before, ...added);
    const above: Hash[] = [];
    let index = Math.floor(levelSize / tileWidth);
    let from = 0;
    for (; hashes.length - from >= fullTile; from += fullTile) {
      const full = hashes.slice(from, from + fullTile);
      tiles.push({ tile: { level, index: index++, width: tileWidth }, hashes: full });
      above.push(nodeOver(full));
    }
    const rest = hashes.slice(from);
    partial[level] = rest;
    if (rest.length > 0) tiles.push({ tile: { level, index, width: rest.length / hashLength }, hashes: rest });
    added = above;
    levelSize = Math.floor(levelSize / tileWidth);
  }
  return { edge: { size: edge.size + leafHashes.length, partial }, tiles };
}

/** The root of the tree that has this edge. */
export function rootOf({ partial }: TreeEdge): Hash {
  let root: Hash | undefined;
  // From the right: each run of 2^n hashes is a whole node, and the smaller lie to the right of the larger.
  for (const hashes of partial) {
    let end = hashes.length;
    for (let run = hashLength; run <= hashes.length; run *= 2) {
      if ((hashes.length & run) === 0) continue;
      const node = nodeOver(hashes.subarray(end - run, end));
      root = root ? nodeHash(node, root) : node;
      end -= run;
    }
  }
  return root ?? emptyRoot;
}

/** The hash over 2^n hashes that stand one behind the other. */
export function nodeOver(hashes: Uint8Array): Hash {
  if (hashes.length === hashLength) return hashes.slice();
  const middle = hashes.length / 2;
  return nodeHash(nodeOver(hashes.subarray(0, middle)), nodeOver(hashes.subarray(middle)));
}

const fullTile = tileWidth * hashLength;
