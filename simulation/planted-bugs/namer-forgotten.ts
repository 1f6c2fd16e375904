import { actor } from '@muster/terms/testing';
import type { PlantedBug } from '../planted-bug.ts';

const nobody = actor('north', 'consentingOfficial', 'per_nobody');

export const namerForgotten: PlantedBug = {
  name: 'namer-forgotten',
  wrong: 'Who named a stand-in is forgotten, as if it did not matter.',
  breaks: ['askers-do-not-decide', 'own-sovereign-answers'],
  seen: (record) => ({
    ...record,
    read: async (stream, from) => {
      const events = await record.read(stream, from);
      return stream.startsWith('standins/') ? events.map((e) => ({ ...e, by: nobody })) : events;
    },
  }),
};
