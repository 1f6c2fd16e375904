import { leafHash, readCheckpoint, readNote, sameBytes, textOf } from '@muster/log';
import { naiveRoot } from '@muster/log/testing';
import type { Recorded } from '@muster/terms';
import type { Lie } from './lie.ts';

/** Looks on while a log is kept: whoever has seen one of its checkpoints has seen what all later ones go on from. */
export interface LogWatch {
  /** A checkpoint is published, over these leaves. */
  published(note: string, leaves: readonly Uint8Array[]): Lie | undefined;
  /** Once all is quiet: whether every event that was recorded is in the tree. */
  settled(events: readonly Recorded[]): Lie | undefined;
}

export function watchLog(): LogWatch {
  let known: string[] = [];

  return {
    published(note, leaves) {
      const read = readNote(note);
      const checkpoint = read.outcome === 'read' ? readCheckpoint(read.value.text) : read;
      if (checkpoint.outcome !== 'read') return { truth: 'tree-is-of-events', words: 'a checkpoint cannot be read' };
      const { size, root } = checkpoint.value;
      const texts = leaves.slice(0, size).map((leaf) => textOf(leaf) ?? '');
      const other = known.findIndex((text, i) => i < size && text !== texts[i]);
      if (other >= 0 || size < known.length) {
        const at = other >= 0 ? other : size;
        return { truth: 'one-story', words: `leaf ${at} was signed as one event, and is not that event any more` };
      }
      if (!sameBytes(naiveRoot(leaves.slice(0, size).map(leafHash)), root)) {
        return { truth: 'tree-is-of-events', words: `the checkpoint of ${size} has not the root of its events` };
      }
      known = texts;
      return orderLie(texts);
    },
    settled(events) {
      const signed = new Set(known);
      const places = new Set([...signed].map(placeOf));
      const missing = events.find(({ stream, position }) => !places.has(`${stream} ${position}`));
      if (!missing) return undefined;
      return {
        truth: 'log-holds-all',
        words: `${missing.stream} ${missing.position} is recorded and in no checkpoint`,
      };
    },
  };
}

const placeOf = (text: string): string => {
  const { stream, position } = JSON.parse(text) as Recorded;
  return `${stream} ${position}`;
};

/** In the tree each stream stands in its own order, each event once. */
function orderLie(texts: readonly string[]): Lie | undefined {
  const heads = new Map<string, number>();
  for (const text of texts) {
    const { stream, position } = JSON.parse(text) as Recorded;
    if (position !== (heads.get(stream) ?? 0) + 1) {
      return { truth: 'log-in-order', words: `${stream} ${position} comes after ${heads.get(stream) ?? 0} in the log` };
    }
    heads.set(stream, position);
  }
  return undefined;
}
