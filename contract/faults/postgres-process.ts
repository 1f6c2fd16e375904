import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type EmbeddedPostgres, openEmbeddedPostgres } from '@muster/postgres-embedded';
import { openSqlRecord, type SqlRecord } from '@muster/record-sql';

export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'muster-faults-'));
export const removed = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

export interface OpenPlace {
  readonly postgres: EmbeddedPostgres;
  readonly record: SqlRecord;
  /** What was said of a database that ended and was started again. */
  readonly troubles: readonly string[];
  close(): Promise<void>;
}

/** A record in a real PostgreSQL of its own in this folder. */
export async function openPlace(folder: string): Promise<OpenPlace> {
  const troubles: string[] = [];
  const onTrouble = (words: string) => void troubles.push(words);
  const postgres = await openEmbeddedPostgres({ dataFolder: folder, onTrouble });
  if (postgres.outcome === 'cannotOpen') throw new Error(postgres.why);
  const record = await openSqlRecord(postgres);
  if (record.outcome === 'cannotOpen') throw new Error(record.why);
  const close = async () => {
    await record.close().catch(() => {});
    await postgres.close();
  };
  return { postgres, record, troubles, close };
}

/** The first process of the PostgreSQL that runs in this folder, which we have started. */
export const postmasterIn = (folder: string): number =>
  Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

/** The processes that serve its connections and write its log. */
export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number);
}

function parentOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** Where a program lies that this machine may lack. */
export const programOf = (name: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(':')
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

export const isRoot = process.getuid?.() === 0;

/** Runs a program of the machine's to its end. */
export const run = (command: string, ...args: readonly string[]): Promise<number | null> =>
  new Promise((settle, fail) => {
    const child = spawn(command, args, { stdio: 'ignore' });
    child.once('error', fail);
    child.once('close', settle);
  });

export async function until(isSo: () => boolean, mostMs: number, what: string): Promise<void> {
  const end = performance.now() + mostMs;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`In ${mostMs} ms this did not come: ${what}.`);
    await pause(20);
  }
}
