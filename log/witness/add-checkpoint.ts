import { base64Of, bytesOfBase64 } from '../bytes.ts';
import { malformed, type Reading, reading, wholeNumberIn } from '../outcome.ts';
import { type Hash, hashLength } from '../tree-hash.ts';

/** What a log asks of a witness: to cosign a checkpoint, with the proof that nothing before it was changed (C2SP tlog-witness). */
export interface AddCheckpoint {
  /** The size of the checkpoint that the witness cosigned last, as the log believes; 0 for none. */
  readonly oldSize: number;
  /** From the old size to the checkpoint's; none from 0. */
  readonly proof: readonly Hash[];
  /** The checkpoint, a signed note. */
  readonly checkpoint: string;
}

const mostHashes = 63;

export const addCheckpointText = ({ oldSize, proof, checkpoint }: AddCheckpoint): string =>
  [`old ${oldSize}`, ...proof.map(base64Of), '', checkpoint].join('\n');

/** Reads what a log sent; anything not written as the specification has it is malformed. */
export function readAddCheckpoint(text: string): Reading<AddCheckpoint> {
  return reading(() => {
    const end = text.indexOf('\n\n');
    if (end < 0) malformed('There is no empty line before the checkpoint.');
    const [first = '', ...hashes] = text.slice(0, end).split('\n');
    if (!first.startsWith('old ')) malformed('The first line does not say "old" and a size.');
    if (hashes.length > mostHashes) malformed(`A consistency proof has at most ${mostHashes} hashes.`);
    return {
      oldSize: wholeNumberIn(first.slice('old '.length), 'The old size'),
      proof: hashes.map((line, i) => {
        const hash = bytesOfBase64(line);
        return hash?.length === hashLength ? hash : malformed(`Line ${i + 2} is not the base 64 of 32 bytes.`);
      }),
      checkpoint: text.slice(end + 2),
    };
  });
}
