import type { PlantedBug } from '../planted-bug.ts';

export const groundsUnguarded: PlantedBug = {
  name: 'grounds-unguarded',
  wrong: 'What a decision rests on may change while it is being made: only its own stream is guarded.',
  breaks: [
    'consent-holds',
    'consent-binds',
    'loss-is-shown',
    'line-not-over-filled',
    'counsel-binds',
    'own-sovereign-answers',
    'withdrawn-holds-nobody',
  ],
  seen: (record) => ({ ...record, append: (append) => record.append({ ...append, restsOn: [] }) }),
};
