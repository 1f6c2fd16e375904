import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type CannotOpen, cannotOpen, isCannotOpen } from './cannot-open.ts';
import { type DataFolder, folderTrouble } from './data-folder.ts';
import { hasEnded, type Server, stopServer } from './start-server.ts';

/** A PostgreSQL that is started again, on the same port, when it ends without anybody asking it to. */
export interface KeptServer {
  /** Settles, with why, once it has ended and is not started again. */
  readonly ended: Promise<CannotOpen>;
  stop(): Promise<void>;
}

export interface KeepServer {
  readonly folder: DataFolder;
  readonly server: Server;
  /** Starts it on that port; `held` while processes of the one before still hold the folder. */
  readonly startAgain: (port: number) => Promise<Server | 'held' | CannotOpen>;
  /** Told, in a sentence, that it ended, and that it runs again. */
  readonly onTrouble: (words: string) => void;
}

/** A database that ends more often than so many times in so long is not well, and starting it again hides that. */
const most = { starts: 3, inMs: 600_000 };
/** How long the processes of a dead PostgreSQL may take to end, or another Muster to leave the folder. */
const mostHeldMs = 60_000;

/** Watches over a PostgreSQL of ours until it is stopped: what was acknowledged is on the disk, so a new start loses nothing. */
export function keepServer({ folder, server, startAgain, onTrouble }: KeepServer): KeptServer {
  const { port } = server;
  const starts: number[] = [];
  let child = server.child;
  let isStopping = false;

  async function keep(): Promise<CannotOpen | undefined> {
    for (;;) {
      const how = await endOf(child);
      if (isStopping) return undefined;
      if (how === 'ended as somebody asked it to') {
        return cannotOpen('POSTGRES_STOPPED', `Somebody stopped the database in ${folder.path}: start Muster again.`);
      }
      const now = performance.now();
      while (starts[0] !== undefined && starts[0] < now - most.inMs) starts.shift();
      if (starts.length === most.starts) return endsTooOften(folder);
      starts.push(now);
      onTrouble(
        `The embedded database ${how} and is started again; what was acknowledged is kept. Its log is ${folder.log}.`,
      );
      const again = await startOnceFree();
      if (isStopping) return undefined;
      if (isCannotOpen(again)) return again;
      onTrouble('The embedded database runs again.');
    }
  }

  async function startOnceFree(): Promise<Server | CannotOpen> {
    const until = performance.now() + mostHeldMs;
    for (;;) {
      if (!existsSync(join(folder.postgres, 'PG_VERSION'))) return takenAway(folder);
      const again = await startAgain(port).catch((error: unknown) => folderTrouble(folder.path, error));
      if (again !== 'held') {
        if (!isCannotOpen(again)) child = again.child;
        return again;
      }
      if (isStopping || performance.now() > until) {
        return cannotOpen(
          'DATA_FOLDER_IN_USE',
          `The embedded database ended, and another process holds the data folder ${folder.path}: stop that one, then start again.`,
        );
      }
      await pause(50);
    }
  }

  const keeping = keep();
  return {
    ended: keeping.then((why) => why ?? new Promise<never>(() => {})),
    stop: async () => {
      isStopping = true;
      await stopServer(child);
      // A start that was under way meanwhile has come to its end: what it started is stopped too.
      await keeping;
      await stopServer(child);
    },
  };
}

/** PostgreSQL ends with 0 when it was told to stop, by whatever signal, and with anything else when it could not go on. */
async function endOf(child: ChildProcess): Promise<string> {
  if (!hasEnded(child)) await new Promise((settle) => child.once('exit', settle));
  if (child.exitCode === 0) return 'ended as somebody asked it to';
  return child.signalCode ? `was killed (${child.signalCode})` : `ended by itself (exit code ${child.exitCode})`;
}

const takenAway = ({ path, postgres }: DataFolder): CannotOpen =>
  cannotOpen(
    'DATA_FOLDER_BROKEN',
    `The folder ${postgres} was taken away while its database ran: put back a copy of the whole data folder ${path}, or name another.`,
  );

const endsTooOften = ({ path, log }: DataFolder): CannotOpen =>
  cannotOpen(
    'POSTGRES_KEEPS_ENDING',
    `The embedded database in ${path} ended ${most.starts + 1} times within ten minutes and is not started again: ${log} tells why.`,
  );
