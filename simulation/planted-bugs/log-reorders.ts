import type { LogStore } from '@muster/log';
import type { PlantedBug } from '../planted-bug.ts';
import { waitingAs } from './waiting-as.ts';

export const logReorders: PlantedBug = {
  name: 'log-reorders',
  wrong: 'The integrator takes events that wait in another order than the one in which they were committed.',
  breaks: ['tree-is-of-events', 'log-in-order'],
  seenLog: (log: LogStore) => waitingAs(log, (leaves) => leaves.toReversed()),
};
