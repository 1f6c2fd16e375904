import type { TreeNode } from './tree-nodes.ts';

/** How many hashes a full tile holds, and how many entries a full bundle. */
export const tileWidth = 256;

/** A run of hashes of one level, as they are served (C2SP tlog-tiles): level 0 holds leaves, each further level full tiles. */
export interface Tile {
  /** 0 to 63, or `entries` for the bundle of the entries themselves. */
  readonly level: number | 'entries';
  readonly index: number;
  /** 1 to 256; below 256 the tile is partial, the last of its level. */
  readonly width: number;
}

/** Where a tile is served, after the log's prefix: `tile/0/x001/067.p/5`. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) as string[];
  const elements = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group));
  return `tile/${level}/${elements.join('/')}${width < tileWidth ? `.p/${width}` : ''}`;
}

/** The tile of a path; undefined unless the path is written in the one way it can be. */
export function tileOfPath(path: string): Tile | undefined {
  const parts = /tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?/.exec(path);
  if (!parts) return undefined;
  const [, level, elements, width] = parts as unknown as [string, string, string, string | undefined];
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(elements.replace(/[x/]/g, '')),
    width: width === undefined ? tileWidth : Number(width),
  };
  const isKnown = (tile.level === 'entries' || tile.level <= 63) && Number.isSafeInteger(tile.index);
  // Whatever stands before, behind or in it otherwise is no path of that tile.
  return isKnown && tilePath(tile) === path ? tile : undefined;
}

/** How many hashes of a level a tree of this size has. */
export const widthOfLevel = (level: number, size: number): number => Math.floor(size / tileWidth ** level);

/** The tile that holds the hashes a node is made of, as wide as it is in a tree of this size; and which of them. */
export function tileOfNode({ height, index }: TreeNode, size: number): { tile: Tile; from: number; count: number } {
  const level = Math.floor(height / 8);
  const count = 2 ** (height % 8);
  const first = index * count;
  const tileIndex = Math.floor(first / tileWidth);
  const width = Math.min(tileWidth, widthOfLevel(level, size) - tileIndex * tileWidth);
  return { tile: { level, index: tileIndex, width }, from: first % tileWidth, count };
}

/** Every tile of hashes that a tree of this size has, level by level. */
export function tilesOf(size: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0; widthOfLevel(level, size) > 0; level++) {
    const hashes = widthOfLevel(level, size);
    for (let index = 0; index * tileWidth < hashes; index++) {
      tiles.push({ level, index, width: Math.min(tileWidth, hashes - index * tileWidth) });
    }
  }
  return tiles;
}
