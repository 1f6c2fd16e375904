import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
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

/** A folder that was made for this and got nothing is removed again. */
async function intoFolder<T extends object>(
  dataFolder: string,
  restore: (database: OpenSqlRecord) => Promise<T>,
): Promise<T | HouseFault> {
  const made = !existsSync(dataFolder);
  const postgres = await openEmbeddedPostgres({ dataFolder });
  if (isCannotOpen(postgres)) return faultOf(postgres);
  let done = false;
  try {
    const restored = await restore(postgres);
    done = 'outcome' in restored && restored.outcome === 'restored';
    return restored;
  } finally {
    await postgres.close();
    if (made && !done) await rm(dataFolder, { recursive: true, force: true });
  }
}

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
