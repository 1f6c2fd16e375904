import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signingKeyText } from '@muster/log';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkpointFile, makeSigningKey, openSigningKey, takeNextKey, writeNextKey } from './index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'muster-log-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const opened = async (file: Promise<Awaited<ReturnType<typeof openSigningKey>>>) => {
  const one = await file;
  if (one.outcome !== 'opened') throw new Error(JSON.stringify(one));
  return one.key;
};

it('makes one key, for its owner alone, whoever is first', async () => {
  expect(await openSigningKey(folder)).toEqual({ outcome: 'missing' });
  const keys = await Promise.all([0, 1, 2, 3].map(() => opened(makeSigningKey(folder, 'muster.example/a'))));
  expect(new Set(keys.map(signingKeyText)).size).toBe(1);
  expect(statSync(join(folder, 'log-key')).mode & 0o777).toBe(0o600);
  expect(await opened(openSigningKey(folder))).toEqual(keys[0]);
  expect(readdirSync(folder)).toEqual(['log-key']);
});

it.each([0o640, 0o604, 0o620, 0o666])(
  'refuses a key that others may use (mode %o), and says how to mend it',
  async (mode) => {
    const key = await opened(makeSigningKey(folder, 'muster.example/a'));
    chmodSync(join(folder, 'log-key'), mode);
    const refused = await openSigningKey(folder);
    expect(refused).toMatchObject({ code: 'LOG_KEY_EXPOSED', why: expect.stringContaining('chmod 600') });
    expect(JSON.stringify(refused)).not.toContain(signingKeyText(key).slice(-20));
    chmodSync(join(folder, 'log-key'), 0o600);
    expect(await opened(openSigningKey(folder))).toEqual(key);
  },
);

it('says that a key is damaged, and shows nothing of it', async () => {
  const key = await opened(makeSigningKey(folder, 'muster.example/a'));
  const text = signingKeyText(key);
  writeFileSync(join(folder, 'log-key'), text.slice(0, -8));
  const refused = await openSigningKey(folder);
  expect(refused).toMatchObject({ code: 'LOG_KEY_DAMAGED' });
  expect(JSON.stringify(refused)).not.toContain(text.slice(-20, -8));
});

it('lets the next key take over only once the log was handed to it', async () => {
  const first = await opened(makeSigningKey(folder, 'muster.example/a'));
  const next = await opened(writeNextKey(folder, 'muster.example/a'));
  expect(next.id).not.toBe(first.id);
  // Broken off and begun again: the same key.
  expect(await opened(writeNextKey(folder, 'muster.example/a'))).toEqual(next);
  expect(await opened(takeNextKey(folder, (key) => key.id === first.id))).toEqual(first);
  expect(await opened(takeNextKey(folder, (key) => key.id === next.id))).toEqual(next);
  expect(await opened(openSigningKey(folder))).toEqual(next);
  expect(existsSync(join(folder, 'log-key.next'))).toBe(false);
  const renamed = await opened(writeNextKey(folder, 'muster.example/b'));
  expect(await opened(writeNextKey(folder, 'muster.example/c'))).not.toEqual(renamed);
});

it('keeps the newest checkpoint, whole', async () => {
  const guard = checkpointFile(folder);
  expect(await guard.newest()).toBeUndefined();
  await guard.keep('one\n');
  await guard.keep('two\n');
  expect(await guard.newest()).toBe('two\n');
  expect(readFileSync(guard.where, 'utf8')).toBe('two\n');
  expect(readdirSync(folder)).toEqual(['log-checkpoint']);
});

if (process.getuid?.() === 0) {
  it('leaves no draft behind on a full disk, and what was there stands', async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', folder]);
    try {
      const file = checkpointFile(folder);
      await file.keep('before\n');
      writeFileSync(join(folder, 'ballast'), Buffer.alloc(4096));
      await expect(file.keep('after\n')).rejects.toMatchObject({ code: 'ENOSPC' });
      expect(readdirSync(folder).sort()).toEqual(['ballast', 'log-checkpoint']);
      expect(await file.newest()).toBe('before\n');
    } finally {
      execFileSync('umount', ['-l', folder]);
    }
  });
} else {
  it('a full disk was NOT tried: only root may mount a small one', () => expect(process.getuid?.()).not.toBe(0));
}
