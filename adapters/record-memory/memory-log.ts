import {
  type EventPlace,
  type LogHead,
  type LogKey,
  type LogStore,
  type LogWriter,
  leafHash,
  type Tile,
  utf8,
} from '@muster/log';

/** An event that a log can hold: where it stands, its exact text, and of which command it is. */
export interface Loggable extends EventPlace {
  readonly body: string;
  readonly event: { readonly commandId: string };
}

/** The log of a record in memory. `recorded` gives all events so far, in the order they enter the log. */
export function memoryLog(recorded: () => readonly Loggable[]): LogStore {
  const leaves: Loggable[] = [];
  const numbers = new Map<string, number>();
  const tiles = new Map<string, Uint8Array>();
  const keys: LogKey[] = [];
  let checkpoint: { readonly size: number; readonly note: string } | undefined;
  let busy = false;

  const tileName = ({ level, index }: Tile) => `${level}/${index}`;
  const placeName = ({ stream, position }: EventPlace) => `${position} ${stream}`;

  const writer: LogWriter = {
    waiting: async (limit) => {
      const next = recorded().slice(leaves.length, leaves.length + limit);
      return {
        leaves: next.map(({ stream, position, body }) => ({ stream, position, hash: leafHash(utf8(body)) })),
        next: String(leaves.length + next.length),
      };
    },
    extend: async ({ size, tiles: grown, next }) => {
      if (size !== leaves.length) return false;
      for (const one of recorded().slice(size, Number(next))) {
        numbers.set(placeName(one), leaves.length);
        leaves.push(one);
      }
      for (const { tile, hashes } of grown) tiles.set(tileName(tile), hashes);
      return true;
    },
    publish: async (size, note) => {
      if (size > leaves.length || (checkpoint && checkpoint.size > size)) return false;
      checkpoint = { size, note };
      return true;
    },
    enterKey: async (place, key, first) => {
      if (place !== keys.length) return false;
      if (first && !(await writer.publish(first.size, first.note))) return false;
      keys.push(key);
      return true;
    },
  };

  return {
    head: async (): Promise<LogHead> => ({ size: leaves.length, checkpoint: checkpoint?.note }),
    keys: async () => [...keys],
    tiles: async (wanted) => wanted.map((tile) => tiles.get(tileName(tile)) ?? new Uint8Array()),
    entries: async (from, before) => leaves.slice(from, before).map(({ body }) => utf8(body)),
    leavesOf: async (places) => places.map((place) => numbers.get(placeName(place))),
    recordedWith: async (place) => {
      const all = recorded();
      const from = all.findIndex((one) => placeName(one) === placeName(place));
      if (from < 0) return [];
      const commandId = all[from]?.event.commandId;
      const other = all.findIndex((one, i) => i > from && one.event.commandId !== commandId);
      return all.slice(from, other < 0 ? all.length : other).map(({ stream, position }) => ({ stream, position }));
    },
    alone: async (work) => {
      if (busy) return 'busy';
      busy = true;
      return work(writer).finally(() => {
        busy = false;
      });
    },
  };
}
