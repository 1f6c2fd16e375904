import { z } from 'zod';

const bytes = (most: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/, 'must be base64url')
    .max(most);

/**
 * Something that only the holder of a key can read. What it holds is found neither in the record nor, once the key is
 * destroyed, anywhere. Bytes are base64url without padding.
 */
export const sealedSchema = z.strictObject({
  /** How it was sealed; a new way is a new word. docs/concepts/personal-data.md says what this one does. */
  scheme: z.literal('hkdf-sha256+aes-256-gcm/1'),
  /** 32 bytes, another for every sealing. */
  salt: bytes(43).length(43),
  /** 32 bytes by which another key is refused before anything is decrypted. */
  commitment: bytes(43).length(43),
  /** The ciphertext and its tag of 16 bytes. */
  ciphertext: bytes(8_000),
});
export type Sealed = z.infer<typeof sealedSchema>;
