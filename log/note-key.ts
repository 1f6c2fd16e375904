import { sha256 } from '#sha256';
import { base64Of, bytesOfBase64, joined, sameBytes, utf8 } from './bytes.ts';
import { publicKeyOf } from './ed25519.ts';
import { malformed, type Reading, reading } from './outcome.ts';

/** What a key signs with: the note's text, or (a witness) the time and the text. The bytes are those of C2SP signed-note. */
export const signatureTypes = { ed25519: 1, cosignature: 4 } as const;
export type SignatureType = keyof typeof signatureTypes;

/** A key that checks signatures. Name and id together say which key and which type it is. */
export interface VerifierKey {
  readonly name: string;
  readonly type: SignatureType;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** The first four bytes of a hash over name, type and key: no secret, and no proof of anything. */
  readonly id: number;
}

/** A key that signs: whoever has its seed can sign in its name. */
export interface SigningKey extends VerifierKey {
  /** 32 bytes of chance. */
  readonly seed: Uint8Array;
}

/** Throws where no key can have that name: empty, or with a space or plus. */
export function verifierKey(name: string, type: SignatureType, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name))
    throw new RangeError(`"${name}" cannot name a key: it is empty, or holds a space, a plus or a control character.`);
  if (publicKey.length !== 32) throw new RangeError('An Ed25519 public key is 32 bytes long.');
  const digest = sha256(joined(utf8(`${name}\n`), Uint8Array.of(signatureTypes[type]), publicKey));
  return { name, type, publicKey, id: new DataView(digest.buffer, digest.byteOffset).getUint32(0) };
}

/** The key of a seed, which the caller draws by chance: 32 bytes. */
export const signingKey = (name: string, type: SignatureType, seed: Uint8Array): SigningKey => ({
  ...verifierKey(name, type, publicKeyOf(seed)),
  seed,
});

/** The key as a line of text: name, id and public key, joined by plus. This is what is published and trusted. */
export const verifierKeyText = ({ name, id, type, publicKey }: VerifierKey): string =>
  `${name}+${idText(id)}+${keyMaterial(type, publicKey)}`;

/** The key as a line of text that must be kept secret. */
export const signingKeyText = ({ name, id, type, seed }: SigningKey): string =>
  `${secretMark}${name}+${idText(id)}+${keyMaterial(type, seed)}`;

/** Reads a line that {@link verifierKeyText} made, or another program that keeps to C2SP signed-note. */
export function readVerifierKey(text: string): Reading<VerifierKey> {
  return reading(() => {
    const { name, id, type, bytes } = partsOf(text, 'verifier key');
    return withId(verifierKey(name, type, bytes), id);
  });
}

/** Reads a line that {@link signingKeyText} made. What it says of a fault never holds the key. */
export function readSigningKey(text: string): Reading<SigningKey> {
  return reading(() => {
    if (!text.startsWith(secretMark)) malformed(`A signing key begins with ${secretMark}.`);
    const { name, id, type, bytes } = partsOf(text.slice(secretMark.length), 'signing key');
    return withId(signingKey(name, type, bytes), id);
  });
}

/** Whether two keys are one. */
export const sameKey = (a: VerifierKey, b: VerifierKey): boolean =>
  a.name === b.name && a.type === b.type && sameBytes(a.publicKey, b.publicKey);

/** Neither Unicode spaces nor plus nor control characters, and not empty. */
export const isKeyName = (name: string): boolean => /^[^\s\u0085+\p{Cc}\p{Cs}]+$/u.test(name);

const secretMark = 'PRIVATE+KEY+';
const idText = (id: number) => id.toString(16).padStart(8, '0');
const keyMaterial = (type: SignatureType, bytes: Uint8Array) =>
  base64Of(joined(Uint8Array.of(signatureTypes[type]), bytes));

function partsOf(text: string, what: string) {
  const parts = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text) as [string, string, string, string] | null;
  if (!parts || !isKeyName(parts[1]))
    malformed(`A ${what} is name, eight hexadecimal digits and base 64, joined by plus.`);
  const [, name, id, material] = parts;
  const bytes = bytesOfBase64(material) ?? malformed(`The base 64 of the ${what} of ${name} cannot be read.`);
  const type = (Object.keys(signatureTypes) as SignatureType[]).find((known) => signatureTypes[known] === bytes[0]);
  if (!type) malformed(`The ${what} of ${name} is of type ${bytes[0]}; 1 (Ed25519) and 4 (cosignature/v1) are known.`);
  if (bytes.length !== 33) malformed(`The ${what} of ${name} holds ${bytes.length - 1} bytes instead of 32.`);
  return { name, id: Number.parseInt(id, 16), type, bytes: bytes.slice(1) };
}

function withId<K extends VerifierKey>(key: K, id: number): K {
  return key.id === id ? key : malformed(`The key of ${key.name} has the id ${idText(key.id)}, not ${idText(id)}.`);
}
