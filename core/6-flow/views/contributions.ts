import type { StreamName } from '@muster/terms';
import type { AnyFact } from '../facts.ts';
import type { ViewContribution } from '../record-port.ts';
import { directoryContribution } from './directory.ts';
import { ordersContribution } from './orders-board.ts';
import { boardContribution } from './request-board.ts';
import { sightContribution } from './sight.ts';

/** What a stream, as it now stands, contributes to all views that are kept. */
export const contributions = (stream: StreamName, facts: readonly AnyFact[]): ViewContribution[] => [
  ...boardContribution(stream, facts),
  ...directoryContribution(stream, facts),
  ...ordersContribution(stream, facts),
  ...sightContribution(stream, facts),
];
