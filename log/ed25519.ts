import * as noble from '@noble/ed25519';
import { sha512 } from '@noble/hashes/sha2.js';

noble.hashes.sha512 = sha512;

/** The public key of a 32-byte seed. */
export const publicKeyOf = (seed: Uint8Array): Uint8Array => noble.getPublicKey(seed);

/** An Ed25519 signature by RFC 8032: the same bytes for the same message. */
export const signEd25519 = (message: Uint8Array, seed: Uint8Array): Uint8Array => noble.sign(message, seed);

/** Whether the signature is right, held to RFC 8032 strictly: one signature cannot be turned into another. */
export function verifiesEd25519(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return noble.verify(signature, message, publicKey, { zip215: false });
  } catch {
    return false; // of another length, not a point of the curve, or a number out of range
  }
}
