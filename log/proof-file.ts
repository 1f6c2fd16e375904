import { base64Of, bytesOfBase64 } from './bytes.ts';
import type { Checkpoint } from './checkpoint.ts';
import { openCheckpoint } from './checkpoint.ts';
import type { VerifierKey } from './note-key.ts';
import { malformed, type Reading, reading, wholeNumberIn } from './outcome.ts';
import type { VerifiedSignature } from './signed-note.ts';
import { type Hash, hashLength } from './tree-hash.ts';
import { verifyInclusion } from './verify-inclusion.ts';

/** All that it takes to show, offline, that a log holds an entry (C2SP tlog-proof). Kept with the ending `.tlog-proof`. */
export interface ProofFile {
  /** The entry's number in the log, from 0. */
  readonly index: number;
  readonly proof: readonly Hash[];
  /** The signed checkpoint, verbatim. */
  readonly checkpoint: string;
  /** Bytes that nobody vouches for. */
  readonly extra?: Uint8Array;
}

export function proofFileText({ index, proof, checkpoint, extra }: ProofFile): string {
  const lines = [
    firstLine,
    ...(extra ? [`extra ${base64Of(extra)}`] : []),
    `index ${index}`,
    ...proof.map(base64Of),
    '',
  ];
  return `${lines.join('\n')}\n${checkpoint}`;
}

export function readProofFile(text: string): Reading<ProofFile> {
  return reading(() => {
    const split = text.indexOf('\n\n');
    const [first, ...lines] = text.slice(0, Math.max(0, split)).split('\n');
    if (first !== firstLine) malformed(`A proof begins with the line ${firstLine}, and a blank line ends it.`);
    const extraLine = lines[0]?.startsWith('extra ') ? lines.shift() : undefined;
    const extra = extraLine === undefined ? undefined : bytesOfBase64(extraLine.slice('extra '.length));
    if (extraLine !== undefined && !extra) malformed('The extra line of the proof is not base 64.');
    const indexLine = lines.shift();
    if (!indexLine?.startsWith('index ')) malformed('The proof lacks its index line.');
    const index = wholeNumberIn(indexLine.slice('index '.length), 'The index of the proof');
    if (lines.length > 63) malformed(`The proof has ${lines.length} hashes; no tree is that high.`);
    const proof = lines.map((line) => {
      const hash = bytesOfBase64(line);
      return hash?.length === hashLength ? hash : malformed(`"${line.slice(0, 60)}" is not the base 64 of 32 bytes.`);
    });
    return { index, proof, checkpoint: text.slice(split + 2), ...(extra ? { extra } : {}) };
  });
}

export type CheckedProof =
  | {
      readonly outcome: 'proved';
      readonly index: number;
      readonly checkpoint: Checkpoint;
      readonly by: readonly VerifiedSignature[];
    }
  | { readonly outcome: 'refused'; readonly why: string };

/** Whether the file proves that the log `origin`, as its keys signed it, holds the leaf. */
export function checkProofFile(
  text: string,
  leafHash: Hash,
  origin: string,
  known: readonly VerifierKey[],
): CheckedProof {
  const read = readProofFile(text);
  if (read.outcome === 'malformed') return { outcome: 'refused', why: read.why };
  const { index, proof, checkpoint: note } = read.value;
  const opened = openCheckpoint(note, origin, known);
  if (opened.outcome === 'refused') return opened;
  const { checkpoint, by } = opened;
  const verdict = verifyInclusion({ index, size: checkpoint.size, leafHash, proof, root: checkpoint.root });
  return verdict.holds ? { outcome: 'proved', index, checkpoint, by } : { outcome: 'refused', why: verdict.why };
}

const firstLine = 'c2sp.org/tlog-proof@v1';
