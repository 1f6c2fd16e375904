import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { exitCodes, type Verification, verifyBundle } from '@muster/house';
import { checkProofFile, leafHash, readVerifierKey, type VerifierKey } from '@muster/log';
import { loadLawPack } from '@muster/policy-cedar';
import { progressBar } from '@muster/server/progress';
import { printVerification, verificationJson } from '../print/verification.ts';
import { print, printJson, Stop } from '../session.ts';

interface Asked {
  readonly key?: string;
  readonly witness: readonly string[];
  readonly event?: string;
  readonly law?: string;
  readonly replay: boolean;
  readonly json?: boolean;
}

/** Verifies a bundle, or the proof file of one event, with no network and no database. */
export async function verify(file: string, asked: Asked): Promise<void> {
  if (!existsSync(file) || !statSync(file).isFile()) {
    throw new Stop('FILE_UNKNOWN', `There is no file "${file}".`, exitCodes.badInput);
  }
  const key = asked.key === undefined ? undefined : keyIn(asked.key);
  if (isProof(file)) return verifyProof(file, key, asked);
  const law = asked.law === undefined ? undefined : lawIn(asked.law);
  const size = statSync(file).size;
  const bar = progressBar();
  const verification = await verifyBundle({
    file,
    key,
    witnesses: asked.witness.map(keyIn),
    replay: asked.replay,
    lawBefore: law,
    onProgress: (bytes, words) =>
      bar.show(bytes + (words === 'checking' ? 0 : size), asked.replay ? 2 * size : size, words),
  }).finally(() => bar.end());
  if (asked.json) printJson(verificationJson(file, verification));
  else print(printVerification(verification));
  end(verification);
}

/** What was found is printed as the result; the exit code says it too. */
function end({ outcome }: Verification): void {
  process.exitCode = outcome === 'holds' ? exitCodes.ok : exitCodes.refused;
}

const proofMark = 'c2sp.org/tlog-proof@';

function isProof(file: string): boolean {
  const handle = openSync(file, 'r');
  try {
    const start = Buffer.alloc(proofMark.length);
    readSync(handle, start);
    return file.endsWith('.tlog-proof') || start.toString('latin1') === proofMark;
  } finally {
    closeSync(handle);
  }
}

/** A proof speaks of one leaf: whoever holds the event's exact text can check it with the log's key alone. */
function verifyProof(file: string, key: VerifierKey | undefined, { event, json, witness }: Asked): void {
  if (event === undefined || key === undefined) {
    const words = `${file} is a proof of one event: say --event FILE, which holds the event's exact text, and --key, the log's key as its owner publishes it.`;
    throw new Stop('TYPED_WRONG', words, exitCodes.badInput);
  }
  if (!existsSync(event)) throw new Stop('FILE_UNKNOWN', `There is no file "${event}".`, exitCodes.badInput);
  const bytes = readFileSync(event);
  // Whoever saved it with an editor has a newline behind it, which no event has.
  const text = bytes.at(-1) === 10 ? bytes.subarray(0, -1) : bytes;
  const known = [key, ...witness.map(keyIn)];
  const checked = checkProofFile(readFileSync(file, 'utf8'), leafHash(text), key.name, known);
  if (checked.outcome === 'refused') {
    throw new Stop('PROOF_NOT_HOLDING', `It does not hold: ${checked.why}`, exitCodes.refused);
  }
  const { index, checkpoint, by } = checked;
  if (json) {
    printJson({ file, holds: true, leaf: index, size: checkpoint.size, signedBy: by.map((b) => b.key.name) });
    return;
  }
  print(
    `It holds: the event is leaf ${index} of the log "${checkpoint.origin}" of ${checkpoint.size} leaves, as signed by ${by.map((b) => b.key.name).join(', ')}.`,
  );
}

export function keyIn(text: string): VerifierKey {
  const read = readVerifierKey(existsSync(text) ? readFileSync(text, 'utf8').trim() : text);
  if (read.outcome === 'read') return read.value;
  throw new Stop('KEY_WRONG', `"${text}" is no verifier key: ${read.why}`, exitCodes.badInput);
}

function lawIn(folder: string) {
  const pack = loadLawPack(folder);
  if (pack.outcome === 'loaded') return pack.law;
  const { file, problem } = pack.faults[0] ?? { file: folder, problem: 'It cannot be read.' };
  throw new Stop('LAW_FAULTY', `The law pack ${folder} can't be used: ${file}: ${problem}`, exitCodes.badInput);
}
