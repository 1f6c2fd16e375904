import { existsSync } from 'node:fs';
import { readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { contributions } from '@muster/flow';
import type { VerifierKey } from '@muster/log';
import { isCannotOpen, openEmbeddedPostgres } from '@muster/postgres-embedded';
import { type BundleCommand, bundleCommands, checkBundle, inDecidedOrder } from '@muster/record-bundle';
import {
  isCannotOpenRecord,
  type KeptCommand,
  type OpenSqlRecord,
  openSqlRecord,
  restoreRecord,
} from '@muster/record-sql';
import type { Recorded } from '@muster/terms';
import { exitCodes, faultOf, type HouseFault } from './fault.ts';

export interface ImportBundle {
  readonly file: string;
  /** The log's key as its owner knows it. */
  readonly key?: VerifierKey | undefined;
  readonly dataFolder: string;
  readonly databaseUrl?: string | undefined;
  /** So much of so much is done. */
  readonly onProgress?: (done: number, of: number, words: string) => void;
}

export type ImportedBundle =
  | {
      readonly outcome: 'imported';
      readonly origin: string;
      readonly events: number;
      readonly commands: number;
      readonly where: string;
    }
  | HouseFault;

/**
 * Brings a record into an empty data folder or database: found whole first, then written in one step, so that it is
 * there as it was or not at all. The key that signs is no part of a bundle.
 */
export async function importBundle({
  file,
  key,
  dataFolder,
  databaseUrl,
  onProgress = () => {},
}: ImportBundle): Promise<ImportedBundle> {
  const report = await checkBundle(file, { key });
  const { header, checkpoint } = report;
  if (report.faults.length > 0 || !header || !checkpoint) {
    const [first] = report.faults;
    const more = report.faults.length + report.moreFaults - 1;
    const fault = `${file} is not whole, so nothing was imported. ${first?.words}${more > 0 ? ` (and ${more} more: muster verify tells all)` : ''}`;
    return { code: 'BUNDLE_NOT_WHOLE', fault, exitCode: exitCodes.refused };
  }
  const carried = {
    size: header.size,
    checkpoint: header.checkpoint,
    keys: header.keys.map(({ verifierKey, fromSize, handover }) => ({
      verifierKey,
      fromSize,
      ...(handover && { handover }),
    })),
    commands: kept(inDecidedOrder(bundleCommands(file), report.order)),
  };
  const restore = async (database: OpenSqlRecord) => {
    const record = await openSqlRecord(database);
    if (isCannotOpenRecord(record)) return faultOf(record);
    await record.close();
    const { ownerUrl } = database;
    return restoreRecord({
      ownerUrl,
      carried,
      viewsOf: (stream, facts) => contributions(stream, facts as never),
      onProgress: (leaves) => onProgress(leaves, header.size, 'Writing the record'),
    });
  };
  const restored = databaseUrl
    ? await restore({ ownerUrl: databaseUrl, appUrl: databaseUrl })
    : await intoFolder(dataFolder, restore);
  if ('fault' in restored) return restored;
  if (restored.outcome === 'notEmpty')
    return { code: 'RECORD_NOT_EMPTY', fault: restored.why, exitCode: exitCodes.inUse };
  if (restored.outcome === 'failed') return faultOf(restored);
  const where = databaseUrl ? 'the database that DATABASE_URL names' : dataFolder;
  return {
    outcome: 'imported',
    origin: header.origin,
    events: restored.events,
    commands: report.commands + report.silent,
    where,
  };
}

/** Of a folder that was empty, or not there, nothing is left unless the record is in it. */
async function intoFolder<T extends object>(
  dataFolder: string,
  restore: (database: OpenSqlRecord) => Promise<T | HouseFault>,
): Promise<T | HouseFault> {
  const wasThere = existsSync(dataFolder);
  const wasEmpty = !wasThere || (await readdir(dataFolder).catch(() => ['a file'])).length === 0;
  let isFull = false;
  const postgres = await openEmbeddedPostgres({ dataFolder });
  const restored = isCannotOpen(postgres)
    ? faultOf(postgres)
    : await restore(postgres).finally(async () => {
        // A database that finds no space for its journal only ends: the disk says why.
        isFull = await hasNoSpace(dataFolder);
        await postgres.close();
      });
  if ('outcome' in restored && restored.outcome === 'restored') return restored;
  if (wasEmpty) {
    const left = wasThere ? (await readdir(dataFolder)).map((name) => join(dataFolder, name)) : [dataFolder];
    for (const path of left) await rm(path, { recursive: true, force: true });
  }
  const code = 'code' in restored ? String(restored.code) : '';
  const ended = code === 'DATABASE_NOT_ANSWERING' || code === 'DATABASE_FAILED';
  if (!code.endsWith('DISK_FULL') && !(isFull && ended)) return restored;
  const fault = `The disk that holds the data folder ${dataFolder} is full. Nothing was imported: free some space, or import into another folder.`;
  return { code: 'DISK_FULL', fault, exitCode: exitCodes.storage };
}

/** PostgreSQL takes space for its journal in pieces of 16 MB. */
const hasNoSpace = async (folder: string): Promise<boolean> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize < 16 * 2 ** 20;
};

async function* kept(
  commands: AsyncIterable<BundleCommand>,
): AsyncGenerator<KeptCommand & { readonly firstLeaf: number }> {
  for await (const { commandId, body, answer, events, seq, recordedAt, firstLeaf } of commands) {
    const told = events.map((text, i) => {
      const { stream, position } = JSON.parse(text) as Recorded;
      return { text, stream, position, seq: seq[i] as number, recordedAt: recordedAt[i] as string };
    });
    yield { commandId, body, answer, events: told, firstLeaf };
  }
}
