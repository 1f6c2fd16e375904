import { nodeOver, type TreeEdge } from './grow-tree.ts';
import { type Tile, tileOfNode, tilePath, tileWidth, widthOfLevel } from './tiles.ts';
import { emptyRoot, type Hash, hashLength, nodeHash } from './tree-hash.ts';
import { nodesOfConsistency, nodesOfInclusion, nodesOver, type TreeNode } from './tree-nodes.ts';

/** Gives the tiles asked for, in that order; of a tile that has become wider since, its beginning. */
export type ReadTiles = (tiles: readonly Tile[]) => Promise<readonly Uint8Array[]>;

/** Proves that leaf `index` is in the tree of `size` leaves. */
export async function proveInclusion(index: number, size: number, readTiles: ReadTiles): Promise<Hash[]> {
  return (await proveInclusions([index], size, readTiles))[0] as Hash[];
}

/** Proves each leaf to be in the tree of `size` leaves. What the proofs have in common is read once. */
export async function proveInclusions(
  indexes: readonly number[],
  size: number,
  readTiles: ReadTiles,
): Promise<Hash[][]> {
  for (const index of indexes) {
    if (!(index >= 0 && index < size)) throw new RangeError(`A tree of ${size} leaves has no leaf ${index}.`);
  }
  return hashesOf(
    indexes.map((index) => nodesOfInclusion(index, size)),
    size,
    readTiles,
  );
}

/** Proves that the tree of `secondSize` leaves begins with that of `firstSize`, which has at least one. */
export async function proveConsistency(firstSize: number, secondSize: number, readTiles: ReadTiles): Promise<Hash[]> {
  if (!(firstSize >= 1 && firstSize <= secondSize)) {
    throw new RangeError(`No proof leads from ${firstSize} leaves to ${secondSize}.`);
  }
  return (await hashesOf([nodesOfConsistency(firstSize, secondSize)], secondSize, readTiles))[0] as Hash[];
}

/** The root of the tree of `size` leaves, from its tiles. */
export async function rootFromTiles(size: number, readTiles: ReadTiles): Promise<Hash> {
  if (size === 0) return emptyRoot;
  return (await hashesOf([[nodesOver(0, size)]], size, readTiles))[0]?.[0] as Hash;
}

/** The growing edge of the tree of `size` leaves, from its tiles: what {@link growTree} goes on from. */
export async function edgeFromTiles(size: number, readTiles: ReadTiles): Promise<TreeEdge> {
  const levels: { tile: Tile; level: number }[] = [];
  let level = 0;
  for (; widthOfLevel(level, size) > 0; level++) {
    const width = widthOfLevel(level, size) % tileWidth;
    if (width > 0)
      levels.push({ level, tile: { level, index: Math.floor(widthOfLevel(level, size) / tileWidth), width } });
  }
  const partial: Uint8Array[] = Array.from({ length: level }, () => new Uint8Array());
  const hashes = await readWhole(
    levels.map(({ tile }) => tile),
    readTiles,
  );
  for (const [i, { level: at }] of levels.entries()) partial[at] = (hashes[i] as Uint8Array).slice();
  return { size, partial };
}

async function hashesOf(proofs: readonly TreeNode[][][], size: number, readTiles: ReadTiles): Promise<Hash[][]> {
  const wanted = new Map<string, Tile>();
  for (const node of proofs.flat(2)) {
    const { tile } = tileOfNode(node, size);
    wanted.set(tilePath(tile), tile);
  }
  const tiles = [...wanted.values()];
  const read = await readWhole(tiles, readTiles);
  const hashes = new Map(tiles.map((tile, i) => [tilePath(tile), read[i] as Uint8Array]));

  // Neighbours share most of their path: each node is hashed once.
  const known = new Map<string, Hash>();
  const hashOf = (node: TreeNode): Hash => {
    const name = `${node.height}/${node.index}`;
    const before = known.get(name);
    if (before) return before;
    const { tile, from, count } = tileOfNode(node, size);
    const run = (hashes.get(tilePath(tile)) as Uint8Array).subarray(from * hashLength, (from + count) * hashLength);
    const hash = nodeOver(run);
    known.set(name, hash);
    return hash;
  };
  const over = (nodes: readonly TreeNode[]): Hash =>
    nodes.map(hashOf).reduceRight((right, left) => nodeHash(left, right));
  return proofs.map((proof) => proof.map(over));
}

/** The tiles, each exactly as wide as asked. */
async function readWhole(tiles: readonly Tile[], readTiles: ReadTiles): Promise<Uint8Array[]> {
  const read = tiles.length > 0 ? await readTiles(tiles) : [];
  return tiles.map((tile, i) => {
    const found = read[i]?.subarray(0, tile.width * hashLength);
    if (found?.length !== tile.width * hashLength) throw new Error(`The log lacks ${tilePath(tile)}.`);
    return found;
  });
}
