import type { LogStore } from '@muster/log';
import type { PlantedBug } from '../planted-bug.ts';
import { waitingAs } from './waiting-as.ts';

export const logSkips: PlantedBug = {
  name: 'log-skips',
  wrong: 'Of many events that wait, the integrator does not see the last but one, which was committed late.',
  breaks: ['tree-is-of-events', 'log-holds-all'],
  seenLog: (log: LogStore) => waitingAs(log, (leaves) => (leaves.length < 3 ? leaves : leaves.toSpliced(-2, 1))),
};
