import { base64Of, bytesOfBase64, joined, utf8 } from './bytes.ts';
import { signEd25519, verifiesEd25519 } from './ed25519.ts';
import { isKeyName, type SigningKey, type VerifierKey } from './note-key.ts';
import { malformed, type Reading, reading } from './outcome.ts';

/** A text and who signed it (C2SP signed-note). That it can be read says nothing of whether the signatures are right. */
export interface SignedNote {
  /** Ends with a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  readonly keyId: number;
  /** What follows the key's id: 64 bytes of Ed25519, before them the time in a cosignature. */
  readonly bytes: Uint8Array;
}

/** A signature that a known key made. */
export interface VerifiedSignature {
  readonly key: VerifierKey;
  /** When a witness signed, in seconds since 1970; of witnesses only. */
  readonly signedAtSeconds?: number;
}

export type OpenedNote =
  | {
      readonly outcome: 'verified';
      readonly text: string;
      readonly by: readonly VerifiedSignature[];
      /** Of keys that the verifier does not know: they count for nothing. */
      readonly unknown: readonly NoteSignature[];
    }
  | { readonly outcome: 'refused'; readonly why: string };

export const mostSignatures = 100;
export const longestNote = 1_000_000;

/** Reads a note strictly; anything not written as it should be is malformed. */
export function readNote(note: string): Reading<SignedNote> {
  return reading(() => {
    if (note.length > longestNote) malformed(`A note of more than ${longestNote} characters is not read.`);
    if (hasForbiddenCharacter(note)) malformed('The note holds a control character or half a surrogate pair.');
    const split = note.lastIndexOf('\n\n');
    if (split < 0) malformed('The note has no blank line between its text and its signatures.');
    const lines = note.slice(split + 2).split('\n');
    if (lines.pop() !== '' || lines.length === 0)
      malformed('The note does not end with signature lines, each with its newline.');
    if (lines.length > mostSignatures)
      malformed(`The note has ${lines.length} signatures; at most ${mostSignatures} are read.`);
    return { text: note.slice(0, split + 1), signatures: lines.map(signatureIn) };
  });
}

/** The note as it is stored and sent. */
export const noteText = ({ text, signatures }: SignedNote): string =>
  `${text}\n${signatures.map(signatureLine).join('')}`;

/** Signs a text. A witness's key needs the time, in seconds since 1970. Throws on a text no note can have. */
export function signNote(text: string, key: SigningKey, atSeconds = -1): NoteSignature {
  if (!text.endsWith('\n') || hasForbiddenCharacter(text)) {
    throw new RangeError('A note ends with a newline and holds no other control character.');
  }
  if (key.type === 'ed25519') return { name: key.name, keyId: key.id, bytes: signEd25519(utf8(text), key.seed) };
  if (!Number.isSafeInteger(atSeconds) || atSeconds < 0) {
    throw new RangeError('A cosignature needs the time in whole seconds since 1970.');
  }
  const bytes = joined(new Uint8Array(8), signEd25519(cosignedMessage(text, atSeconds), key.seed));
  new DataView(bytes.buffer).setBigUint64(0, BigInt(atSeconds));
  return { name: key.name, keyId: key.id, bytes };
}

/**
 * Checks a note against the keys that are known. Signatures of unknown keys are passed over; one of a known key that is
 * wrong, or none of any known key, refuses the whole note.
 */
export function openNote(note: string, known: readonly VerifierKey[]): OpenedNote {
  const read = readNote(note);
  if (read.outcome === 'malformed') return refused(read.why);
  const { text, signatures } = read.value;
  const by = new Map<VerifierKey, VerifiedSignature>();
  const unknown: NoteSignature[] = [];
  for (const signature of signatures) {
    const keys = known.filter((key) => key.name === signature.name && key.id === signature.keyId);
    const [key] = keys;
    if (!key) {
      unknown.push(signature);
    } else if (keys.length > 1) {
      return refused(`Two keys of ${key.name} have one id, so nobody can say whose signature it is.`);
    } else if (!by.has(key)) {
      const verified = verify(text, signature, key);
      if (!verified) return refused(`The signature of ${key.name} is wrong: the note was changed, or never signed.`);
      by.set(key, verified);
    }
  }
  if (by.size === 0) return refused(`No known key signed the note; it names ${namesOf(unknown)}.`);
  return { outcome: 'verified', text, by: [...by.values()], unknown };
}

const refused = (why: string) => ({ outcome: 'refused', why }) as const;
const namesOf = (signatures: readonly NoteSignature[]) => [...new Set(signatures.map(({ name }) => name))].join(', ');

function verify(text: string, { bytes }: NoteSignature, key: VerifierKey): VerifiedSignature | undefined {
  if (key.type === 'ed25519') return verifiesEd25519(utf8(text), bytes, key.publicKey) ? { key } : undefined;
  if (bytes.length !== 72) return undefined;
  const signedAtSeconds = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0));
  if (!Number.isSafeInteger(signedAtSeconds)) return undefined;
  const message = cosignedMessage(text, signedAtSeconds);
  return verifiesEd25519(message, bytes.subarray(8), key.publicKey) ? { key, signedAtSeconds } : undefined;
}

/** What a witness signs: that it saw this, and when (C2SP tlog-cosignature). */
const cosignedMessage = (text: string, atSeconds: number) => utf8(`cosignature/v1\ntime ${atSeconds}\n${text}`);

function signatureIn(line: string): NoteSignature {
  const parts = /^\u2014 (\S+) (\S+)$/.exec(line) as [string, string, string] | null;
  const bytes = parts && bytesOfBase64(parts[2]);
  if (!parts || !isKeyName(parts[1]) || !bytes || bytes.length < 5)
    malformed(`"${line.slice(0, 60)}" is no signature line.`);
  return { name: parts[1], keyId: new DataView(bytes.buffer).getUint32(0), bytes: bytes.slice(4) };
}

function signatureLine({ name, keyId, bytes }: NoteSignature): string {
  const id = new Uint8Array(4);
  new DataView(id.buffer).setUint32(0, keyId);
  return `\u2014 ${name} ${base64Of(joined(id, bytes))}\n`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const hasForbiddenCharacter = (text: string) => /[\u0000-\u0009\u000b-\u001f\p{Cs}]/u.test(text);
