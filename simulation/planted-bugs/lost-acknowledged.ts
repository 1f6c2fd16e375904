import type { Append } from '@muster/flow';
import type { PlantedBug } from '../planted-bug.ts';

/** How many appends are acknowledged before the disk has them. */
const unwritten = 2;

export const lostAcknowledged: PlantedBug = {
  name: 'lost-acknowledged',
  wrong: 'An append is acknowledged before the disk has it, and lost when the database dies.',
  breaks: ['acknowledged-is-kept', 'nothing-changes', 'same-answer'],
  reopened: (appends: readonly Append[]) => appends.slice(0, -unwritten),
};
