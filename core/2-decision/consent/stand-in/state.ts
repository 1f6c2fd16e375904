import {
  type Capacity,
  type Day,
  dayOf,
  type PartyId,
  type PersonId,
  type ReadStream,
  type Recorded,
  type RequestId,
  type StandInId,
  standInStream,
  unknownEvent,
} from '@muster/terms';
import type { StandInFact, StandInNamed } from '../../events.ts';

/** Somebody of another party who may answer for a sovereign: since when, named by whom, and whether it has ended. */
export interface StandIn {
  readonly terms: StandInNamed['data'];
  readonly namedBy: PersonId;
  readonly namedOn: Day;
  readonly endedOn?: Day;
}

/** Everybody ever named to stand in for this party, in the order named. */
export const gatherStandIns = async (read: ReadStream, partyId: PartyId): Promise<readonly StandIn[]> =>
  standInsIn((await read(standInStream(partyId))) as readonly Recorded<StandInFact>[]);

export function standInsIn(events: readonly Recorded<StandInFact>[]): readonly StandIn[] {
  const named = new Map<StandInId, StandIn>();
  for (const { fact, by, at } of events) {
    const { standInId } = fact.data;
    const before = named.get(standInId);
    switch (fact.type) {
      case 'StandInNamed':
        named.set(standInId, { terms: fact.data, namedBy: by.personId, namedOn: dayOf(at) });
        break;
      case 'StandInEnded':
        if (before) named.set(standInId, { ...before, endedOn: dayOf(at) });
        break;
      default:
        unknownEvent(fact);
    }
  }
  return [...named.values()];
}

/** Which consent, and on which day it is answered. */
export interface AnswerTerms {
  readonly requestId: RequestId;
  readonly capacity: Capacity;
  readonly on: Day;
}

/** Why somebody's standing in does not reach this answer, in words; undefined when it does. */
export function notReaching({ terms, namedOn, endedOn }: StandIn, to: AnswerTerms): string | undefined {
  const { period, capacities, requestId } = terms;
  if (endedOn) return `it was ended on ${endedOn}`;
  if (to.on < namedOn) return `they were named on ${namedOn}, after the day of the answer`;
  if (to.on < period.fromOn) return `it begins on ${period.fromOn}`;
  if (to.on >= period.toOn) return `it ended with the day before ${period.toOn}`;
  if (!capacities.includes(to.capacity)) return `it is for the capacity ${capacities.join(', ')}`;
  if (requestId && requestId !== to.requestId) return `it is for the request "${requestId}" alone`;
  return undefined;
}
