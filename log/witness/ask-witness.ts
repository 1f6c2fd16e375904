import { type Checkpoint, openCheckpoint, readCheckpoint } from '../checkpoint.ts';
import type { VerifierKey } from '../note-key.ts';
import { proveConsistency, type ReadTiles } from '../prove.ts';
import { noteText, openNote, readNote } from '../signed-note.ts';
import { addCheckpointText } from './add-checkpoint.ts';

/** A witness as a log reaches it. Each call settles in a bounded time; it throws, in plain words, where nobody answers. */
export interface WitnessPort {
  addCheckpoint(body: string): Promise<WitnessReply>;
  /**
   * The newest checkpoint that the witness cosigned of a log, if it tells: more than the specification asks of it, and
   * the proof, signed by the log itself, of how far the log once was.
   */
  newest(origin: string): Promise<string | undefined>;
}

export interface WitnessReply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

export interface AskWitness {
  readonly witness: WitnessPort;
  /** The key with which the witness cosigns. */
  readonly witnessKey: VerifierKey;
  /** The log's own keys. */
  readonly logKeys: readonly VerifierKey[];
  /** The checkpoint to cosign, published, and the tiles of the tree it is of. */
  readonly checkpoint: string;
  readonly tiles: ReadTiles;
  /** How far the witness was when it was last asked. */
  readonly lastSize: number;
}

export type Witnessed =
  /** `note` is the checkpoint with the log's signatures and the witness's. */
  | { readonly outcome: 'cosigned'; readonly size: number; readonly note: string; readonly signedAtSeconds: number }
  /** The witness has cosigned more of this log than we hold; `evidence` is the log's own checkpoint that says so, if shown. */
  | { readonly outcome: 'ahead'; readonly size: number; readonly evidence?: string }
  /** What the witness cosigned is not what we hold. */
  | { readonly outcome: 'contradicted'; readonly why: string; readonly evidence?: string }
  /** It does not cosign this log, for a reason that says nothing against the log. */
  | { readonly outcome: 'refused'; readonly why: string };

/** How often a witness is asked anew from the size it names. */
const mostTries = 4;

/** Asks a witness to cosign a checkpoint. Throws where the witness cannot be reached, or answers what no witness would. */
export async function askWitness(ask: AskWitness): Promise<Witnessed> {
  const checkpoint = checkpointIn(ask.checkpoint);
  let oldSize = Math.min(ask.lastSize, checkpoint.size);
  for (let tries = 0; tries < mostTries; tries++) {
    const proof =
      oldSize === 0 || oldSize === checkpoint.size ? [] : await proveConsistency(oldSize, checkpoint.size, ask.tiles);
    const reply = await ask.witness.addCheckpoint(addCheckpointText({ oldSize, proof, checkpoint: ask.checkpoint }));
    if (reply.status === 200) return cosigned(ask, checkpoint, reply.body);
    if (reply.status === 409 && isSize(reply)) {
      const size = Number(reply.body.trim());
      if (size > checkpoint.size) return { outcome: 'ahead', size, ...(await evidence(ask, checkpoint, size)) };
      if (size !== oldSize) {
        oldSize = size;
        continue;
      }
    }
    if (reply.status === 409 || reply.status === 422) {
      return { outcome: 'contradicted', why: said(reply), ...(await evidence(ask, checkpoint, 1)) };
    }
    if (reply.status === 403 || reply.status === 404) return { outcome: 'refused', why: said(reply) };
    throw new Error(`it answered ${reply.status}: ${said(reply)}`);
  }
  throw new Error(`it named another size ${mostTries} times`);
}

const isSize = ({ contentType, body }: WitnessReply) =>
  contentType.split(';')[0]?.trim() === 'text/x.tlog.size' && /^(0|[1-9]\d{0,15})\n$/.test(body);

/** Its words as one line, and no more of them than a reader wants. */
const said = ({ body }: WitnessReply): string =>
  body
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 300);

function checkpointIn(note: string): Checkpoint {
  const read = readNote(note);
  const checkpoint = read.outcome === 'read' ? readCheckpoint(read.value.text) : read;
  if (checkpoint.outcome === 'read') return checkpoint.value;
  throw new Error(`The log's own checkpoint cannot be read: ${checkpoint.why}`);
}

/** The witness's signature counts only where it is one, by its own key; what else it sent is left out. */
function cosigned({ checkpoint, witnessKey }: AskWitness, { size }: Checkpoint, lines: string): Witnessed {
  const opened = openNote(checkpoint + lines, [witnessKey]);
  const signedAtSeconds = opened.outcome === 'verified' ? opened.by[0]?.signedAtSeconds : undefined;
  const read = readNote(checkpoint + lines);
  if (signedAtSeconds === undefined || read.outcome === 'malformed') {
    throw new Error(`its cosignature does not hold${opened.outcome === 'refused' ? `: ${opened.why}` : ''}`);
  }
  const own = readNote(checkpoint);
  const before = own.outcome === 'read' ? own.value.signatures : [];
  const its = read.value.signatures.slice(before.length);
  const signature = its.filter(({ name, keyId }) => name === witnessKey.name && keyId === witnessKey.id).slice(0, 1);
  const note = noteText({ text: read.value.text, signatures: [...before, ...signature] });
  return { outcome: 'cosigned', size, note, signedAtSeconds };
}

/** A checkpoint that this log itself signed, of at least so many leaves, as the witness shows it. */
async function evidence(
  { witness, logKeys }: AskWitness,
  { origin }: Checkpoint,
  atLeast: number,
): Promise<{ readonly evidence?: string }> {
  const shown = await witness.newest(origin).catch(() => undefined);
  if (shown === undefined) return {};
  const opened = openCheckpoint(shown, origin, logKeys);
  return opened.outcome === 'verified' && opened.checkpoint.size >= atLeast ? { evidence: shown } : {};
}
