import { createHash } from 'node:crypto';
import type { ViewContribution } from '@muster/flow';
import {
  emptyTree,
  growTree,
  type LogKey,
  leafHash,
  readCheckpoint,
  readNote,
  rootOf,
  sameBytes,
  type TreeEdge,
  utf8,
} from '@muster/log';
import type { Fact, Recorded, StreamName } from '@muster/terms';
import { Client } from 'pg';
import { type DatabaseUrl, parseDatabaseUrl } from './database-url.ts';
import { eventIn } from './event-body.ts';
import { explainTrouble } from './explain-trouble.ts';
import type { KeptCommand } from './read-whole.ts';
import type { DatabaseTrouble } from './record-failure.ts';

/** A record as it was carried here: found whole, and signed. */
export interface CarriedRecord {
  readonly size: number;
  /** The checkpoint over all leaves, a signed note. */
  readonly checkpoint: string;
  readonly keys: readonly LogKey[];
  /** In the order in which they were decided; the number of each one's first event in the log. */
  readonly commands: AsyncIterable<KeptCommand & { readonly firstLeaf: number }>;
}

export interface RestoreRecord {
  /** The account that owns the schema, which is up to date. */
  readonly ownerUrl: string;
  readonly carried: CarriedRecord;
  /** What a stream contributes to the views. */
  readonly viewsOf: (stream: StreamName, facts: readonly Fact[]) => readonly ViewContribution[];
  readonly onProgress?: (leaves: number) => void;
}

export type Restored =
  | { readonly outcome: 'restored'; readonly events: number }
  | { readonly outcome: 'notEmpty'; readonly why: string }
  | ({ readonly outcome: 'failed' } & DatabaseTrouble);

/**
 * Writes a whole record into an empty database, in one transaction of the database: all of it is there, or nothing is.
 * Texts, positions, order, answers, tree, checkpoint and keys are as they were.
 */
export async function restoreRecord({ ownerUrl, carried, viewsOf, onProgress }: RestoreRecord): Promise<Restored> {
  const at = parseDatabaseUrl(ownerUrl) as DatabaseUrl;
  const client = new Client({ connectionString: ownerUrl, application_name: 'muster-import' });
  client.on('error', () => {}); // the query under way fails too, and says it
  try {
    await client.connect();
    await client.query('begin');
    // Nobody records anything meanwhile: it would stand before what is carried here.
    await client.query('lock table muster.events, muster.commands, muster.log_head in share row exclusive mode');
    if (await holdsAnything(client)) {
      const why = `The record at ${at.shown} is not empty: import into a new data folder or a new database.`;
      return { outcome: 'notEmpty', why };
    }
    const events = await write(client, carried, viewsOf, onProgress ?? (() => {}));
    await client.query('commit');
    return { outcome: 'restored', events };
  } catch (error) {
    return { outcome: 'failed', ...explainTrouble(error, at) };
  } finally {
    // What was not committed is gone with the connection.
    await client.end().catch(() => {});
  }
}

async function holdsAnything(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ any: boolean }>(
    `select exists (select from muster.events) or exists (select from muster.commands)
         or exists (select from muster.log_keys) or exists (select from muster.log_head where size > 0) as any`,
  );
  return rows[0]?.any !== false;
}

interface EventRow {
  readonly stream: StreamName;
  readonly position: number;
  readonly seq: number;
  readonly type: string;
  readonly typeVersion: number;
  readonly body: string;
  readonly hash: Buffer;
  readonly recordedAt: string;
  readonly leaf: number;
}

const batchSize = 1_000;

async function write(
  client: Client,
  { size, checkpoint, keys, commands }: CarriedRecord,
  viewsOf: RestoreRecord['viewsOf'],
  onProgress: (leaves: number) => void,
): Promise<number> {
  const heads = new Map<StreamName, { position: number; hash: Buffer }>();
  let events: EventRow[] = [];
  let kept: KeptCommand[] = [];
  let written = 0;
  const flush = async () => {
    await insertEvents(client, events);
    await insertCommands(client, kept);
    written += events.length;
    [events, kept] = [[], []];
    onProgress(written);
  };
  for await (const command of commands) {
    kept.push(command);
    for (const [i, { text, stream, position, seq, recordedAt }] of command.events.entries()) {
      const name = stream as StreamName;
      const before = heads.get(name);
      if (position !== (before?.position ?? 0) + 1)
        throw new Error(`${stream} lacks the event before position ${position}`);
      const hash = createHash('sha256')
        .update(before?.hash ?? '')
        .update(text, 'utf8')
        .digest();
      heads.set(name, { position, hash });
      const { type, version } = eventIn(text).fact;
      const leaf = command.firstLeaf + i;
      events.push({ stream: name, position, seq, type, typeVersion: version, body: text, hash, recordedAt, leaf });
    }
    if (events.length + kept.length >= batchSize) await flush();
  }
  await flush();
  if (written !== size) throw new Error(`${written} of ${size} events were carried here`);
  await insertHeads(client, heads);
  await writeViews(client, [...heads.keys()], viewsOf);
  const root = await writeTree(client, size);
  if (!sameBytes(root, rootIn(checkpoint)))
    throw new Error('what was carried here does not make up the tree that was signed');
  await writeLogHead(client, size, checkpoint, keys);
  return written;
}

async function insertEvents(client: Client, rows: readonly EventRow[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `insert into muster.events (stream, position, seq, type, type_version, body, hash, recorded_at) overriding system value
     select * from unnest($1::text[], $2::integer[], $3::bigint[], $4::text[], $5::integer[], $6::text[], $7::bytea[], $8::timestamptz[])`,
    [
      rows.map((r) => r.stream),
      rows.map((r) => r.position),
      rows.map((r) => r.seq),
      rows.map((r) => r.type),
      rows.map((r) => r.typeVersion),
      rows.map((r) => r.body),
      rows.map((r) => r.hash),
      rows.map((r) => r.recordedAt),
    ],
  );
  await client.query(
    'insert into muster.leaves (index, stream, position) select * from unnest($1::bigint[], $2::text[], $3::integer[])',
    [rows.map((r) => r.leaf), rows.map((r) => r.stream), rows.map((r) => r.position)],
  );
}

async function insertCommands(client: Client, commands: readonly KeptCommand[]): Promise<void> {
  await client.query(
    'insert into muster.commands (command_id, body, answer) select * from unnest($1::text[], $2::text[], $3::text[])',
    [commands.map((c) => c.commandId), commands.map((c) => c.body), commands.map((c) => c.answer)],
  );
}

async function insertHeads(
  client: Client,
  heads: ReadonlyMap<StreamName, { readonly position: number; readonly hash: Buffer }>,
): Promise<void> {
  await inBatches([...heads], (some) =>
    client.query(
      'insert into muster.streams (stream, position, hash) select * from unnest($1::text[], $2::integer[], $3::bytea[])',
      [some.map(([s]) => s), some.map(([, h]) => h.position), some.map(([, h]) => h.hash)],
    ),
  );
}

/** A view is made anew from the events, as at every append. */
async function writeViews(
  client: Client,
  streams: readonly StreamName[],
  viewsOf: RestoreRecord['viewsOf'],
): Promise<void> {
  await inBatches(streams, async (some) => {
    const { rows } = await client.query<{ stream: StreamName; body: string }>(
      'select stream, body from muster.events where stream = any($1) order by stream, position',
      [some],
    );
    const facts = new Map<StreamName, Recorded['fact'][]>();
    for (const { stream, body } of rows) facts.set(stream, [...(facts.get(stream) ?? []), eventIn(body).fact]);
    const parts = [...facts].flatMap(([stream, mine]) => viewsOf(stream, mine).map((v) => ({ ...v, stream })));
    await client.query(
      'insert into muster.views (view, key, stream, part) select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])',
      [
        parts.map((p) => p.view),
        parts.map((p) => p.key),
        parts.map((p) => p.stream),
        parts.map((p) => JSON.stringify(p.part)),
      ],
    );
  });
}

async function inBatches<T>(all: readonly T[], work: (some: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += batchSize) await work(all.slice(from, from + batchSize));
}

/** The tree over the leaves as they now stand in the database, in the order of the log. */
async function writeTree(client: Client, size: number): Promise<Uint8Array> {
  let edge: TreeEdge = emptyTree;
  for (let from = 0; from < size; from += batchSize) {
    const { rows } = await client.query<{ body: string }>(
      `select e.body from muster.leaves l join muster.events e on e.stream = l.stream and e.position = l.position
        where l.index >= $1 and l.index < $2 order by l.index`,
      [from, from + batchSize],
    );
    const grown = growTree(
      edge,
      rows.map(({ body }) => leafHash(utf8(body))),
    );
    edge = grown.edge;
    await client.query(
      `insert into muster.tiles as t (level, index, hashes)
       select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])
           on conflict (level, index) do update set hashes = excluded.hashes`,
      [
        grown.tiles.map(({ tile }) => tile.level),
        grown.tiles.map(({ tile }) => tile.index),
        grown.tiles.map(({ hashes }) => Buffer.from(hashes)),
      ],
    );
  }
  return rootOf(edge);
}

function rootIn(checkpoint: string): Uint8Array {
  const note = readNote(checkpoint);
  const read = note.outcome === 'read' ? readCheckpoint(note.value.text) : note;
  return read.outcome === 'read' ? read.value.root : new Uint8Array();
}

async function writeLogHead(client: Client, size: number, checkpoint: string, keys: readonly LogKey[]): Promise<void> {
  await client.query(
    `update muster.log_head set size = $1, checkpoint_size = $1, checkpoint = $2, tx = pg_current_xact_id(),
            seq = (select coalesce(max(seq), 0) from muster.events)`,
    [size, checkpoint],
  );
  // What is recorded from now on comes after all of it.
  await client.query(
    `select setval(pg_get_serial_sequence('muster.events', 'seq'), (select greatest(1, max(seq)) from muster.events))`,
  );
  await client.query(
    `insert into muster.log_keys (place, verifier_key, from_size, handover)
     select n - 1, k, f, h from unnest($1::text[], $2::bigint[], $3::text[]) with ordinality as given (k, f, h, n)`,
    [keys.map((k) => k.verifierKey), keys.map((k) => k.fromSize), keys.map((k) => k.handover ?? null)],
  );
}
