import type { RecordPort } from '../record-port.ts';
import { asKnown } from './as-known.ts';

/** A record whose readers meet only events they know, in the shape of today; at any other they stop. */
export const knownRecord = (record: RecordPort): RecordPort => ({
  ...record,
  read: async (stream, fromPosition) => (await record.read(stream, fromPosition)).map(asKnown),
  tail: async (after, limit, types) => {
    const { events, next } = await record.tail(after, limit, types);
    return { events: events.map(asKnown), next };
  },
});
