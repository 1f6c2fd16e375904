import { requestId } from '@muster/decision/testing';
import { history, plan, planned } from '@muster/plan/testing';
import {
  commitmentsStream,
  type Fact,
  orderStream,
  ordersStream,
  type PartyId,
  type ServingPersonId,
  servingPersonStream,
  tourStream,
} from '@muster/terms';
import { past } from '@muster/terms/testing';

const north = 'north' as PartyId;
const fact = (type: string, data: object): Fact => ({ type, version: 1, data });

/** The ids of people of the north: the first, the second and so on. */
export const person = (n: number): ServingPersonId => `prs_${String(n).padStart(32, '0')}` as ServingPersonId;

/** A porter of the north, noted. */
export const noted = (n: number, over: object = {}) =>
  past(
    servingPersonStream(north, person(n)),
    fact('PersonNoted', {
      lenderId: north,
      personId: person(n),
      particulars: { scheme: 's', salt: 's', commitment: 'c', ciphertext: 'x' },
      skillIds: ['porter'],
      kinds: [{ statusId: 'militia', delegationIds: [] }],
      ...over,
    }),
  );

/** The toy request with a plan that sends so many of the north, and is committed. */
export const committed = (people = 8, over: object = {}) => [
  ...history(over),
  planned('PlanProposed', plan(people)),
  planned('PlanCommitted', {
    planId: 'pln_a',
    requestId,
    requestVersion: 1,
    pack: 'toy 1',
    assignments: plan(people).assignments,
  }),
  past(commitmentsStream(north), fact('PeopleCommitted', { lenderId: north, requestId, planId: 'pln_a', uses: [] })),
];

const which = { requestId, lenderId: north };
export const militia = { statusId: 'militia', delegationIds: [] };
export const june = { fromOn: '2025-06-01', toOn: '2025-07-01' };

/** Seats of the north's order: porters for the one line, over June. */
export const seats = (people: number, over: object = {}) => ({
  group: 1,
  lineId: 'lin_a',
  poolId: 'pol_north',
  kind: militia,
  period: june,
  arriveOn: '2025-05-28',
  people,
  ...over,
});

/** Something that happened to the north's order. */
export const ordered = (type: string, data: object = {}) =>
  past(orderStream(requestId, north), fact(type, { ...which, ...data }));

/** That the north has an order of so many. */
export const issued = (people = 8) => [
  past(ordersStream(requestId), fact('OrdersIssued', { requestId, planId: 'pln_a', lenderIds: [north] })),
  ordered('OrderIssued', { planId: 'pln_a', groups: [seats(people)] }),
];

/** Something that befell a person of the north on the tour. */
export const befell = (n: number, type: string, data: object = {}) =>
  past(tourStream(north, person(n)), fact(type, { ...which, personId: person(n), ...data }));

/** These people are on the roster of an accepted order, with the mission order, and nobody has set out. */
export const onRoster = (...people: readonly number[]) => [
  ...issued(),
  ordered('OrderAccepted'),
  ordered('RosterNamed', { seats: people.map((n) => ({ group: 1, personId: person(n) })) }),
  ...people.map((n) => befell(n, 'SeatNamed', { group: 1, lineId: 'lin_a', kind: militia, period: june })),
  ordered('MissionOrdered', { personIds: people.map(person) }),
];
