import { type CipherGCMTypes, createCipheriv, createDecipheriv } from 'node:crypto';

export const tagBytes = 16;

const cipherOf = (key: Uint8Array): CipherGCMTypes => `aes-${(key.length * 8) as 128 | 192 | 256}-gcm`;
const options = { authTagLength: tagBytes };

/** AES-GCM (SP 800-38D): the ciphertext and its tag of 16 bytes. A nonce may serve a key once. */
export function gcmEncrypt(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, bound: Uint8Array): Buffer {
  const cipher = createCipheriv(cipherOf(key), key, nonce, options).setAAD(bound);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The plain bytes; undefined where key, nonce, ciphertext or what it is bound to is not what it was encrypted with. */
export function gcmDecrypt(
  key: Uint8Array,
  nonce: Uint8Array,
  ciphertext: Uint8Array,
  bound: Uint8Array,
): Buffer | undefined {
  if (ciphertext.length < tagBytes) return undefined;
  const text = ciphertext.subarray(0, -tagBytes);
  const cipher = createDecipheriv(cipherOf(key), key, nonce, options).setAAD(bound);
  cipher.setAuthTag(ciphertext.subarray(-tagBytes));
  const plain = cipher.update(text);
  try {
    return Buffer.concat([plain, cipher.final()]);
  } catch {
    return undefined;
  }
}
