import type { StreamName } from './event.ts';
import type { Capacity, PartyId, PersonId, PlaceId, RequestId, ServingPersonId } from './ids.ts';

/** Every stream's name is made here, so that a reader finds them all in one place. */
/** That the directory is kept, and for whom: nothing else, so that commands that rest on it do not meet. */
export const directoryStream: StreamName = 'directory';
export const organisationStream = (partyId: PartyId): StreamName => `organisation/${partyId}`;
/** Which roles one person holds, at whatever organisations: whatever they do rests on it. */
export const rolesStream = (personId: PersonId): StreamName => `roles/${personId}`;
export const settingsStream: StreamName = 'settings';
export const requestStream = (requestId: RequestId): StreamName => `request/${requestId}`;
export const decisionStream = (requestId: RequestId): StreamName => `decision/${requestId}`;
export const consentStream = (requestId: RequestId, capacity: Capacity, partyId: PartyId): StreamName =>
  `consent/${requestId}/${capacity}/${partyId}`;
/** The law packs taken into use, one after another. */
export const lawStream: StreamName = 'law';
/** Who may stand in for one party, over all requests. */
export const standInStream = (partyId: PartyId): StreamName => `standins/${partyId}`;
export const offerStream = (requestId: RequestId, lenderId: PartyId): StreamName => `offer/${requestId}/${lenderId}`;
export const planStream = (requestId: RequestId): StreamName => `plan/${requestId}`;
/** What was deployed in a place, by whomever asked for it. */
export const deploymentsStream = (placeId: PlaceId): StreamName => `deployments/${placeId}`;
/** What is committed of a lender's people, over all requests. */
export const commitmentsStream = (lenderId: PartyId): StreamName => `commitments/${lenderId}`;
/** One person who serves for a lender. */
export const servingPersonStream = (lenderId: PartyId, personId: ServingPersonId): StreamName =>
  `person/${lenderId}/${personId}`;
/** Which lenders have orders for a request. */
export const ordersStream = (requestId: RequestId): StreamName => `orders/${requestId}`;
/** One lender's order for a request: seats, roster, mission order. */
export const orderStream = (requestId: RequestId, lenderId: PartyId): StreamName => `order/${requestId}/${lenderId}`;
/** Where one person who serves is, one tour after another. */
export const tourStream = (lenderId: PartyId, personId: ServingPersonId): StreamName => `tour/${lenderId}/${personId}`;
export const refusalStream = (partyId: PartyId): StreamName => `refusal/${partyId}`;
