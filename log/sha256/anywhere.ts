import { sha256 as sha256InScript } from '@noble/hashes/sha2.js';

/** SHA-256 where there is no Node: a browser, another runtime. */
export const sha256 = (bytes: Uint8Array): Uint8Array => sha256InScript(bytes);
