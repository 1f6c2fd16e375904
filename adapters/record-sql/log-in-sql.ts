import {
  type EventPlace,
  type LogGrowth,
  type LogKey,
  type LogStore,
  type LogWriter,
  type Tile,
  utf8,
} from '@muster/log';
import type { Pool, PoolClient } from 'pg';
import type { Queryable } from './append-batch.ts';
import { RecordFailure } from './record-failure.ts';

/** How the log's calls reach the database: reads on any connection, growth on one of its own. */
export interface LogConnections {
  read<T>(work: (database: Queryable) => Promise<T>): Promise<T>;
  /** Puts what the database said into plain words. */
  explain(error: unknown): RecordFailure;
  readonly growing: Pool;
}

/** The log beside the record in PostgreSQL: leaves, tiles, checkpoint and keys. */
export function logInSql({ read, explain, growing }: LogConnections): LogStore {
  return {
    head: () => read(readHead),
    keys: () => read(readKeys),
    tiles: (tiles) => read((database) => readTiles(database, tiles)),
    entries: (from, before) => read((database) => readEntries(database, from, before)),
    leavesOf: (places) => read((database) => readLeaves(database, places)),
    recordedWith: (place) => read((database) => readRecordedWith(database, place)),
    alone: (work) => alone(growing, explain, work),
  };
}

/** Two numbers that name the lock among all that a database may have: "Muster" and "log". */
const lock = [0x4d757374, 0x6c6f67] as const;

/**
 * Holds a lock of the session, not of a transaction: nothing that appends ever waits for it, and where the server or
 * its connection dies the database lets go of it at once.
 */
async function alone<T>(
  pool: Pool,
  explain: LogConnections['explain'],
  work: (writer: LogWriter) => Promise<T>,
): Promise<T | 'busy'> {
  const failed = (error: unknown) => Promise.reject(explain(error));
  const client = await pool.connect().catch(failed);
  // Lost between two queries: the next one fails too, and says it.
  client.on('error', ignore);
  const database: Queryable = { query: (text, values) => client.query(text, values).catch(failed) };
  let held: boolean | undefined;
  try {
    held = isTrue(await database.query('select pg_try_advisory_lock($1, $2) as yes', [...lock]));
    return held ? await work(writerOn(database)) : 'busy';
  } catch (error) {
    held = undefined;
    throw error;
  } finally {
    await letGo(client, held);
  }
}

const ignore = () => {};

/** A connection of which nobody knows whether it still holds the lock is closed, which frees it for certain. */
async function letGo(client: PoolClient, held: boolean | undefined): Promise<void> {
  // The pool minds the connection again.
  const release = (broken: boolean) => client.off('error', ignore).release(broken);
  if (held === true) {
    const freed = await client.query('select pg_advisory_unlock($1, $2) as yes', [...lock]).then(isTrue, () => false);
    release(!freed);
  } else {
    release(held === undefined);
  }
}

const writerOn = (database: Queryable): LogWriter => ({
  waiting: (limit) => readWaiting(database, limit),
  extend: async (growth) => isTrue(await database.query(extendLog, growthValues(growth))),
  publish: async (size, note) =>
    isTrue(await database.query('select muster.publish_checkpoint($1, $2) as yes', [size, note])),
  enterKey: async (place, { verifierKey, fromSize, handover }, checkpoint) => {
    const { size = null, note = null } = checkpoint ?? {};
    return isTrue(await database.query(enterKey, [place, verifierKey, fromSize, handover ?? null, size, note]));
  },
});

/** Nobody else writes keys or checkpoints while we hold the lock; what could still fail fails before either is written. */
const enterKey = `
  select (select size from muster.log_head) >= coalesce($5::bigint, 0)
     and (select coalesce(checkpoint_size, 0) from muster.log_head) <= coalesce($5::bigint, 9223372036854775807)
     and muster.enter_log_key($1, $2, $3, $4)
     and ($5::bigint is null or muster.publish_checkpoint($5, $6)) as yes`;

const extendLog = `select muster.extend_log($1, $2::xid8, $3, $4, $5, $6, $7, $8) as yes`;

function growthValues({ size, next, leaves, tiles }: LogGrowth): unknown[] {
  const [tx, seq] = next.split('.');
  return [
    size,
    tx,
    seq,
    leaves.map(({ stream }) => stream),
    leaves.map(({ position }) => position),
    tiles.map(({ tile }) => tile.level),
    tiles.map(({ tile }) => tile.index),
    tiles.map(({ hashes }) => Buffer.from(hashes)),
  ];
}

/**
 * As the tail reads, and from where the tree ends: transactions below the snapshot's xmin have all ended, so nothing
 * can appear among or before these. The leaf's hash is that of the stored text, made where the text is.
 *
 * The tree's end is asked for as two values, not joined: a join is compared with every event from the first on.
 */
async function readWaiting(database: Queryable, limit: number) {
  const { rows } = await database.query(
    `select e.tx::text || '.' || e.seq as next, e.stream, e.position, sha256('\\x00'::bytea || convert_to(e.body, 'UTF8')) as hash
       from muster.events e
      where (e.tx, e.seq) > ((select tx from muster.log_head), (select seq from muster.log_head))
        and e.tx < pg_snapshot_xmin(pg_current_snapshot())
      order by e.tx, e.seq
      limit $1`,
    [limit],
  );
  const found = rows as { next: string; stream: string; position: number; hash: Buffer }[];
  return { leaves: found, next: found.at(-1)?.next ?? '' };
}

async function readHead(database: Queryable) {
  const { rows } = await database.query('select size::text, checkpoint from muster.log_head', []);
  const [head] = rows as { size: string; checkpoint: string | null }[];
  if (!head) throw new RecordFailure('RECORD_DAMAGED', 'The database has lost the head of its log.');
  return { size: Number(head.size), checkpoint: head.checkpoint ?? undefined };
}

async function readKeys(database: Queryable): Promise<LogKey[]> {
  const { rows } = await database.query(
    'select verifier_key, from_size::text, handover from muster.log_keys order by place',
    [],
  );
  return (rows as { verifier_key: string; from_size: string; handover: string | null }[]).map((row) => ({
    verifierKey: row.verifier_key,
    fromSize: Number(row.from_size),
    ...(row.handover === null ? {} : { handover: row.handover }),
  }));
}

async function readTiles(database: Queryable, tiles: readonly Tile[]): Promise<Uint8Array[]> {
  const { rows } = await database.query(
    `select t.hashes from unnest($1::smallint[], $2::bigint[]) with ordinality as w (level, index, n)
       left join muster.tiles t on t.level = w.level and t.index = w.index
      order by w.n`,
    [tiles.map(({ level }) => level), tiles.map(({ index }) => index)],
  );
  // Never a view of the driver's own buffer, which it would keep whole.
  return (rows as { hashes: Buffer | null }[]).map(({ hashes }) => new Uint8Array(hashes ?? []));
}

async function readEntries(database: Queryable, from: number, before: number): Promise<Uint8Array[]> {
  const { rows } = await database.query(
    `select e.body from muster.leaves l join muster.events e on e.stream = l.stream and e.position = l.position
      where l.index >= $1 and l.index < $2 order by l.index`,
    [from, before],
  );
  return (rows as { body: string }[]).map(({ body }) => utf8(body));
}

async function readLeaves(database: Queryable, places: readonly EventPlace[]): Promise<(number | undefined)[]> {
  const { rows } = await database.query(
    `select l.index::text as index from unnest($1::text[], $2::bigint[]) with ordinality as w (stream, position, n)
       left join muster.leaves l on l.stream = w.stream and l.position = w.position
      order by w.n`,
    [places.map(({ stream }) => stream), places.map(({ position }) => position)],
  );
  return (rows as { index: string | null }[]).map(({ index }) => (index === null ? undefined : Number(index)));
}

/**
 * The events of one append lie behind one another in one transaction, which may hold other appends too: those up to the
 * next of another command.
 */
async function readRecordedWith(database: Queryable, { stream, position }: EventPlace): Promise<EventPlace[]> {
  const { rows } = await database.query(
    `with own as materialized (
       select tx, seq, body::json->>'commandId' as command from muster.events where stream = $1 and position = $2)
     select e.stream, e.position from own, muster.events e
      where e.tx = own.tx and e.seq >= own.seq and e.seq < coalesce(
              (select next.seq from muster.events next
                where next.tx = own.tx and next.seq > own.seq and next.body::json->>'commandId' <> own.command
                order by next.seq limit 1), 9223372036854775807)
      order by e.seq`,
    [stream, position],
  );
  return (rows as EventPlace[]).map((row) => ({ stream: row.stream, position: row.position }));
}

const isTrue = ({ rows }: { rows: unknown[] }): boolean => (rows[0] as { yes?: unknown } | undefined)?.yes === true;
