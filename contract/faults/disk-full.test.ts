import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isRoot, newFolder, openPlace, removed, run, until } from './postgres-process.ts';
import { expectKept, keepWriting } from './writers.ts';

/** Enough for PostgreSQL's beginning and some thousand events, and little enough to be full in seconds. */
const size = { disk: '160m', ballastBytes: 48 * 2 ** 20 };

if (isRoot) {
  it('a disk that is full refuses in plain words, loses nothing acknowledged, and goes on once there is space', async () => {
    const disk = await newFolder();
    expect(await run('mount', '-t', 'tmpfs', '-o', `size=${size.disk}`, 'tmpfs', disk)).toBe(0);
    try {
      const ballast = join(disk, 'ballast');
      await writeFile(ballast, Buffer.alloc(size.ballastBytes, 1));
      const place = await openPlace(join(disk, 'data'));
      const written = keepWriting(place.record, 64, 20_000);
      await until(() => written.troubles.size > 0, 60_000, 'the disk is full');
      await written.stop();
      expect([...written.troubles].filter((code) => !code.startsWith('DATABASE_'))).toEqual([]);
      expect(written.acknowledged.size).toBeGreaterThan(50);

      await rm(ballast);
      expect(existsSync(ballast)).toBe(false);
      // PostgreSQL may have stopped for want of space: the same folder opens again, and nothing is lost.
      await place.close();
      const again = await openPlace(join(disk, 'data'));
      await expectKept(again.record, written);
      const after = keepWriting(again.record, 8);
      await until(() => after.acknowledged.size > 20, 30_000, 'appends are taken again');
      await after.stop();
      await expectKept(again.record, after);
      await again.close();
      process.stdout.write(
        `  full after ${written.acknowledged.size} acknowledged (${[...written.troubles]}), 0 lost\n`,
      );
    } finally {
      await run('umount', '-l', disk);
      await removed(disk);
    }
  }, 240_000);
} else {
  it('a full disk was NOT tried: only root may mount a small one', () => expect(process.getuid?.()).not.toBe(0));
}
