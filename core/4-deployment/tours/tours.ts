import type { ServiceKind } from '@muster/decision/events';
import {
  type Instant,
  type LineId,
  type PartyId,
  type Period,
  type ReadStream,
  type RequestId,
  type ServingPersonId,
  tourStream,
  unknownEvent,
} from '@muster/terms';
import type { TourFact } from '../events.ts';

/** How far a person has come on a tour. */
export type TourStatus = 'named' | 'mobilised' | 'checkedIn' | 'released' | 'demobilised';

/** One tour of one person, from the seat they are named for until they are home. */
export interface Tour {
  readonly requestId: RequestId;
  readonly group: number;
  readonly lineId: LineId;
  readonly kind: ServiceKind;
  readonly period: Period;
  readonly status: TourStatus;
  /** Of the last step that has one: no step comes before it. */
  readonly lastAt: Instant | undefined;
  /** Whether the host ever said that they were there; whoever is let go on the way never was. */
  readonly arrived: boolean;
  /** Whether home has said that they are there, too. */
  readonly attested: boolean;
}

/** The tours of one person that are not over. */
export interface Tours {
  readonly open: readonly Tour[];
}

export async function gatherTours(
  read: ReadStream,
  { lenderId, personId }: { readonly lenderId: PartyId; readonly personId: ServingPersonId },
): Promise<Tours> {
  const events = await read(tourStream(lenderId, personId));
  return events.reduce<Tours>((tours, e) => evolve(tours, e.fact as TourFact), { open: [] });
}

function evolve({ open }: Tours, fact: TourFact): Tours {
  const { requestId } = fact.data;
  const moved = (to: Partial<Tour>): Tours => ({
    open: open.map((tour) => (tour.requestId === requestId ? { ...tour, ...to } : tour)),
  });
  const others = open.filter((tour) => tour.requestId !== requestId);
  switch (fact.type) {
    case 'SeatNamed': {
      const { group, lineId, kind, period } = fact.data;
      const tour = {
        requestId,
        group,
        lineId,
        kind,
        period,
        status: 'named',
        lastAt: undefined,
        arrived: false,
        attested: false,
      } as const;
      return { open: [...open, tour] };
    }
    case 'SeatStruck':
      return { open: others };
    case 'PersonMobilised':
      return moved({ status: 'mobilised', lastAt: fact.data.leftAt });
    case 'PersonCheckedIn':
      return moved({ status: 'checkedIn', arrived: true, lastAt: fact.data.arrivedAt });
    case 'PresenceAttested':
      return moved({ attested: true });
    case 'PersonReleased':
      return moved({ status: 'released', lastAt: fact.data.releasedAt });
    case 'PersonDemobilised':
      return moved({ status: 'demobilised', lastAt: fact.data.leftAt });
    case 'PersonHome':
      return { open: others };
    default:
      return unknownEvent(fact);
  }
}
