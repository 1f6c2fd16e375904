import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Whose } from '@muster/deployment';
import type { CommandId, Sealed } from '@muster/terms';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openKeyFolder } from './key-folder.ts';
import { keysInMemory } from './keys-in-memory.ts';
import { personKeys } from './person-keys.ts';
import { seal, unseal } from './seal.ts';

const person = (digit: string, lenderId = 'us.oh'): Whose => ({
  lenderId: lenderId as never,
  personId: `prs_${digit.repeat(32)}` as never,
});
const ada = person('a');
const command = (id: string) => `cmd_${id}` as CommandId;
const particulars = { name: 'Ada Canary', badge: '123456' };

describe('a seal', () => {
  const key = randomBytes(32);

  it('opens to what was sealed, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
        const json = JSON.stringify(text);
        expect(unseal(key, ada, seal(key, ada, command('a'), json))).toBe(json);
      }),
    );
  });

  it('is the same bytes for the same again, and shares neither salt nor ciphertext with anything else', () => {
    const sealed = seal(key, ada, command('a'), 'Ada');
    expect(seal(key, ada, command('a'), 'Ada')).toEqual(sealed);
    for (const other of [
      seal(key, ada, command('b'), 'Ada'),
      seal(key, ada, command('a'), 'Eve'),
      seal(randomBytes(32), ada, command('a'), 'Ada'),
    ]) {
      for (const part of ['salt', 'commitment', 'ciphertext'] as const) expect(other[part]).not.toBe(sealed[part]);
    }
  });

  it('tells nothing of how long a name is', () => {
    const lengths = ['A', 'Ada', 'Ada of the very long family name'].map(
      (name) => seal(key, ada, command('a'), JSON.stringify({ name })).ciphertext.length,
    );
    expect(new Set(lengths).size).toBe(1);
  });

  it('refuses another key before it decrypts anything, and any byte that was changed', () => {
    const sealed = seal(key, ada, command('a'), 'Ada');
    expect(unseal(randomBytes(32), ada, sealed)).toBeUndefined();
    expect(unseal(key, person('b'), sealed)).toBeUndefined();
    expect(unseal(key, person('a', 'us.tx'), sealed)).toBeUndefined();
    const other = seal(key, ada, command('b'), 'Eve');
    // A ciphertext that is genuine under this key, with the commitment of another sealing.
    expect(unseal(key, ada, { ...other, commitment: sealed.commitment })).toBeUndefined();
    fc.assert(
      fc.property(
        fc.constantFrom('salt', 'commitment', 'ciphertext'),
        fc.nat(),
        fc.integer({ min: 0, max: 7 }),
        (part, at, bit) => {
          const bytes = Buffer.from(sealed[part], 'base64url');
          const i = at % bytes.length;
          bytes[i] = (bytes[i] ?? 0) ^ (1 << bit);
          expect(unseal(key, ada, { ...sealed, [part]: bytes.toString('base64url') })).toBeUndefined();
        },
      ),
    );
  });

  it('is read the same for ever: one sealed when the scheme was made still opens', () => {
    const pinned: Sealed = {
      scheme: 'hkdf-sha256+aes-256-gcm/1',
      salt: 'yPD0OR6pZkUeyLanGfp8xfjkaDLVOUS9cyzjlQ_4_0k',
      commitment: '7KbWNPaw80EIz39EfU68AujGmHNjaVqoiuC-2no1tAU',
      ciphertext:
        'qjOlBNS7Z5EEDfFIr6i9QueH8zUWkMSImMIoI7ZLqwrQklcvcylXtuSlQ55eud8DA_abe89BWtXpryvjpYk1vjMeUydV7k_XYqXG-w7CqueCAE4_7MZ2ffzS-NPdP_geTKTQNl9HR6wCFXinW9TTH8SAFf9h12wwXlB1DDeK01ocDDhj7ZbY3jy-foJ3Anr_',
    };
    const old = Buffer.alloc(32, 7);
    expect(unseal(old, ada, pinned)).toBe('{"name":"Ada Canary"}');
    expect(seal(old, ada, command('pinned'), '{"name":"Ada Canary"}')).toEqual(pinned);
  });
});

const folder = mkdtempSync(join(tmpdir(), 'muster-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  ['in memory', async () => keysInMemory()],
  ['in a folder', () => openKeyFolder(join(folder, randomBytes(4).toString('hex')))],
])('keys %s', (_where, store) => {
  it('seal and open for one person, and no more once the key is destroyed', async () => {
    const keys = personKeys(await store());
    expect(await keys.seal(ada, command('a'), particulars)).toBe('noKey');
    await keys.make(ada);
    const sealed = (await keys.seal(ada, command('a'), particulars)) as Sealed;
    expect(await keys.open(ada, sealed)).toEqual(particulars);
    expect(await keys.open(person('b'), sealed)).toBe('noKey');
    await keys.make(person('b'));
    expect(await keys.open(person('b'), sealed)).toBe('otherKey');
    await keys.erase(ada);
    await keys.erase(ada);
    expect(await keys.open(ada, sealed)).toBe('noKey');
    await keys.make(ada);
    expect(await keys.open(ada, sealed)).toBe('otherKey');
  });

  it('keep the key that was there first, of many made at once', async () => {
    const keys = personKeys(await store());
    await Promise.all(Array.from({ length: 20 }, () => keys.make(ada)));
    const first = await keys.seal(ada, command('a'), particulars);
    await keys.make(ada);
    expect(await keys.seal(ada, command('a'), particulars)).toEqual(first);
  });

  it('remember whom somebody has begun to erase, until it is done or taken back', async () => {
    const keys = personKeys(await store());
    const others = [person('b'), person('c', 'us.tx')];
    for (const whose of [ada, ...others]) await keys.beginErasing(whose);
    expect(await keys.erasing()).toHaveLength(3);
    await keys.erase(ada);
    await keys.keep(person('b'));
    expect(await keys.erasing()).toEqual([person('c', 'us.tx')]);
  });
});

describe('a key folder', () => {
  it('is read by its owner only, outlives the process, and leaves no byte of a destroyed key', async () => {
    const place = join(folder, 'kept');
    await personKeys(await openKeyFolder(place)).make(ada);
    const file = join(place, 'us.oh', `${ada.personId}.key`);
    const key = readFileSync(file);
    expect(key).toHaveLength(32);
    expect([statSync(place), statSync(file)].map((s) => s.mode & 0o777)).toEqual([0o700, 0o600]);
    const again = personKeys(await openKeyFolder(place));
    await again.make(ada);
    expect(readFileSync(file).equals(key)).toBe(true);
    await again.erase(ada);
    expect(readdirSync(join(place, 'us.oh'))).toEqual([]);
  });

  it('takes what is no key for none', async () => {
    const place = join(folder, 'broken');
    const store = await openKeyFolder(place);
    await store.put(ada, new Uint8Array(5));
    expect(await personKeys(store).seal(ada, command('a'), particulars)).toBe('noKey');
  });
});
