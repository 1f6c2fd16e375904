import type { ReadStream, Recorded, StreamName } from '@muster/terms';

/** A record as it grows, command by command, that can also be read as it stood after any of them. */
export interface GrowingRecord {
  /** How many commands it holds. */
  readonly commands: number;
  /** Adds the events of one command more; none is a command too. */
  grow(events: readonly Recorded[]): void;
  /** Reads it as it stood after so many commands; as it stands unless told. */
  asAfter(commands?: number): ReadStream;
  /** After how many commands one of these streams next changed; undefined if it never did. */
  nextChange(streams: Iterable<StreamName>, after: number): number | undefined;
}

export function growingRecord(): GrowingRecord {
  const streams = new Map<StreamName, { readonly events: Recorded[]; readonly after: number[] }>();
  let commands = 0;
  return {
    get commands() {
      return commands;
    },
    grow(events) {
      commands++;
      for (const event of events) {
        const stream = streams.get(event.stream) ?? { events: [], after: [] };
        streams.set(event.stream, stream);
        stream.events.push(event);
        stream.after.push(commands);
      }
    },
    asAfter: (upTo) => async (name) => {
      const stream = streams.get(name);
      if (!stream) return [];
      // Stryker disable next-line ConditionalExpression: going over all of them finds the same, more slowly
      if (upTo === undefined) return stream.events;
      const later = stream.after.findIndex((n) => n > upTo);
      return later < 0 ? stream.events : stream.events.slice(0, later);
    },
    nextChange(names, after) {
      const changes = [...names].flatMap((name) => streams.get(name)?.after.find((n) => n > after) ?? []);
      return changes.length > 0 ? Math.min(...changes) : undefined;
    },
  };
}
