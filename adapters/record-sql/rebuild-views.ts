import type { ViewContribution } from '@muster/flow';
import type { Recorded, StreamName } from '@muster/terms';
import type { Queryable } from './append-batch.ts';
import { eventIn } from './event-body.ts';

/** What a stream contributes to the views, of all its events in order. */
export type MakeViews = (stream: StreamName, events: readonly Recorded[]) => readonly ViewContribution[];

export interface RebuiltViews {
  readonly streams: number;
  readonly events: number;
}

interface Head {
  readonly stream: StreamName;
  readonly position: number;
}

const page = { streams: 1_000, events: 5_000 };

type Read = <T>(work: (database: Queryable) => Promise<T>) => Promise<T>;

/**
 * Makes every stream's parts of the views anew from its events, some streams at a time, while others append. It can be
 * stopped and begun again: whatever it has done is right.
 */
export async function rebuildViews(
  read: Read,
  make: MakeViews,
  onProgress: (events: number, of: number) => void,
): Promise<RebuiltViews> {
  const of = await read(eventsInAll);
  const done = { streams: 0, events: 0 };
  for (let heads = await read((db) => headsAfter(db, '')); heads.length > 0; ) {
    for (const some of portions(heads)) {
      const events = await read((db) => eventsOf(db, some));
      const given = some.map(({ stream, position }) => ({
        stream,
        position,
        views: make(stream, events.get(stream) ?? []).map(({ view, key, part }) => ({
          view,
          key,
          part: JSON.stringify(part),
        })),
      }));
      await read((db) => db.query('select muster.write_views($1::jsonb)', [JSON.stringify(given)]));
      done.streams += some.length;
      done.events += some.reduce((n, { position }) => n + position, 0);
      onProgress(done.events, Math.max(of, done.events));
    }
    const last = heads.at(-1)?.stream ?? '';
    heads = await read((db) => headsAfter(db, last));
  }
  return done;
}

/** So few streams at once that their events fit in memory; one that is longer stands alone. */
function* portions(heads: readonly Head[]): Generator<readonly Head[]> {
  let some: Head[] = [];
  let events = 0;
  for (const head of heads) {
    if (some.length > 0 && events + head.position > page.events) {
      yield some;
      [some, events] = [[], 0];
    }
    some.push(head);
    events += head.position;
  }
  if (some.length > 0) yield some;
}

async function eventsInAll(database: Queryable): Promise<number> {
  const { rows } = await database.query('select coalesce(sum(position), 0)::float8 as n from muster.streams', []);
  return (rows[0] as { n: number }).n;
}

async function headsAfter(database: Queryable, stream: string): Promise<Head[]> {
  const { rows } = await database.query(
    'select stream, position from muster.streams where stream > $1 and position > 0 order by stream limit $2',
    [stream, page.streams],
  );
  return rows as Head[];
}

async function eventsOf(database: Queryable, heads: readonly Head[]): Promise<Map<StreamName, Recorded[]>> {
  const { rows } = await database.query(
    `select e.stream, e.body
       from unnest($1::text[], $2::integer[]) as h (stream, position)
       join muster.events e on e.stream = h.stream and e.position <= h.position
      order by e.stream, e.position`,
    [heads.map((h) => h.stream), heads.map((h) => h.position)],
  );
  const events = new Map<StreamName, Recorded[]>();
  for (const { stream, body } of rows as { stream: StreamName; body: string }[]) {
    const mine = events.get(stream);
    if (mine) mine.push(eventIn(body));
    else events.set(stream, [eventIn(body)]);
  }
  return events;
}
