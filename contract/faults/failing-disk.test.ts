import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { childrenOf, newFolder, openPlace, postmasterIn, programOf, removed, until } from './postgres-process.ts';
import { expectKept, keepWriting } from './writers.ts';

const strace = programOf('strace');

/** What the kernel answers instead of doing what the database asks for, from the so-manieth call on, so often. */
const faults = [
  ['a sync that fails (EIO)', 'fdatasync:error=EIO:when=20..22'],
  ['a write that finds no space (ENOSPC)', 'pwrite64:error=ENOSPC:when=30..34'],
  ['a write that fails (EIO)', 'pwrite64:error=EIO:when=30..32'],
] as const;

describe('a disk that fails under the database', () => {
  if (!strace) {
    it('was NOT tried: strace is not on this machine (apt-get install strace)', () => expect(strace).toBeUndefined());
    return;
  }
  it.each(faults)(
    '%s: nothing acknowledged is lost, and it goes on',
    async (_, inject) => {
      const folder = await newFolder();
      const place = await openPlace(folder);
      const written = keepWriting(place.record);
      await until(() => written.acknowledged.size > 200, 30_000, '200 appends');
      const before = written.acknowledged.size;
      const postmaster = postmasterIn(folder);
      const pids = [postmaster, ...childrenOf(postmaster)].flatMap((pid) => ['-p', String(pid)]);
      const [call] = inject.split(':');
      const args = ['-f', '-qq', '-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${inject}`, ...pids];
      const tracer = spawn(strace, args, { stdio: 'ignore' });
      // It also ends by itself, once all whom it watches have ended.
      const ended = once(tracer, 'close');
      await pause(2_500);
      tracer.kill('SIGTERM');
      await ended;
      // PostgreSQL ends all sessions after a sync that failed and begins anew from what is on the disk. Where that
      // beginning meets the fault too, it ends whole, and is started again.
      const soFar = written.acknowledged.size;
      await until(() => written.acknowledged.size > soFar + 200, 90_000, 'appends are taken again');
      await written.stop();
      await expectKept(place.record, written);
      const { size } = written.acknowledged;
      const end = place.troubles.length === 0 ? 'went on' : 'ended and was started again';
      process.stdout.write(
        `  ${inject}: ${before} before, ${size} acknowledged in all, 0 lost, PostgreSQL ${end} (${[...written.troubles]})\n`,
      );
      await place.close();
      await removed(folder);
    },
    180_000,
  );
});
