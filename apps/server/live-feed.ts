import { setTimeout as pause } from 'node:timers/promises';
import type { Cursor, RecordPort, TailPage } from '@muster/flow';

type Events = TailPage['events'];

export interface Listener {
  /** Once, before all else: where it begins. */
  readonly here: (at: Cursor | undefined) => void;
  /** What was recorded, a page at a time, each event once and in order, with where the listener stands then. */
  readonly hear: (events: Events, at: Cursor) => void;
}

export interface LiveFeed {
  /**
   * Tells all that was recorded after a place, and then whatever is recorded, until it is to stop; from the end unless a
   * place is given. What was heard and what is still to be heard meet without a gap. Fails where the record does while
   * the listener is still behind the others: they can come again with the place they had reached.
   */
  listen(after: Cursor | undefined, listener: Listener, until: AbortSignal): Promise<void>;
}

const pageSize = 500;

/**
 * Reads the record once for all who listen, and only while somebody does. Whoever comes late reads up to where the
 * others are on their own, and then goes with them.
 */
export function liveFeed(record: Pick<RecordPort, 'tail' | 'end'>, everyMs = 200): LiveFeed {
  const going = new Set<Listener>();
  let waiting: (() => void)[] = [];
  let listeners = 0;
  let at: Cursor | undefined;
  let begun: Promise<void> | undefined;

  /** Begins to read at the end of the record, unless that was begun; one at a time, so that nothing is read twice. */
  async function begin(): Promise<void> {
    begun ??= record.end().then((end) => {
      at = end;
      void run();
    });
    await begun.catch((error) => {
      begun = undefined;
      throw error;
    });
  }

  async function run(): Promise<void> {
    while (listeners > 0) {
      // A record that does not answer is asked again: who listens loses nothing by it.
      const page = await record.tail(at, pageSize).catch(() => undefined);
      if (page && page.events.length > 0) {
        at = page.next;
        for (const { hear } of going) hear(page.events, page.next as Cursor);
        const late = waiting;
        waiting = [];
        for (const wake of late) wake();
      }
      if ((page?.events.length ?? 0) < pageSize) await pause(everyMs, undefined, { ref: false });
    }
    begun = undefined;
  }

  /** Reads up to where the others are; then nothing can come between, since nothing else runs meanwhile. */
  async function catchUp(from: Cursor | undefined, { hear }: Listener, until: AbortSignal): Promise<void> {
    let mine = from;
    while (!until.aborted && mine !== at) {
      const page = await record.tail(mine, pageSize);
      if (until.aborted) return;
      if (page.events.length > 0) {
        mine = page.next;
        hear(page.events, page.next as Cursor);
      } else if (mine !== at) {
        // Read further than the others: they come after.
        await Promise.race([
          new Promise<void>((wake) => waiting.push(wake)),
          pause(everyMs * 5, undefined, { ref: false }),
        ]);
      }
    }
  }

  return {
    listen: async (after, listener, until) => {
      listeners += 1;
      try {
        await begin();
        const from = after ?? (await record.end());
        listener.here(from);
        await catchUp(from, listener, until);
        if (until.aborted) return;
        going.add(listener);
        await new Promise<void>((settle) => until.addEventListener('abort', () => settle(), { once: true }));
      } finally {
        going.delete(listener);
        listeners -= 1;
      }
    },
  };
}
