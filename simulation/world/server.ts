import type { RecordPort } from '@muster/flow';
import { type CheckpointGuard, type LogStep, type LogStore, logKeeper, signingKey } from '@muster/log';
import { addDays, type Day, type Instant } from '@muster/terms';
import type { Database } from './database.ts';
import { farLog } from './log.ts';
import { type Network, NoAnswer } from './network.ts';
import type { Timeline } from './timeline.ts';

/** A server without state of its own: what it holds dies with it, and all it knows is in the record. */
export interface Server {
  readonly name: string;
  /** Dies in the midst of whatever it does, and is back after so many milliseconds. */
  die(forMs: number): void;
  /** Sets its clock so many days fore or back. */
  setClock(days: number): void;
  /**
   * Does some work with the record as this server reaches it, at what it takes for now. The work of a server that dies never ends; who waits for
   * it hears nothing.
   */
  work<T>(task: (reach: Reach, at: Instant) => Promise<T>): Promise<T>;
}

/** What a server has of the record while it lives. */
export interface Reach {
  readonly record: RecordPort;
  /** The integrator of its log, on what it remembers since it began to live. */
  readonly keeper: { step(): Promise<LogStep> };
}

export interface StartServer {
  readonly name: string;
  readonly timeline: Timeline;
  readonly network: Network;
  readonly database: Database;
  readonly today: () => Day;
  /** What a planted bug makes of the record as a server sees it. */
  readonly seen: (record: RecordPort) => RecordPort;
  /** What a planted bug makes of the log as a server sees it. */
  readonly seenLog: (log: LogStore) => LogStore;
  readonly guards: readonly CheckpointGuard[];
  readonly tell: (words: string) => void;
}

/** How long a server waits for one answer of the database, and how long it tries in all, as `record-sql` does. */
const patienceMs = 5_000;
const awayMs = 30_000;

const key = signingKey('example.org/log', 'ed25519', new Uint8Array(32).fill(7));

export function startServer(start: StartServer): Server {
  const { name, timeline, network, database, today, seen, seenLog, guards, tell } = start;
  let life = 1;
  let up = true;
  let skew = 0;

  const reach = (mine: number): Reach => {
    const isDead = () => mine !== life;
    async function ask<T>(kind: 'look' | 'act', far: () => Promise<T>): Promise<T> {
      const until = timeline.now() + awayMs;
      for (let waitMs = 20; ; waitMs = Math.min(2 * waitMs, 1_000)) {
        try {
          const value = await network.ask(kind, far, patienceMs);
          return isDead() ? await never() : value;
        } catch (error) {
          if (isDead()) return never();
          if (!(error instanceof NoAnswer) || timeline.now() >= until) throw error;
          await timeline.pause(waitMs);
          if (isDead()) return never();
        }
      }
    }
    const record = seen({
      append: (append) => ask('act', () => database.append(append)),
      read: (stream, from) => ask('look', () => database.read(stream, from)),
      answerOf: (commandId) => ask('look', () => database.answerOf(commandId)),
      view: (view, key) => ask('look', () => database.view(view, key)),
      tail: (after, limit, types) => ask('look', () => database.tail(after, limit, types)),
      end: () => ask('look', () => database.end()),
      close: async () => {},
    });
    const store = seenLog(farLog((kind, far) => ask(kind, () => database.log(far)), database.lock, `${name} ${mine}`));
    return { record, keeper: logKeeper({ store, key, guards }) };
  };
  let reached = reach(life);

  return {
    name,
    die: (forMs) => {
      tell(`server ${name} dies for ${forMs} ms`);
      up = false;
      database.lock.release(`${name} ${life}`);
      const mine = ++life;
      timeline.after(forMs, () => {
        if (mine !== life) return;
        up = true;
        reached = reach(life);
      });
    },
    setClock: (days) => {
      tell(`server ${name} takes today for ${days} days from it`);
      skew = days;
    },
    work: async (task) => {
      if (!up) throw new NoAnswer(`${name} is away.`);
      const mine = life;
      const settled = await task(reached, `${addDays(today(), skew)}T12:00:00Z` as Instant).then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
      if (mine !== life) return never();
      if ('error' in settled) throw settled.error;
      return settled.value;
    },
  };
}

const never = <T>(): Promise<T> => new Promise(() => {});
