import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { gcmDecrypt, gcmEncrypt } from './aes-gcm.ts';
import { hkdf } from './hkdf.ts';

type Test = Readonly<Record<string, string>> & { readonly tcId: number; readonly size: number };
interface Group {
  readonly ivSize?: number;
  readonly tests: readonly Test[];
}

/** Project Wycheproof's vectors, beside this repository. */
function groupsOf(name: string): readonly Group[] {
  const file = fileURLToPath(new URL(`../../../shared/vectors/wycheproof/${name}`, import.meta.url));
  if (!existsSync(file)) throw new Error(`The vectors of Wycheproof are missing: they belong into ${file}.`);
  return JSON.parse(readFileSync(file, 'utf8')).testGroups;
}

const bytes = (test: Test, field: string): Buffer => Buffer.from(test[field] ?? '', 'hex');

it('HKDF-SHA256 is right in all 86 vectors of Wycheproof', () => {
  const tests = groupsOf('hkdf_sha256_test.json').flatMap((g) => g.tests);
  expect(tests).toHaveLength(86);
  for (const test of tests) {
    const made = () => hkdf(bytes(test, 'ikm'), bytes(test, 'salt'), bytes(test, 'info'), test.size).toString('hex');
    if (test.result === 'valid') expect(made(), `${test.tcId}`).toBe(test.okm);
    else expect(made, `${test.tcId}`).toThrow();
  }
});

it('AES-GCM is right in all 316 vectors of Wycheproof: none that is false opens, all that are true do', () => {
  const groups = groupsOf('aes_gcm_test.json');
  let done = 0;
  for (const { ivSize = 0, tests } of groups) {
    for (const test of tests) {
      done++;
      const [key, nonce, bound, plain] = ['key', 'iv', 'aad', 'msg'].map((f) => bytes(test, f)) as [
        Buffer,
        Buffer,
        Buffer,
        Buffer,
      ];
      const ciphertext = Buffer.concat([bytes(test, 'ct'), bytes(test, 'tag')]);
      if (ivSize === 0 || ivSize > 1024) {
        // OpenSSL takes nonces of 1 to 128 bytes, and refuses the others whole. Ours have 12.
        expect(() => gcmEncrypt(key, nonce, plain, bound), `${test.tcId}`).toThrow();
        expect(() => gcmDecrypt(key, nonce, ciphertext, bound), `${test.tcId}`).toThrow();
      } else if (test.result === 'valid') {
        expect(gcmEncrypt(key, nonce, plain, bound).equals(ciphertext), `${test.tcId}`).toBe(true);
        expect(gcmDecrypt(key, nonce, ciphertext, bound)?.equals(plain), `${test.tcId}`).toBe(true);
      } else expect(gcmDecrypt(key, nonce, ciphertext, bound), `${test.tcId}`).toBeUndefined();
    }
  }
  expect(done).toBe(316);
});
