import type { Recorded, StreamName } from '@muster/terms';
import type { PlantedBug } from '../planted-bug.ts';

export const staleReads: PlantedBug = {
  name: 'stale-reads',
  wrong: 'A server keeps what it has once read, and records what it decided on that.',
  // It answers, too, with places in a stream that has gone on.
  breaks: [
    'acknowledged-is-kept',
    'answered-once',
    'consent-holds',
    'consent-binds',
    'frozen-as-made',
    'reminded-once',
  ],
  seen: (record) => {
    const before = new Map<StreamName, readonly Recorded[]>();
    return {
      ...record,
      read: async (stream, from) => {
        const events = before.get(stream) ?? (await record.read(stream));
        before.set(stream, events);
        return events.slice((from ?? 1) - 1);
      },
      append: (append) => record.append({ ...append, expectedPosition: 'any', restsOn: [] }),
    };
  },
};
