import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'muster-lock-'));
const lock = join(folder, 'a.lock');
const journal = join(folder, 'journal');

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that notes when it enters and leaves; interleaved notes mean that two were inside together. */
const contender = `
  import { appendFileSync } from 'node:fs';
  import { setTimeout as pause } from 'node:timers/promises';
  import { holdLock } from ${JSON.stringify(new URL('./hold-lock.mjs', import.meta.url).href)};
  const note = (words) => appendFileSync(${JSON.stringify(journal)}, words + ' ' + process.pid + '\\n');
  await holdLock(${JSON.stringify(lock)}, async () => { note('in'); await pause(300); note('out'); }, () => {});
`;

it('lets one process in at a time, and takes over a lock whose holder is dead', async () => {
  const gone = promisify(execFile)(process.execPath, ['-e', '']);
  await gone;
  writeFileSync(lock, String(gone.child.pid));

  const contend = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', contender]);
  await Promise.all([contend(), contend(), contend()]);

  const notes = readFileSync(journal, 'utf8').trim().split('\n');
  expect(notes).toHaveLength(6);
  for (let i = 0; i < notes.length; i += 2) {
    expect(notes[i + 1]).toBe(notes[i]?.replace('in', 'out'));
  }
});
