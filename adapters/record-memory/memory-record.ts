import type { Append, Appended, CommandAnswer, Cursor, RecordPort, TailPage, ViewPart } from '@muster/flow';
import type { LogStore } from '@muster/log';
import { type CommandId, canonicalJson, type Instant, type Recorded, type StreamName } from '@muster/terms';
import { type Loggable, memoryLog } from './memory-log.ts';

export interface OpenMemoryRecord {
  /** The clock that says when an event was recorded; the machine's unless told. */
  readonly now?: () => Instant;
}

/** An event as the log holds it: its text, and what that says, frozen so that no reader can change what another will read. */
interface Entry extends Loggable {
  readonly event: Recorded;
  readonly recordedAt: Instant;
}

/** A record with the log that proves it. */
export interface MemoryRecord extends RecordPort {
  readonly log: LogStore;
}

/** A record that lives as long as this process: for tests and for the simulation. It keeps the same promises but durability. */
export function openMemoryRecord({ now = machineClock }: OpenMemoryRecord = {}): MemoryRecord {
  const log: Entry[] = [];
  const streams = new Map<StreamName, Entry[]>();
  const commands = new Map<CommandId, CommandAnswer>();
  const views = new Map<string, ViewPart & { readonly view: string }>();
  let closed = false;

  const streamAt = (stream: StreamName) => streams.get(stream)?.length ?? 0;

  function append(given: Append): Appended {
    const before = commands.get(given.commandId);
    if (before) {
      return before.commandBody === given.commandBody
        ? { outcome: 'repeated', answer: before.answer }
        : { outcome: 'commandReused' };
    }
    const moved = given.restsOn.find((r) => streamAt(r.stream) !== r.position);
    if (moved) return { outcome: 'clashed', stream: moved.stream };
    const written = [given, ...(given.alongside ?? [])];
    if (new Set(written.map((w) => w.stream)).size < written.length) {
      throw new Error('A stream stands twice in one append.');
    }
    const late = written.find((w) => w.expectedPosition !== 'any' && w.expectedPosition !== streamAt(w.stream));
    if (late) return { outcome: 'clashed', stream: late.stream };
    // All is made before anything is kept: what cannot be written as JSON leaves nothing half-done.
    const entries = written.map((w) => entriesOf({ ...given, ...w }, streamAt(w.stream), now()));
    commands.set(given.commandId, { commandBody: given.commandBody, answer: given.answer });
    for (const [i, { stream }] of written.entries()) {
      streams.set(stream, [...(streams.get(stream) ?? []), ...(entries[i] ?? [])]);
    }
    log.push(...entries.flat());
    for (const { stream, views: told } of written) {
      for (const { view, key, part } of told) {
        views.set(JSON.stringify([view, key, stream]), { view, key, stream, part: structuredClone(part) });
      }
    }
    return { outcome: 'recorded', lastPosition: streamAt(given.stream) };
  }

  const open = async <T>(work: () => T): Promise<T> => {
    if (closed) throw new Error('The record is closed.');
    return work();
  };

  return {
    log: memoryLog(() => log),
    append: (given) => open(() => append(given)),
    read: (stream, fromPosition = 1) =>
      open(() => (streams.get(stream) ?? []).slice(Math.max(0, fromPosition - 1)).map((e) => e.event)),
    view: (view, key) =>
      open(() =>
        [...views]
          .filter(([, v]) => v.view === view && (key === undefined || v.key === key))
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([, v]) => ({ key: v.key, stream: v.stream, part: structuredClone(v.part) })),
      ),
    answerOf: (commandId) => open(() => commands.get(commandId)),
    end: () => open(() => (log.length === 0 ? undefined : String(log.length))),
    tail: (after, limit, types) => open(() => tailPage(log, after, limit, types)),
    close: async () => {
      closed = true;
    },
  };
}

function entriesOf({ stream, commandId, at, by, facts }: Append, last: number, recordedAt: Instant): Entry[] {
  return facts.map((fact, i) => {
    const event: Recorded = { stream, position: last + i + 1, fact, at, by, commandId };
    const body = canonicalJson(event);
    // By way of its text: what a database could not give back is not given back here either.
    return { stream, position: event.position, body, event: frozen(JSON.parse(body)), recordedAt };
  });
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

function tailPage(
  log: readonly Entry[],
  after: Cursor | undefined,
  limit: number,
  types: readonly string[] | undefined,
): TailPage {
  const from = after === undefined ? 0 : Number(after);
  if (!Number.isSafeInteger(from) || from < 0) throw new Error(`"${after}" is no cursor of this record.`);
  const events: TailPage['events'][number][] = [];
  let next = from;
  for (let i = from; i < log.length && events.length < limit; i++) {
    const { event, recordedAt } = log[i] as Entry;
    if (types && !types.includes(event.fact.type)) continue;
    events.push({ ...event, recordedAt });
    next = i + 1;
  }
  return { events, next: events.length === 0 ? after : String(next) };
}

const machineClock = () => new Date().toISOString() as Instant;
