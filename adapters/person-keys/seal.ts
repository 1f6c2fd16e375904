import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Whose } from '@muster/deployment';
import type { CommandId, Sealed } from '@muster/terms';
import { gcmDecrypt, gcmEncrypt } from './aes-gcm.ts';
import { hkdf } from './hkdf.ts';

const scheme = 'hkdf-sha256+aes-256-gcm/1';
const none = Buffer.alloc(0);
/** Everything sealed is as long as the next multiple, so that its length tells little of a name. */
const block = 128;

/**
 * Seals a text with a person's key. Salt, and by it key and nonce, are derived from the person's key, the command and
 * the text: the same again is the same bytes, and nothing else ever meets the same key and nonce. Without the person's
 * key a salt tells nothing: it is no hash of the text.
 */
export function seal(personKey: Uint8Array, whose: Whose, commandId: CommandId, text: string): Sealed {
  const salting = hkdf(personKey, none, words('muster person salt'), 32);
  const salt = createHmac('sha256', salting).update(`${commandId}\n${text}`).digest();
  const { key, nonce, commitment } = derive(personKey, salt, whose);
  const ciphertext = gcmEncrypt(key, nonce, padded(text), boundTo(whose));
  return { scheme, salt: url(salt), commitment: url(commitment), ciphertext: url(ciphertext) };
}

/**
 * The text; undefined where the key is not the one it was sealed with, or anything was changed. AES-GCM alone lets one
 * ciphertext open under two keys to two texts, so the key is held to its commitment before anything is decrypted.
 */
export function unseal(personKey: Uint8Array, whose: Whose, sealed: Sealed): string | undefined {
  const { key, nonce, commitment } = derive(personKey, bytes(sealed.salt), whose);
  const claimed = bytes(sealed.commitment);
  if (claimed.length !== commitment.length || !timingSafeEqual(claimed, commitment)) return undefined;
  return gcmDecrypt(key, nonce, bytes(sealed.ciphertext), boundTo(whose))?.toString('utf8').trimEnd();
}

/** One derivation gives all three, so that they stand and fall together. */
function derive(personKey: Uint8Array, salt: Uint8Array, whose: Whose) {
  const all = hkdf(personKey, salt, boundTo(whose), 32 + 12 + 32);
  return { key: all.subarray(0, 32), nonce: all.subarray(32, 44), commitment: all.subarray(44) };
}

/** What is sealed for one person opens as no other's. */
const boundTo = ({ lenderId, personId }: Whose): Buffer => words(`${scheme}\n${lenderId}\n${personId}`);

/** Filled up with spaces, which JSON ends before. */
function padded(text: string): Buffer {
  const length = Buffer.byteLength(text);
  return Buffer.concat([words(text), Buffer.alloc(Math.ceil(length / block) * block - length, ' ')]);
}

const words = (text: string): Buffer => Buffer.from(text, 'utf8');
const url = (given: Buffer): string => given.toString('base64url');
const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');
