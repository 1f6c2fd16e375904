import type { Capacity, PartyId, PlaceId } from '@muster/terms';
import type { LawPort } from './law-port.ts';
import type { Relation } from './verdict.ts';

export interface ServiceParties {
  readonly lenderId: PartyId;
  readonly requesterId: PartyId;
  readonly placeId: PlaceId;
}

/** The party that answers in a capacity, for one lender, one place and one request. Undefined where the pack names none. */
export function resolveCapacity(law: LawPort, capacity: Capacity, parties: ServiceParties): PartyId | undefined {
  const rule = law.terms.capacities.get(capacity);
  if (!rule) return undefined;
  switch (rule.resolves) {
    case 'presence':
      return undefined;
    case 'party':
      return rule.partyId;
    case 'lender':
      return parties.lenderId;
    case 'requester':
      return parties.requesterId;
    case 'lenderSovereign':
      return law.terms.parties.get(parties.lenderId)?.sovereignId;
    case 'hostSovereign':
      return law.terms.places.get(parties.placeId)?.sovereignId;
  }
}

/** Whether a need is met by somebody being there at the work, and not by a consent given beforehand. */
export const isPresence = (law: LawPort, capacity: Capacity): boolean =>
  law.terms.capacities.get(capacity)?.resolves === 'presence';

/** A lender works at home where the place is its own, away everywhere else. */
export const relationOf = (law: LawPort, lenderId: PartyId, placeId: PlaceId): Relation =>
  law.terms.parties.get(lenderId)?.placeId === placeId ? 'home' : 'away';
