import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { leftIn, muster, removeFolder, stackTrace, temporaryFolder } from '@muster/house/testing';
import { afterAll, describe, expect, it, vi } from 'vitest';

// Each test starts programs that start databases: slow is not failed.
vi.setConfig({ testTimeout: 180_000 });

const place = temporaryFolder();
const [folder, other] = [join(place, 'data'), join(place, 'other')];
const bundle = join(place, 'record.muster.gz');
afterAll(async () => {
  for (const one of [folder, other]) await leftIn(one);
  removeFolder(place);
});

/** In this order: a record is made, carried out, verified, carried in elsewhere. */
describe('a record that moves', () => {
  it('is exported, signed and sealed, and holds offline', async () => {
    expect(await muster(folder, ['run', 'hurricane'])).toMatchObject({ code: 0 });
    const ended = await muster(folder, ['export', bundle]);
    expect(ended).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('It is sealed by the log.') });
    const { keys } = JSON.parse((await muster(folder, ['log', 'show', '--json'])).stdout);
    const verified = await muster(join(place, 'none'), ['verify', bundle, '--key', keys[0].verifierKey]);
    expect(verified.stdout).toMatch(/^It holds\. This is the record "/);
    expect(verified).toMatchObject({ code: 0, stderr: '' });
    expect(verified.stdout).toContain('sealed by the log');
    expect(existsSync(join(place, 'none'))).toBe(false);
  });

  it('is not written over another file', async () => {
    const before = readFileSync(bundle);
    const ended = await muster(folder, ['export', bundle, '--json']);
    expect([ended.code, JSON.parse(ended.stdout).error.code]).toEqual([2, 'FILE_EXISTS']);
    expect(ended.stderr).not.toMatch(stackTrace);
    expect(readFileSync(bundle)).toEqual(before);
  });

  it('is the same elsewhere, and holds there after it went on under a new key that the old one handed over to', async () => {
    expect(await muster(other, ['import', bundle])).toMatchObject({ code: 0, stderr: '' });
    const whole = async (where: string) =>
      JSON.parse((await muster(where, ['record', 'list', '--json'])).stdout).entries;
    expect(await whole(other)).toEqual(await whole(folder));
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, 'log-key'), readFileSync(join(folder, 'log-key')), { mode: 0o600 });
    const first = JSON.parse((await muster(other, ['log', 'show', '--json'])).stdout).keys[0].verifierKey;
    expect(await muster(other, ['log', 'rotate'])).toMatchObject({ code: 0 });
    const again = join(place, 'again.muster');
    expect(await muster(other, ['export', again])).toMatchObject({ code: 0 });
    const { code, stdout } = await muster(other, ['verify', again, '--key', first, '--json', '--no-replay']);
    expect({ code, ...JSON.parse(stdout) }).toMatchObject({ code: 0, holds: true, sealed: true, keyFrom: 'given' });
  });

  it('is refused by a folder that holds a record, and where there is no such file', async () => {
    const ended = await muster(folder, ['import', bundle, '--json']);
    expect([ended.code, JSON.parse(ended.stdout).error.code]).toEqual([4, 'RECORD_NOT_EMPTY']);
    const none = await muster(folder, ['import', join(place, 'none.muster'), '--json']);
    expect([none.code, JSON.parse(none.stdout).error.code]).toEqual([2, 'FILE_UNKNOWN']);
  });
});
