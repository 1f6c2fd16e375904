import { sameBytes } from '../bytes.ts';
import { type Checkpoint, readCheckpoint } from '../checkpoint.ts';
import type { VerifierKey } from '../note-key.ts';
import { openNote, readNote } from '../signed-note.ts';
import { emptyRoot } from '../tree-hash.ts';
import { verifyConsistency } from '../verify-consistency.ts';
import type { AddCheckpoint } from './add-checkpoint.ts';

/** A log that a witness looks after, and how far it has cosigned it. */
export interface WatchedLog {
  /** The keys whose signature it takes for the log's. Their name is the log's origin. */
  readonly keys: readonly VerifierKey[];
  /** The newest checkpoint it cosigned; none before the first. */
  readonly newest: Pick<Checkpoint, 'size' | 'root'> | undefined;
}

export type Judgement =
  | {
      readonly outcome: 'cosign';
      readonly checkpoint: Checkpoint;
      /** The text to sign, and the checkpoint as the log signed it. */
      readonly text: string;
      readonly note: string;
    }
  | {
      readonly outcome: 'refuse';
      /** As the specification has it: 400 malformed, 403 not signed by the log, 404 unknown log, 409 another size, 422 not consistent. */
      readonly status: 400 | 403 | 404 | 409 | 422;
      readonly why: string;
      /** With 409: the size that was cosigned last. */
      readonly size?: number;
      /** The log signed it, and it contradicts what was cosigned: worth keeping as evidence. */
      readonly contradicts?: true;
    };

/**
 * Whether a witness may cosign a checkpoint: it is the log's own, and holds everything that was cosigned before. Whoever
 * calls keeps the checkpoint before it says so to anybody, and lets nobody else in between.
 */
export function judgeCheckpoint(asked: AddCheckpoint, watched: (origin: string) => WatchedLog | undefined): Judgement {
  const note = readNote(asked.checkpoint);
  if (note.outcome === 'malformed') return refuse(400, note.why);
  const read = readCheckpoint(note.value.text);
  if (read.outcome === 'malformed') return refuse(400, read.why);
  const checkpoint = read.value;

  const log = watched(checkpoint.origin);
  if (!log) return refuse(404, `This witness does not look after the log "${checkpoint.origin}".`);
  const opened = openNote(asked.checkpoint, log.keys);
  if (opened.outcome === 'refused') return refuse(403, opened.why);

  const { oldSize, proof } = asked;
  const newest = log.newest ?? { size: 0, root: emptyRoot };
  if (oldSize > checkpoint.size) {
    return refuse(400, `The old size ${oldSize} is larger than the checkpoint's, ${checkpoint.size}.`);
  }
  if (oldSize !== newest.size) {
    return {
      ...refuse(409, `The checkpoint cosigned last is of ${newest.size} leaves, not ${oldSize}.`),
      size: newest.size,
    };
  }
  if (checkpoint.size === newest.size) {
    if (!sameBytes(checkpoint.root, newest.root)) {
      const why = `A checkpoint of ${newest.size} leaves with another root was cosigned before: the log shows two histories.`;
      return { ...refuse(409, why), size: newest.size, contradicts: true };
    }
    if (proof.length > 0) return refuse(422, 'Trees of one size need no consistency proof.');
  } else if (oldSize === 0) {
    if (proof.length > 0) return refuse(422, 'From an empty tree nothing is to be proved.');
  } else {
    const { size: secondSize, root: secondRoot } = checkpoint;
    const verdict = verifyConsistency({
      firstSize: newest.size,
      firstRoot: newest.root,
      secondSize,
      secondRoot,
      proof,
    });
    if (!verdict.holds) return { ...refuse(422, verdict.why), contradicts: true };
  }
  return { outcome: 'cosign', checkpoint, text: note.value.text, note: asked.checkpoint };
}

const refuse = (status: 400 | 403 | 404 | 409 | 422, why: string) => ({ outcome: 'refuse', status, why }) as const;
