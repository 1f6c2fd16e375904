import type { PlantedBug } from '../planted-bug.ts';

export const changedEvent: PlantedBug = {
  name: 'changed-event',
  wrong: 'Somebody changes an event by hand: a consent that was granted is for more people.',
  breaks: ['nothing-changes'],
  kept: (record) => {
    let readings = 0;
    return {
      ...record,
      tail: async (after, limit) => {
        const page = await record.tail(after, limit);
        // Whoever reads it as it is written sees what was written; whoever reads it all again sees another name.
        if (after !== undefined || ++readings < 2) return page;
        const at = page.events.findLastIndex((e) => e.fact.type === 'ConsentGranted');
        const by = { ...page.events[at]?.by, personId: 'per_somebody-else' };
        return { ...page, events: page.events.map((e, i) => (i === at ? { ...e, by: by as never } : e)) };
      },
    };
  },
};
