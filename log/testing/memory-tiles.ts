import type { GrownTree } from '../grow-tree.ts';
import type { ReadTiles } from '../prove.ts';
import type { Tile } from '../tiles.ts';

/** A log's tiles in memory, of which only the widest is kept. */
export function memoryTiles(): { keep(tiles: GrownTree['tiles']): void; readonly read: ReadTiles } {
  const kept = new Map<string, Uint8Array>();
  const nameOf = ({ level, index }: Tile) => `${level}/${index}`;
  return {
    keep: (tiles) => {
      for (const { tile, hashes } of tiles) kept.set(nameOf(tile), hashes);
    },
    read: async (tiles) => tiles.map((tile) => kept.get(nameOf(tile)) ?? new Uint8Array()),
  };
}
