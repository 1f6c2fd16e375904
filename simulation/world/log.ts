import type { LogStore, LogWriter } from '@muster/log';

/** Who may grow the tree: one at a time, and whoever dies over it lets go, as a session of the database does. */
export interface GrowLock {
  take(holder: string): boolean;
  release(holder: string): void;
}

export function growLock(): GrowLock {
  let held: string | undefined;
  return {
    take: (holder) => {
      if (held !== undefined) return false;
      held = holder;
      return true;
    },
    release: (holder) => {
      if (held === holder) held = undefined;
    },
  };
}

/** The database's own side of a log: what it does as soon as it is asked. */
export type NearLog = Omit<LogStore, 'alone'> & LogWriter;

export async function nearLog(store: LogStore): Promise<NearLog> {
  const writer = await store.alone(async (w) => w);
  if (writer === 'busy') throw new Error('Nobody grows a tree that was just opened.');
  return { ...store, ...writer };
}

/** Asks the database over the network, as one server reaches it. */
export type Ask = <T>(kind: 'look' | 'act', far: (log: NearLog) => Promise<T>) => Promise<T>;

/** A log as a server reaches it. */
export function farLog(ask: Ask, lock: GrowLock, holder: string): LogStore {
  const writer: LogWriter = {
    waiting: (limit) => ask('look', (log) => log.waiting(limit)),
    extend: (growth) => ask('act', (log) => log.extend(growth)),
    publish: (size, note) => ask('act', (log) => log.publish(size, note)),
    enterKey: (place, key) => ask('act', (log) => log.enterKey(place, key)),
  };
  return {
    head: () => ask('look', (log) => log.head()),
    keys: () => ask('look', (log) => log.keys()),
    tiles: (wanted) => ask('look', (log) => log.tiles(wanted)),
    entries: (from, before) => ask('look', (log) => log.entries(from, before)),
    leavesOf: (places) => ask('look', (log) => log.leavesOf(places)),
    recordedWith: (place) => ask('look', (log) => log.recordedWith(place)),
    alone: async (work) => {
      // A lock belongs to a session: whoever asks for it late or twice is not there any more.
      if (!lock.take(holder)) return 'busy';
      return work(writer).finally(() => lock.release(holder));
    },
  };
}
