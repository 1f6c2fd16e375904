import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { CannotOpen } from './cannot-open.ts';
import type { DataFolder } from './data-folder.ts';
import { explainFailure } from './explain-failure.ts';
import { freePort } from './free-port.ts';
import type { Prefix } from './nobody.ts';
import { draftOwner, ourselves } from './owner.ts';
import { findPostmaster } from './postmaster.ts';
import { serverEnvironment } from './server-environment.ts';
import { openServerLog, type ServerLog } from './server-log.ts';
import { settings } from './settings.ts';
import { lockHeld, underLock } from './under-lock.ts';

export interface Server {
  readonly child: ChildProcess;
  readonly port: number;
}

const mostPorts = 10;

/**
 * Starts PostgreSQL as our child, on the port told or on any that is free, and waits until it takes connections;
 * `held` when another process has the folder.
 */
export async function startServer(
  folder: DataFolder,
  binaries: Binaries,
  nobody: Prefix,
  onProgress: (words: string) => void,
  thatPort?: number,
): Promise<Server | 'held' | CannotOpen> {
  for (let tries = 1; ; tries++) {
    const port = thatPort ?? (await freePort());
    const log = openServerLog(folder);
    const draft = await draftOwner(folder, ourselves(port));
    const child = spawnServer(folder, binaries, nobody, port, draft, log);
    try {
      const ended = await untilReady(folder, child, onProgress);
      if (!ended) return { child, port };
      if (ended.code === lockHeld) return 'held';
      const said = log.since() + ended.said;
      if (tries === mostPorts || !/could not bind/.test(said))
        return explainFailure(folder, { code: ended.code, said });
      // Whoever has the port that is wanted may be about to leave it.
      if (thatPort !== undefined) await pause(500);
    } finally {
      log.close();
      await rm(draft, { force: true });
    }
  }
}

/**
 * What runs under the lock, so it can trust that no PostgreSQL runs in this folder: a postmaster.pid found now was
 * left by one that was killed, and its process id may by now be another's, which would stop PostgreSQL from starting.
 *
 * PostgreSQL asks the kernel to be told (SIGINT: stop cleanly) when we end, however we end. Where setpriv cannot do
 * that it may outlive us, and the next to open the folder stops it.
 */
const takeOwnership = `
mv -f "$1" owner.json && rm -f postgres/postmaster.pid || exit 1
shift
if setpriv --pdeathsig keep true 2>/dev/null; then exec setpriv --pdeathsig INT "$@"; fi
exec "$@"
`;

function spawnServer(
  folder: DataFolder,
  binaries: Binaries,
  nobody: Prefix,
  port: number,
  draft: string,
  log: ServerLog,
) {
  const postgres = [draft, binaries.postgres, '-D', folder.postgres, ...settings(port)];
  const [command, ...args] = underLock(folder, nobody, 'giveUp', takeOwnership, postgres);
  const child = spawn(command as string, args, {
    cwd: folder.path,
    env: serverEnvironment(),
    // A session of its own: the terminal's Ctrl-C must reach us alone, so that we stop first and PostgreSQL after us.
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  // A program that forgets to close us may still end; PostgreSQL then stops by itself.
  child.unref();
  return child;
}

interface Ended {
  readonly code: number;
  readonly said: string;
}

async function untilReady(
  folder: DataFolder,
  child: ChildProcess,
  onProgress: (words: string) => void,
): Promise<Ended | undefined> {
  let ended: Ended | undefined;
  child.once('error', (error) => (ended = { code: 127, said: error.message }));
  child.once('exit', (code) => (ended ??= { code: code ?? 128, said: '' }));
  const began = performance.now();
  let nextWordsMs = 5_000;
  for (;;) {
    if (ended) return ended;
    const postmaster = findPostmaster(folder);
    if (postmaster?.ready && postmaster.pid === child.pid) return undefined;
    const waitedMs = performance.now() - began;
    if (waitedMs > nextWordsMs) {
      onProgress(
        `The database is starting: it makes good what an earlier stop left (${Math.round(waitedMs / 1000)} s).`,
      );
      nextWordsMs += 5_000;
    }
    await pause(15);
  }
}

/**
 * Stops PostgreSQL: first by finishing its work (up to 30 s), then without, which costs only recovery at the next start.
 * Nothing acknowledged is lost either way.
 */
export async function stopServer(child: ChildProcess): Promise<void> {
  for (const [signal, waitMs] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 10_000],
  ] as const) {
    if (hasEnded(child)) return;
    const exited = once(child, 'exit');
    child.ref();
    child.kill(signal);
    await Promise.race([exited, pause(waitMs, undefined, { ref: false })]);
  }
}

export const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;
