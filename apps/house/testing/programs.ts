import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const files = { server: 'apps/server/start.ts', muster: 'apps/cli/muster.ts' };
type Program = keyof typeof files;

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ran>;
  /** Settles when stdout or stderr holds the words; stops the test when the program ends without. */
  readonly said: (words: string) => Promise<void>;
}

/** Runs a program of Muster's as a person would, without a terminal, on a data folder of its own. */
export function startProgram(
  program: Program,
  dataFolder: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  stdout: 'pipe' | number = 'pipe',
): Running {
  const { DATABASE_URL: _url, MUSTER_PORT: _port, VITEST: _vitest, NODE_ENV: _env, ...surroundings } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', files[program], ...args], {
    cwd: root,
    env: { ...surroundings, MUSTER_DATA: dataFolder, ...environment },
    stdio: ['ignore', stdout, 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
    });
  }
  endWithTheTest(child);
  let over = false;
  const ended = new Promise<Ran>((settle) => {
    child.once('close', (code) => {
      over = true;
      settle({ code, ...said });
    });
  });
  const untilSaid = async (words: string) => {
    while (!`${said.stdout}${said.stderr}`.includes(words)) {
      if (over) throw new Error(`It ended without saying "${words}": ${said.stdout}${said.stderr}`);
      await pause(20);
    }
  };
  return { child, ended, said: untilSaid };
}

/** No program outlives its test: one that took too long would go on, hold its data folder, and slow down all that follow. */
function endWithTheTest(child: ChildProcess): void {
  const end = () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  };
  onTestFinished(end);
  process.once('exit', end);
  child.once('close', () => process.off('exit', end));
}

export const muster = (
  dataFolder: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Ran> => startProgram('muster', dataFolder, args, environment).ended;

export const startServer = (
  dataFolder: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Running => startProgram('server', dataFolder, ['--port', '0', ...args], environment);

/** What no program says to whoever started it: where in the code it broke. */
export const stackTrace = /^\s+at |node:internal|[.][jt]s:\d+/m;

/** The address a server wrote into its data folder. */
export const addressIn = (dataFolder: string): string =>
  JSON.parse(readFileSync(join(dataFolder, 'server.json'), 'utf8')).url;

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'muster-run-'));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** Waits until a data folder holds a file, which is how far a program has got. */
export async function holds(folder: string, file: string): Promise<void> {
  while (!existsSync(join(folder, file))) await pause(10);
}

/** The processes that work in a folder, PostgreSQL's above all: each is found by where it stands. */
export function processesIn(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => placeOf(pid).startsWith(folder))
    .map(Number);
}

function placeOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

/** Waits until nothing works in a folder any more; gives what is left after a minute, which a loaded machine may need. */
export async function leftIn(folder: string, mostMs = 60_000): Promise<number[]> {
  const until = performance.now() + mostMs;
  while (processesIn(folder).length > 0 && performance.now() < until) await pause(50);
  return processesIn(folder);
}
