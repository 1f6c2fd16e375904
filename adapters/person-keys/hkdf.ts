import { hkdfSync } from 'node:crypto';

/** HKDF with SHA-256 (RFC 5869). Throws for more than 8,160 bytes, of which there are none. */
export const hkdf = (key: Uint8Array, salt: Uint8Array, info: Uint8Array, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, bytes));
