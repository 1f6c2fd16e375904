import type { Capacity, PartyId, PlaceId } from './ids.ts';

/** A government, department or agency that can ask, lend, consent or pay. */
export interface Party {
  readonly partyId: PartyId;
  readonly name: string;
  /** Short label for maps and tables. */
  readonly label: string;
  /** The party whose consent counts for this one; its own id when it is a sovereign itself. */
  readonly sovereignId: PartyId;
  /** The place it governs or sits in, when it has one. */
  readonly placeId?: PlaceId;
}

/**
 * How a capacity finds its party for one lender, one place and one request. `presence` finds none: whoever holds
 * the office must be there when the work is done, which is asked at check-in and not beforehand.
 */
export type CapacityRule =
  | { readonly resolves: 'presence' }
  | { readonly resolves: 'lenderSovereign' | 'hostSovereign' | 'lender' | 'requester' }
  | { readonly resolves: 'party'; readonly partyId: PartyId };

/** An office in which a party consents, such as the Governor of the lending state. */
export type CapacityTerm = CapacityRule & { readonly capacity: Capacity; readonly label: string };
