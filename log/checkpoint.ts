import { base64Of, bytesOfBase64 } from './bytes.ts';
import type { VerifierKey } from './note-key.ts';
import { malformed, type Reading, reading, wholeNumberIn } from './outcome.ts';
import { openNote, readNote, type VerifiedSignature } from './signed-note.ts';
import { type Hash, hashLength } from './tree-hash.ts';

/** What a log says of itself at one size (C2SP tlog-checkpoint). Signed, it can never be taken back. */
export interface Checkpoint {
  /** Which log it is: a name like `muster.example/record`. */
  readonly origin: string;
  /** How many leaves the tree has. */
  readonly size: number;
  readonly root: Hash;
  /** Further lines, of which nothing is understood. */
  readonly extensions: readonly string[];
}

/** The text that is signed. Throws on what no checkpoint can hold. */
export function checkpointText({ origin, size, root, extensions }: Checkpoint): string {
  if (!Number.isSafeInteger(size) || size < 0 || root.length !== hashLength) {
    throw new RangeError('A checkpoint has a whole size and a root of 32 bytes.');
  }
  const lines = [origin, String(size), base64Of(root), ...extensions];
  if (lines.some((line) => line === '' || line.includes('\n')))
    throw new RangeError('A line of a checkpoint is empty or broken.');
  return `${lines.join('\n')}\n`;
}

/** Reads a checkpoint's text, the note without its signatures. */
export function readCheckpoint(text: string): Reading<Checkpoint> {
  return reading(() => {
    const [origin, size, root, ...extensions] = text.split('\n') as [string, string, string, ...string[]];
    if (extensions.pop() !== '') malformed('A checkpoint has at least three lines, each with its newline.');
    if ([origin, ...extensions].includes('')) malformed('A line of the checkpoint is empty.');
    const hash = bytesOfBase64(root);
    if (hash?.length !== hashLength) malformed('The root of the checkpoint is not the base 64 of 32 bytes.');
    return { origin, size: wholeNumberIn(size, 'The size of the checkpoint'), root: hash, extensions };
  });
}

export type OpenedCheckpoint =
  | { readonly outcome: 'verified'; readonly checkpoint: Checkpoint; readonly by: readonly VerifiedSignature[] }
  | { readonly outcome: 'refused'; readonly why: string };

/**
 * Reads a signed checkpoint of the log `origin`. At least one of the log's own keys must have signed it; witnesses' keys
 * may be among `known` too, and their signatures are told.
 */
export function openCheckpoint(note: string, origin: string, known: readonly VerifierKey[]): OpenedCheckpoint {
  const opened = openNote(note, known);
  if (opened.outcome === 'refused') return opened;
  const read = readCheckpoint(opened.text);
  if (read.outcome === 'malformed') return { outcome: 'refused', why: read.why };
  const checkpoint = read.value;
  if (checkpoint.origin !== origin) {
    return { outcome: 'refused', why: `The checkpoint is of the log "${checkpoint.origin}", not of "${origin}".` };
  }
  if (!opened.by.some(({ key }) => key.type === 'ed25519')) {
    return { outcome: 'refused', why: 'Only witnesses signed the checkpoint: the log itself did not.' };
  }
  return { outcome: 'verified', checkpoint, by: opened.by };
}

/** The size a checkpoint speaks of, whoever signed it; undefined for what is no checkpoint. */
export function sizeIn(note: string): number | undefined {
  const read = readNote(note);
  const checkpoint = read.outcome === 'read' ? readCheckpoint(read.value.text) : read;
  return checkpoint.outcome === 'read' ? checkpoint.value.size : undefined;
}
