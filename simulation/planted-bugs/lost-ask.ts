import type { Recorded } from '@muster/terms';
import type { PlantedBug } from '../planted-bug.ts';

function withoutTheLast<E extends Recorded>(event: E): E {
  if (event.fact.type !== 'ConsentsSought') return event;
  const { consents, ...rest } = event.fact.data as { consents: readonly unknown[] };
  return { ...event, fact: { ...event.fact, data: { ...rest, consents: consents.slice(0, -1) } } };
}

export const lostAsk: PlantedBug = {
  name: 'lost-ask',
  wrong: 'Of the consents that are sought, the last is not asked for, nor by any server that looks for what is open.',
  breaks: ['asked-as-sought'],
  seen: (record) => ({
    ...record,
    // Only who follows up reads from a position on.
    read: async (stream, from) => {
      const events = await record.read(stream, from);
      return from === undefined ? events : events.map(withoutTheLast);
    },
    tail: async (after, limit, types) => {
      const page = await record.tail(after, limit, types);
      return { ...page, events: page.events.map(withoutTheLast) };
    },
  }),
};
