import type { PlantedBug } from '../planted-bug.ts';

export const orderByClock: PlantedBug = {
  name: 'order-by-clock',
  wrong: 'Events are read in the order of the clocks that stamped them, and one clock went back.',
  breaks: [
    'answered-once',
    'consent-holds',
    'consent-binds',
    'frozen-as-made',
    'reminded-once',
    'loss-is-shown',
    'counsel-binds',
    'line-not-over-filled',
    'own-sovereign-answers',
    'asked-as-sought',
  ],
  seen: (record) => ({
    ...record,
    read: async (stream, from) => {
      const events = await record.read(stream);
      return [...events].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).slice((from ?? 1) - 1);
    },
  }),
};
