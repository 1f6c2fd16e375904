import { utf8 } from '../bytes.ts';
import { checkpointText } from '../checkpoint.ts';
import { emptyTree, growTree, rootOf } from '../grow-tree.ts';
import { type SigningKey, signingKey, verifierKeyText } from '../note-key.ts';
import { proveConsistency, type ReadTiles, rootFromTiles } from '../prove.ts';
import { noteText, signNote } from '../signed-note.ts';
import { leafHash } from '../tree-hash.ts';
import { addCheckpointText } from '../witness/add-checkpoint.ts';
import { memoryTiles } from './memory-tiles.ts';

/** A log of so many leaves in memory: its checkpoints, tiles, and what it would ask of a witness. */
export interface ToyLog {
  readonly key: SigningKey;
  readonly verifier: string;
  readonly tiles: ReadTiles;
  /** The signed checkpoint over the first `size` leaves; signed by another key where one is given. */
  checkpoint(size: number, by?: SigningKey): Promise<string>;
  /** Asks for the checkpoint of `size` leaves, from `oldSize`. */
  asking(oldSize: number, size: number): Promise<string>;
}

/** `history` makes the leaves: two logs of one origin and different histories contradict each other from `differsFrom` on. */
export function toyLog(origin: string, leaves: number, history = 'told', differsFrom = 0): ToyLog {
  const key = signingKey(origin, 'ed25519', new Uint8Array(32).fill(7));
  const tiles = memoryTiles();
  const grown = growTree(
    emptyTree,
    Array.from({ length: leaves }, (_, i) => leafHash(utf8(i < differsFrom ? `told ${i}` : `${history} ${i}`))),
  );
  tiles.keep(grown.tiles);
  const checkpoint = async (size: number, by = key) => {
    const root = size === leaves ? rootOf(grown.edge) : await rootFromTiles(size, tiles.read);
    const text = checkpointText({ origin, size, root, extensions: [] });
    return noteText({ text, signatures: [signNote(text, by)] });
  };
  return {
    key,
    verifier: verifierKeyText(key),
    tiles: tiles.read,
    checkpoint,
    asking: async (oldSize, size) => {
      const proof = oldSize > 0 && oldSize < size ? await proveConsistency(oldSize, size, tiles.read) : [];
      return addCheckpointText({ oldSize, proof, checkpoint: await checkpoint(size) });
    },
  };
}
