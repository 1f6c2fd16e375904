import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { findBinaries } from './binaries.ts';
import { type CannotOpen, cannotOpen, isCannotOpen } from './cannot-open.ts';
import { createCluster } from './create-cluster.ts';
import { type DataFolder, folderTrouble, openDataFolder } from './data-folder.ts';
import { explainFailure } from './explain-failure.ts';
import { answers } from './join-server.ts';
import { keepServer } from './keep-server.ts';
import { appRole, makeDatabase, ownerRole, urlOf } from './make-database.ts';
import { asNobody } from './nobody.ts';
import { isAlive, readOwner } from './owner.ts';
import { findPostmaster } from './postmaster.ts';
import { openSecrets, type Secrets } from './secrets.ts';
import { type Server, startServer, stopServer } from './start-server.ts';

export interface OpenEmbeddedPostgres {
  /** The folder that holds everything; made if missing. It has one owner at a time. */
  readonly dataFolder: string;
  /** Told, in a sentence, what takes long. */
  readonly onProgress?: (words: string) => void;
  /** Told, in a sentence, that a database of ours ended without being asked to, and that it runs again. */
  readonly onTrouble?: (words: string) => void;
}

/** A running PostgreSQL of our own. */
export interface EmbeddedPostgres {
  readonly outcome: 'opened';
  /** For migrations: may change the schema. Holds a password: never log it. */
  readonly ownerUrl: string;
  /** For everything else: may read, and append through the record's own function. Holds a password: never log it. */
  readonly appUrl: string;
  /**
   * True when another process runs the database and we only use it: it ends when that process does, and
   * our `close` leaves it running.
   */
  readonly joined: boolean;
  /**
   * Settles, with why, when the database ended without our asking and could not be started again, or somebody stopped
   * it; never, when joined.
   */
  readonly ended: Promise<CannotOpen>;
  /** Stops the database cleanly, if it is ours. Close what is connected to it first. */
  close(): Promise<void>;
}

/** How long another process may take to start or to stop before we give up on its folder. */
const mostWaitMs = 60_000;

/**
 * Opens the PostgreSQL in a data folder: makes it the first time, starts it, or joins the one another process runs.
 * What stands in the way comes back as a value with one plain sentence.
 */
export async function openEmbeddedPostgres(options: OpenEmbeddedPostgres): Promise<EmbeddedPostgres | CannotOpen> {
  const { onProgress = () => {}, onTrouble = () => {} } = options;
  const binaries = await findBinaries();
  if (isCannotOpen(binaries)) return binaries;
  const nobody = await asNobody();
  if (isCannotOpen(nobody)) return nobody;
  const folder = await openDataFolder(options.dataFolder);
  if (isCannotOpen(folder)) return folder;
  try {
    const secrets = await openSecrets(folder);
    if (isCannotOpen(secrets)) return secrets;
    const trouble = await createCluster(folder, binaries, nobody, secrets, onProgress);
    if (trouble) return trouble;
    const start: Start = (port) => startServer(folder, binaries, nobody, onProgress, port);
    return await startOrJoin({ folder, start, secrets, onProgress, onTrouble });
  } catch (error) {
    return folderTrouble(folder.path, error);
  }
}

/** Starts PostgreSQL, on the port told or on any that is free. */
type Start = (port?: number) => ReturnType<typeof startServer>;

interface Means {
  readonly folder: DataFolder;
  readonly start: Start;
  readonly secrets: Secrets;
  readonly onProgress: (words: string) => void;
  readonly onTrouble: (words: string) => void;
}

async function startOrJoin(means: Means): Promise<EmbeddedPostgres | CannotOpen> {
  const { folder, start, secrets, onProgress } = means;
  const began = performance.now();
  const stopped = new Set<number>();
  for (;;) {
    const server = await start();
    if (server !== 'held') return isCannotOpen(server) ? server : own(means, server);

    // In this order: while a postmaster lives, an owner file read after we saw it is that postmaster's or a later one's.
    const postmaster = findPostmaster(folder);
    const owner = await readOwner(folder);
    if (owner && isAlive(owner)) {
      if (await answers(owner, secrets)) return join(owner.port, secrets);
    } else if (postmaster && !stopped.has(postmaster.pid)) {
      onProgress('The process that ran this database has ended and left it running: stopping it to start it again.');
      stopped.add(postmaster.pid);
      process.kill(postmaster.pid, 'SIGINT');
    }
    if (performance.now() - began > mostWaitMs) {
      const who =
        owner && isAlive(owner)
          ? `process ${owner.pid}`
          : 'a process that cannot be seen from here, maybe in another container';
      return cannotOpen(
        'DATA_FOLDER_IN_USE',
        `The data folder ${folder.path} is in use by ${who}, and its database does not answer.`,
      );
    }
    await pause(50);
  }
}

async function own(
  { folder, start, secrets, onTrouble }: Means,
  server: Server,
): Promise<EmbeddedPostgres | CannotOpen> {
  const { child, port } = server;
  try {
    await makeDatabase(port, secrets);
  } catch (error) {
    await stopServer(child);
    return explainFailure(folder, { code: 0, said: error instanceof Error ? error.message : String(error) });
  }
  const kept = keepServer({ folder, server, startAgain: start, onTrouble });
  let closing: Promise<void> | undefined;
  const close = async () => {
    // While PostgreSQL runs the file is ours; once it has ended the next owner may already have put its own in place.
    await rm(folder.owner, { force: true });
    await kept.stop();
  };
  return {
    outcome: 'opened',
    ...urls(port, secrets),
    joined: false,
    ended: kept.ended,
    close: () => (closing ??= close()),
  };
}

const join = (port: number, secrets: Secrets): EmbeddedPostgres => ({
  outcome: 'opened',
  ...urls(port, secrets),
  joined: true,
  ended: new Promise<never>(() => {}),
  close: async () => {},
});

const urls = (port: number, secrets: Secrets) => ({
  ownerUrl: urlOf(ownerRole, secrets.owner, port),
  appUrl: urlOf(appRole, secrets.app, port),
});
