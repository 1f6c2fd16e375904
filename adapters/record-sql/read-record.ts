import type { CommandAnswer, Cursor, TailPage, ViewPart } from '@muster/flow';
import type { CommandId, Instant, Recorded, StreamName } from '@muster/terms';
import type { Queryable } from './append-batch.ts';
import { eventIn } from './event-body.ts';
import { RecordFailure } from './record-failure.ts';

export async function readStream(database: Queryable, stream: StreamName, fromPosition: number): Promise<Recorded[]> {
  const { rows } = await database.query(
    'select body from muster.events where stream = $1 and position >= $2 order by position',
    [stream, fromPosition],
  );
  return rows.map((row) => eventIn(textIn(row, 'body')));
}

export async function readAnswer(database: Queryable, commandId: CommandId): Promise<CommandAnswer | undefined> {
  const { rows } = await database.query('select body, answer from muster.commands where command_id = $1', [commandId]);
  const [row] = rows;
  return row === undefined ? undefined : { commandBody: textIn(row, 'body'), answer: textIn(row, 'answer') };
}

export async function readView(database: Queryable, view: string, key: string | undefined): Promise<ViewPart[]> {
  const { rows } = await database.query(
    `select key, stream, part from muster.views
      where view = $1 and ($2::text is null or key = $2) order by key, stream`,
    [view, key ?? null],
  );
  return rows.map((row) => ({
    key: textIn(row, 'key'),
    stream: textIn(row, 'stream') as StreamName,
    part: JSON.parse(textIn(row, 'part')) as unknown,
  }));
}

/**
 * Transactions below the snapshot's xmin have all ended, so nothing can appear among or before the events read.
 * A reader that went by seq alone would skip those that commit out of order.
 */
export async function readTail(
  database: Queryable,
  after: Cursor | undefined,
  limit: number,
  types: readonly string[] | undefined,
): Promise<TailPage> {
  const [tx, seq] = partsOf(after);
  const { rows } = await database.query(
    `select e.tx::text as tx, e.seq::text as seq, e.body,
            to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded_at
       from muster.events e
      where (e.tx, e.seq) > ($1::xid8, $2::bigint) and e.tx < pg_snapshot_xmin(pg_current_snapshot())
        and ($4::text[] is null or e.type = any ($4))
      -- By the columns, not by the texts of the same name above: as text, 1000 comes before 999.
      order by e.tx, e.seq
      limit $3`,
    [tx, seq, limit, types ?? null],
  );
  const events = rows.map((row) => ({
    ...eventIn(textIn(row, 'body')),
    recordedAt: textIn(row, 'recorded_at') as Instant,
  }));
  const last = rows.at(-1);
  return { events, next: last === undefined ? after : `${textIn(last, 'tx')}.${textIn(last, 'seq')}` };
}

/** The cursor of the last event that no event still being written can come before. */
export async function readEnd(database: Queryable): Promise<Cursor | undefined> {
  const { rows } = await database.query(
    `select e.tx::text as tx, e.seq::text as seq
       from muster.events e
      where e.tx < pg_snapshot_xmin(pg_current_snapshot())
      order by e.tx desc, e.seq desc
      limit 1`,
    [],
  );
  const [last] = rows;
  return last === undefined ? undefined : `${textIn(last, 'tx')}.${textIn(last, 'seq')}`;
}

function partsOf(cursor: Cursor | undefined): [tx: string, seq: string] {
  if (cursor === undefined) return ['0', '0'];
  const parts = /^(\d{1,20})\.(\d{1,19})$/.exec(cursor);
  if (!parts)
    throw new RecordFailure(
      'RECORD_CURSOR_UNKNOWN',
      `"${cursor}" is no cursor of this record: start from the beginning.`,
    );
  return [parts[1] as string, parts[2] as string];
}

function textIn(row: unknown, column: string): string {
  const value = (row as Record<string, unknown>)[column];
  if (typeof value !== 'string')
    throw new RecordFailure('RECORD_DAMAGED', `The database gave no text for "${column}".`);
  return value;
}
