import type { Append, Appended, RecordPort } from '@muster/flow';
import type { MemoryRecord } from '@muster/record-memory';
import type { Recorded } from '@muster/terms';
import type { Chance } from './chance.ts';
import { type GrowLock, growLock, type NearLog, nearLog } from './log.ts';
import { type Network, NoAnswer } from './network.ts';
import type { Timeline } from './timeline.ts';

/** The record's database: it may be away, and may die at any append, with the append kept or not. */
export interface Database extends Pick<RecordPort, 'append' | 'read' | 'answerOf' | 'view' | 'tail' | 'end'> {
  /** Dies, and is back after so many milliseconds. What it has acknowledged it still has. */
  die(forMs: number): void;
  /** Asks the log. */
  log<T>(ask: (near: NearLog) => Promise<T>): Promise<T>;
  readonly lock: GrowLock;
  /** Tells of what nobody was told of yet. */
  look(): Promise<void>;
}

export interface OpenDatabase {
  readonly record: MemoryRecord;
  /** Gives what is still there of what was appended after a death: all of it, the same record, where this is absent. */
  readonly reopen?: ((appends: readonly Append[]) => Promise<MemoryRecord>) | undefined;
  readonly timeline: Timeline;
  readonly chance: Chance;
  readonly network: Network;
  /** Told of every event as soon as it is in the record, in the record's order. */
  readonly onRecorded: (events: readonly Recorded[]) => void;
  /** Told of every checkpoint that is published, with the leaves of the tree. */
  readonly onPublished: (note: string, leaves: readonly Uint8Array[]) => void;
  readonly tell: (words: string) => void;
}

export function database({
  reopen,
  timeline,
  chance,
  network,
  onRecorded,
  onPublished,
  tell,
  ...given
}: OpenDatabase): Database {
  let { record } = given;
  const appends: Append[] = [];
  const lock = growLock();
  let near = nearLog(record.log);
  let up = true;
  let deaths = 0;
  let seen: string | undefined;
  let looking = Promise.resolve();

  const die = (forMs: number): void => {
    tell(`the database dies for ${forMs} ms`);
    up = false;
    const death = ++deaths;
    timeline.after(forMs, async () => {
      if (death !== deaths) return;
      if (reopen) {
        record = await reopen(appends);
        near = nearLog(record.log);
        seen = (await record.tail(undefined, 10_000)).next;
      }
      up = true;
    });
  };

  /** One look after another, so that no event is told twice. */
  const look = (): Promise<void> => {
    looking = looking.then(async () => {
      const { events, next } = await record.tail(seen, 10_000);
      seen = next;
      if (events.length > 0) onRecorded(events);
    });
    return looking;
  };

  async function append(given: Append): Promise<Appended> {
    const dies = chance.often(network.weather().deaths);
    if (dies && chance.often(0.5)) {
      die(chance.whole(200, 4_000));
      throw new NoAnswer('The database died before it was kept.');
    }
    const appended = await record.append(given);
    if (appended.outcome === 'recorded') {
      if (reopen) appends.push(given);
      await look();
    }
    if (!dies) return appended;
    die(chance.whole(200, 4_000));
    throw new NoAnswer('The database died after it was kept.');
  }

  const whileUp = async <T>(work: () => Promise<T>): Promise<T> => {
    if (!up) throw new NoAnswer('The database is away.');
    return work();
  };

  async function log<T>(ask: (log: NearLog) => Promise<T>): Promise<T> {
    const open = await near;
    const published = { ...open, publish: (size: number, note: string) => publish(open, size, note) };
    return ask(published);
  }

  async function publish(open: NearLog, size: number, note: string): Promise<boolean> {
    const isPublished = await open.publish(size, note);
    if (isPublished) onPublished(note, await open.entries(0, size));
    return isPublished;
  }

  return {
    log: (ask) => whileUp(() => log(ask)),
    lock,
    append: (given) => whileUp(() => append(given)),
    read: (stream, from) => whileUp(() => record.read(stream, from)),
    answerOf: (commandId) => whileUp(() => record.answerOf(commandId)),
    view: (view, key) => whileUp(() => record.view(view, key)),
    end: () => whileUp(() => record.end()),
    tail: (after, limit, types) => whileUp(() => record.tail(after, limit, types)),
    die,
    look,
  };
}
