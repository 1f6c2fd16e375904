import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { leftIn, muster, removeFolder, stackTrace, temporaryFolder } from '@muster/house/testing';
import { expect, it } from 'vitest';
import { isRoot, run } from './postgres-process.ts';
import { isWhole } from './writers.ts';

/** From what holds not even the passwords of a database to what holds all of it; the database alone takes some 40 MB. */
const sizes = isWhole ? ['1m', '30m', '39m', '40m', '41m', '160m'] : ['1m', '41m', '160m'];

if (isRoot) {
  it('export onto a full disk, and import into a folder on one, say so in one sentence and leave nothing half-done', async () => {
    const place = temporaryFolder();
    const [folder, disk, bundle] = [join(place, 'data'), join(place, 'disk'), join(place, 'record.muster')];
    mkdirSync(disk);
    const onDisk = async (size: string, work: () => Promise<void>) => {
      expect(await run('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk)).toBe(0);
      await work().finally(() => run('umount', '-l', disk));
    };
    expect(await muster(folder, ['run', 'hurricane'])).toMatchObject({ code: 0 });

    for (const name of ['record.muster', 'record.muster.gz']) {
      await onDisk('32k', async () => {
        const file = join(disk, name);
        const { code, stdout, stderr } = await muster(folder, ['export', file]);
        expect({ code, stdout, stderr }).toEqual({
          code: 5,
          stdout: '',
          stderr: `There is no space for ${file}: its disk is full. Nothing was exported: free some space, or name another place.\n`,
        });
        expect(readdirSync(disk)).toEqual([]);
      });
    }
    expect(await muster(folder, ['export', bundle])).toMatchObject({ code: 0 });

    const came: number[] = [];
    for (const [i, size] of sizes.entries()) {
      await onDisk(size, async () => {
        // A folder that is not there yet, and one that is there and empty.
        const target = i % 2 === 0 ? join(disk, 'new') : disk;
        const { code, stderr } = await muster(target, ['import', bundle]);
        came.push(code ?? -1);
        expect(stderr).not.toMatch(stackTrace);
        expect(await leftIn(target)).toEqual([]);
        if (code === 0) return;
        expect(stderr).toBe(
          `The disk that holds the data folder ${target} is full. Nothing was imported: free some space, or import into another folder.\n`,
        );
        expect(readdirSync(disk)).toEqual([]);
      });
    }
    expect([came[0], came.at(-1)]).toEqual([5, 0]);
    expect(came.filter((code) => code !== 5 && code !== 0)).toEqual([]);
    removeFolder(place);
  }, 600_000);
} else {
  it('carrying a record onto a full disk was NOT tried: only root may mount a small one', () =>
    expect(process.getuid?.()).not.toBe(0));
}
