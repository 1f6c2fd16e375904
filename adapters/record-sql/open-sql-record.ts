import type { RecordPort } from '@muster/flow';
import type { LogStore } from '@muster/log';
import { Client, Pool, type PoolConfig } from 'pg';
import { appRole, ensureAppRole } from './app-role.ts';
import { appender } from './appender.ts';
import { type CannotOpenRecord, cannotOpenRecord } from './cannot-open-record.ts';
import { type ChainReport, checkChains } from './check-chains.ts';
import { checkServer } from './check-server.ts';
import { type DatabaseUrl, parseDatabaseUrl, withSettings } from './database-url.ts';
import { explainTrouble } from './explain-trouble.ts';
import { logInSql } from './log-in-sql.ts';
import { migrate } from './migrate.ts';
import { readAnswer, readEnd, readStream, readTail, readView } from './read-record.ts';
import { type KeptCommand, readWhole } from './read-whole.ts';
import { type MakeViews, type RebuiltViews, rebuildViews } from './rebuild-views.ts';
import { type DatabaseTrouble, RecordFailure } from './record-failure.ts';
import { type Health, healthOf, logFigures, poolFigures, type RecordFigures } from './record-standing.ts';
import { mostAwayMs, tryAgain } from './try-again.ts';

export interface OpenSqlRecord {
  /** The account that owns the schema, used while opening only. */
  readonly ownerUrl: string;
  /** The account Muster works with; may be the same: it then gives up its rights on every connection. */
  readonly appUrl: string;
}

/** The record in a PostgreSQL database. Failures of the database are thrown as {@link RecordFailure}. */
export interface SqlRecord extends RecordPort {
  readonly outcome: 'opened';
  /** Whether the database answers now, with a schema that this Muster knows, and in which words it does not. */
  health(): Promise<Health>;
  /** What whoever runs it watches. */
  figures(): Promise<RecordFigures>;
  /** The tree that proves the record to outsiders. */
  readonly log: LogStore;
  /** All of the record up to a size of its log, command by command. */
  whole(size: number): AsyncIterable<KeptCommand>;
  /** Makes all that streams contribute to the views anew from their events; others may append meanwhile. */
  rebuildViews(make: MakeViews, onProgress?: (events: number, of: number) => void): Promise<RebuiltViews>;
  /** Computes every stream's chain of hashes anew: reads the whole record. */
  checkChains(): Promise<ChainReport>;
}

/**
 * Opens the record in any PostgreSQL 15 or newer: checks that the server can keep the record's promises, brings the
 * schema up to date, and connects with no more rights than to read and append.
 */
export async function openSqlRecord({ ownerUrl, appUrl }: OpenSqlRecord): Promise<SqlRecord | CannotOpenRecord> {
  const owner = parseDatabaseUrl(ownerUrl);
  const app = parseDatabaseUrl(appUrl);
  if (!owner || !app) {
    const why = 'The database URL cannot be read: write it as postgres://name:password@host:5432/database.';
    return cannotOpenRecord({ code: 'DATABASE_URL_INVALID', why });
  }
  try {
    const trouble = (await prepare(owner, app)) ?? (await migrate(owner));
    if (trouble) return cannotOpenRecord(trouble);
  } catch (error) {
    return cannotOpenRecord(explainTrouble(error, owner));
  }
  return openAsApp(app);
}

async function prepare(owner: DatabaseUrl, app: DatabaseUrl): Promise<DatabaseTrouble | undefined> {
  const client = new Client({ connectionString: owner.url.href, connectionTimeoutMillis: connectMs });
  client.on('error', () => {}); // the query under way fails too, and says it
  try {
    await client.connect();
    return (await checkServer(client, owner)) ?? (await ensureAppRole(client, app));
  } finally {
    await client.end().catch(() => {});
  }
}

const connectMs = 5_000;
const queryMs = 30_000;

async function openAsApp(app: DatabaseUrl): Promise<SqlRecord | CannotOpenRecord> {
  const connections: PoolConfig = {
    connectionString: withSettings(app, {
      application_name: 'muster',
      role: appRole,
      // The record counts on each statement seeing what was committed before it.
      default_transaction_isolation: 'read committed',
    }),
    connectionTimeoutMillis: connectMs,
    query_timeout: queryMs,
    statement_timeout: queryMs,
    keepAlive: true,
  };
  // Appends keep a connection of their own: they wait for no reader, and its plans stay warm.
  const writing = new Pool({ ...connections, max: 1, idleTimeoutMillis: 0 });
  const reading = new Pool({ ...connections, max: 8 });
  // The log grows on a connection of its own: its lock belongs to the session.
  const growing = new Pool({ ...connections, max: 1 });
  for (const pool of [writing, reading, growing]) pool.on('error', () => {}); // an idle connection was lost: the next call opens another

  const appends = appender(writing, app);
  let closing: Promise<void> | undefined;

  /** Tried again while the database is away: every command begins with reads, and waits as its append does. */
  const read = async <T>(work: (pool: Pool) => Promise<T>): Promise<T> => {
    if (closing) throw new RecordFailure('RECORD_CLOSED', 'The record is closed.');
    try {
      return await tryAgain(() => work(reading), mostAwayMs.read);
    } catch (error) {
      throw failureOf(error);
    }
  };

  const failureOf = (error: unknown): RecordFailure => {
    if (error instanceof RecordFailure) return error;
    const { code, why } = explainTrouble(error, app);
    return new RecordFailure(code, why, error);
  };

  const close = async () => {
    await appends.idle();
    await Promise.all([writing.end(), reading.end(), growing.end()]);
  };

  const record: SqlRecord = {
    outcome: 'opened',
    append: async (append) => {
      if (closing) throw new RecordFailure('RECORD_CLOSED', 'The record is closed.');
      return appends.append(append);
    },
    read: (stream, fromPosition = 1) => read((pool) => readStream(pool, stream, fromPosition)),
    answerOf: (commandId) => read((pool) => readAnswer(pool, commandId)),
    view: (view, key) => read((pool) => readView(pool, view, key)),
    end: () => read(readEnd),
    tail: (after, limit, types) => read((pool) => readTail(pool, after, limit, types)),
    log: logInSql({ read, explain: failureOf, growing }),
    whole: (size) => readWhole(read, size),
    rebuildViews: (make, onProgress = () => {}) => rebuildViews(read, make, onProgress),
    checkChains: () => read(checkChains),
    health: () => healthOf(reading, app),
    figures: async () => ({
      pools: { writing: poolFigures(writing), reading: poolFigures(reading), growing: poolFigures(growing) },
      appending: appends.waiting(),
      // Whoever watches is told at once that nothing answers.
      ...(await logFigures(reading).catch((error) => Promise.reject(failureOf(error)))),
    }),
    close: () => (closing ??= close()),
  };

  const trouble = await findTrouble(reading, app);
  if (!trouble) return record;
  await record.close();
  return cannotOpenRecord(trouble);
}

/**
 * A dump keeps the transaction numbers of the server it was taken from; on another server they may lie in the
 * future, where `tail` would not see them for a long time.
 */
async function findTrouble(pool: Pool, app: DatabaseUrl): Promise<DatabaseTrouble | undefined> {
  try {
    const { rows } = await pool.query<{ restored: boolean }>(
      'select exists (select from muster.events where tx >= pg_snapshot_xmax(pg_current_snapshot())) as restored',
    );
    if (!rows[0]?.restored) return undefined;
    return {
      code: 'DATABASE_RESTORED_FROM_DUMP',
      why: `The events in ${app.shown} were copied from another server with a dump, which breaks their order for readers: restore the whole server from a copy of its files instead.`,
    };
  } catch (error) {
    return explainTrouble(error, app);
  }
}
