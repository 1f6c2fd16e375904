import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one program took, from its start to its end: reading its file is part of it. */
export interface TimedRun {
  readonly wallS: number;
  readonly cpuS: number;
  readonly memoryMb: number;
  readonly stdout: string;
  /** Undefined when it ended well. */
  readonly trouble?: string;
}

const clock = '/usr/bin/time';
/** Debian's package `time`: what tells the CPU and the memory of a program that has ended. */
export const canTime = (): boolean => existsSync(clock);

/** Runs a program by itself in a folder of its own, for so many seconds at most. */
export function runTimed(folder: string, command: readonly string[], seconds: number): TimedRun {
  const told = join(folder, 'time');
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(
    clock,
    ['-o', told, '-f', '%U %S %M', 'timeout', '-k', '5', String(seconds), ...command],
    { cwd: import.meta.dirname, encoding: 'utf8', maxBuffer: 2 ** 30 },
  );
  const wallS = (performance.now() - began) / 1000;
  // A program that failed is told first; the figures are always the last line.
  const [user = 0, system = 0, kilobytes = 0] = (readFileSync(told, 'utf8').trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map(Number);
  const late = status === 124 || wallS > seconds;
  const trouble = status === 0 ? {} : { trouble: late ? `not done in ${seconds} s` : `failed: ${lastWords(stderr)}` };
  return { wallS, cpuS: user + system, memoryMb: kilobytes / 1024, stdout, ...trouble };
}

const lastWords = (stderr: string): string => stderr.trim().split('\n').at(-1)?.slice(0, 100) ?? '';

/** Where a program is; undefined where it is not installed. */
export function whereIs(program: string): string | undefined {
  const { status, stdout } = spawnSync('which', [program], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** Whether a program can be run to its end. */
export function succeeds([program = '', ...words]: readonly string[]): boolean {
  try {
    execFileSync(program, words, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
