import {
  type Alongside,
  type Fault,
  type Instant,
  isLater,
  partyIdSchema,
  type ReadStream,
  type Refusal,
  type RefusalCode,
  refuse,
  requestIdSchema,
  type ServingPersonId,
  servingPersonIdSchema,
  tourStream,
} from '@muster/terms';
import { z } from 'zod';
import type { TourFact } from '../events.ts';
import { gatherOrder, type Order, seatsHeld } from '../lender-orders/lender-order.ts';
import { gatherTours, type Tour, type TourStatus } from './tours.ts';

/** So many people at once: a command is read, decided and recorded whole. */
export const mostAtOnce = 500;

export const personIdsSchema = z
  .array(servingPersonIdSchema)
  .min(1, 'must name somebody')
  .max(mostAtOnce, `must name at most ${mostAtOnce} people at once`)
  .refine((ids) => new Set(ids).size === ids.length, 'must name nobody twice');

/** People of one lender on its order for one request, as most acts of a tour name them. */
export const somePeople = { requestId: requestIdSchema, lenderId: partyIdSchema, personIds: personIdsSchema };
export const somePeopleSchema = z.strictObject(somePeople);
export type SomePeople = z.infer<typeof somePeopleSchema>;

/** What an act of a tour must know: the order, and where each of the people is on their tour for this request. */
export interface SomeTours {
  readonly who: SomePeople;
  readonly order: Order | undefined;
  readonly tours: ReadonlyMap<ServingPersonId, Tour | undefined>;
}

export async function gatherSome(read: ReadStream, data: SomePeople): Promise<SomeTours> {
  const { requestId, lenderId, personIds } = data;
  const tours = new Map<ServingPersonId, Tour | undefined>();
  for (const personId of personIds) {
    const { open } = await gatherTours(read, { lenderId, personId });
    tours.set(
      personId,
      open.find((tour) => tour.requestId === requestId),
    );
  }
  return { who: { requestId, lenderId, personIds }, order: await gatherOrder(read, { requestId, lenderId }), tours };
}

const statusWords: Record<TourStatus, string> = {
  named: 'has not set out',
  mobilised: 'is on the way and has not been checked in',
  checkedIn: 'is there',
  released: 'is released',
  demobilised: 'is on the way home',
};

/** What is wrong with each of the people, by their place in the command. */
export function faultOfEach(
  personIds: readonly ServingPersonId[],
  problemOf: (personId: ServingPersonId) => string | undefined,
): Fault[] {
  return personIds.flatMap((personId, i) => {
    const problem = problemOf(personId);
    return problem === undefined ? [] : [{ field: `personIds.${i}`, problem }];
  });
}

/** Who of the people has not come to one of these steps; each by its place in the command. */
export function notAt({ tours, who: { personIds } }: SomeTours, steps: readonly TourStatus[]): Fault[] {
  return faultOfEach(personIds, (personId) => {
    const status = tours.get(personId)?.status;
    if (status && steps.includes(status)) return undefined;
    return status ? statusWords[status] : 'is not on the roster of this order';
  });
}

/** Whose seat the order no longer has. */
export function seatGone({ order, who: { personIds } }: SomeTours): Fault[] {
  const held = order && seatsHeld(order);
  return faultOfEach(personIds, (personId) =>
    held?.has(personId) ? undefined : 'has no seat any more: the order was cut',
  );
}

/** What is wrong with an instant that people give afterwards: it lies ahead, or before a step already taken. */
export function timeFaults(
  { tours, who: { personIds } }: SomeTours,
  field: string,
  then: Instant,
  now: Instant,
): Fault[] {
  if (isLater(then, now)) return [{ field, problem: `is ${then}, and it is only ${now}` }];
  return faultOfEach(personIds, (personId) => {
    const last = tours.get(personId)?.lastAt;
    return last && isLater(last, then) ? `took the step before at ${last}` : undefined;
  });
}

/** All or none: the first fault in words, and each by its field. */
export function refuseAll(
  code: RefusalCode,
  faults: readonly Fault[],
  words: { readonly asked: string; readonly allowed: string },
): Refusal | undefined {
  const [first] = faults;
  if (!first) return undefined;
  const more = faults.length > 1 ? `; so it is with ${faults.length}` : '';
  return refuse(code, { ...words, why: `${first.field} ${first.problem}${more}.`, faults });
}

/** The stream an act writes: the first person's. What befalls the others is written alongside, in the same step. */
export const firstTour = ({ lenderId, personIds }: SomePeople) => tourStream(lenderId, personIds[0] as ServingPersonId);

/** What befalls the others: each a fact of their own. */
export const eachOther = <F extends TourFact>(
  { who: { lenderId, personIds } }: SomeTours,
  facts: readonly F[],
  ofPerson: (fact: F, personId: ServingPersonId) => F,
): Alongside[] =>
  facts.flatMap((fact) =>
    personIds
      .slice(1)
      .map((personId) => ({ stream: tourStream(lenderId, personId), facts: [ofPerson(fact, personId)] })),
  );

/** The same befalls all the others. */
export const forTheOthers = <F extends TourFact>(state: SomeTours, facts: readonly F[]): Alongside[] =>
  eachOther(state, facts, (fact, personId) => ({ ...fact, data: { ...fact.data, personId } }));
