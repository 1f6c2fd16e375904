import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { type Binaries, findBinaries } from './binaries.ts';
import { type CannotOpen, cannotOpen, isCannotOpen } from './cannot-open.ts';
import { createCluster } from './create-cluster.ts';
import { type DataFolder, folderTrouble, openDataFolder } from './data-folder.ts';
import { explainFailure } from './explain-failure.ts';
import { answers } from './join-server.ts';
import { appRole, makeDatabase, ownerRole, urlOf } from './make-database.ts';
import { asNobody, type Prefix } from './nobody.ts';
import { isAlive, readOwner } from './owner.ts';
import { findPostmaster } from './postmaster.ts';
import { openSecrets, type Secrets } from './secrets.ts';
import { type Server, startServer, stopServer } from './start-server.ts';

export interface OpenEmbeddedPostgres {
  /** The folder that holds everything; made if missing. It has one owner at a time. */
  readonly dataFolder: string;
  /** Told, in a sentence, what takes long. */
  readonly onProgress?: (words: string) => void;
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
  /** Settles when the database ended without our asking; never, when joined. */
  readonly ended: Promise<void>;
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
  const onProgress = options.onProgress ?? (() => {});
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
    return trouble ?? (await startOrJoin(folder, binaries, nobody, secrets, onProgress));
  } catch (error) {
    return folderTrouble(folder.path, error);
  }
}

async function startOrJoin(
  folder: DataFolder,
  binaries: Binaries,
  nobody: Prefix,
  secrets: Secrets,
  onProgress: (words: string) => void,
): Promise<EmbeddedPostgres | CannotOpen> {
  const began = performance.now();
  const stopped = new Set<number>();
  for (;;) {
    const server = await startServer(folder, binaries, nobody, onProgress);
    if (server !== 'held') return isCannotOpen(server) ? server : own(folder, server, secrets);

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
  folder: DataFolder,
  { child, port }: Server,
  secrets: Secrets,
): Promise<EmbeddedPostgres | CannotOpen> {
  const ended = new Promise<void>((settle) => child.once('exit', () => settle()));
  try {
    await makeDatabase(port, secrets);
  } catch (error) {
    await stopServer(child);
    return explainFailure(folder, { code: 0, said: error instanceof Error ? error.message : String(error) });
  }
  let closing: Promise<void> | undefined;
  const close = async () => {
    // While PostgreSQL runs the file is ours; once it has ended the next owner may already have put its own in place.
    await rm(folder.owner, { force: true });
    await stopServer(child);
  };
  return {
    outcome: 'opened',
    ...urls(port, secrets),
    joined: false,
    ended: ended.then(() => (closing ? new Promise<void>(() => {}) : undefined)),
    close: () => (closing ??= close()),
  };
}

const join = (port: number, secrets: Secrets): EmbeddedPostgres => ({
  outcome: 'opened',
  ...urls(port, secrets),
  joined: true,
  ended: new Promise<void>(() => {}),
  close: async () => {},
});

const urls = (port: number, secrets: Secrets) => ({
  ownerUrl: urlOf(ownerRole, secrets.owner, port),
  appUrl: urlOf(appRole, secrets.app, port),
});
