import { gatherSubmitted, kindKey, notSubmitted, type SubmittedRequest } from '@muster/decision/events';
import {
  type Act,
  type Alongside,
  type Fault,
  orderStream,
  partyIdSchema,
  type ReadStream,
  refuse,
  requestIdSchema,
  type ServingPersonId,
  servingPersonIdSchema,
  tourStream,
} from '@muster/terms';
import { z } from 'zod';
import type { NamedSeat, RosterNamed, SeatGroup } from '../events.ts';
import { gatherPerson, type ServingPerson } from '../people/state.ts';
import { mostAtOnce } from '../tours/some-people.ts';
import { gatherTours, type Tours } from '../tours/tours.ts';
import { freeSeats, gatherOrder, type Order } from './lender-order.ts';
import { notAccepted, orderNotYours, orderUnknown } from './refusals.ts';

const data = z.strictObject({
  requestId: requestIdSchema,
  lenderId: partyIdSchema,
  seats: z
    .array(z.strictObject({ group: z.int().min(1), personId: servingPersonIdSchema }))
    .min(1, 'must name somebody')
    .max(mostAtOnce, `must name at most ${mostAtOnce} people at once`),
});
type Data = z.infer<typeof data>;

interface RosterState {
  readonly request: SubmittedRequest | undefined;
  readonly order: Order | undefined;
  readonly people: ReadonlyMap<ServingPersonId, ServingPerson>;
  readonly tours: ReadonlyMap<ServingPersonId, Tours>;
}

async function gather(read: ReadStream, { requestId, lenderId, seats }: Data): Promise<RosterState> {
  const people = new Map<ServingPersonId, ServingPerson>();
  const tours = new Map<ServingPersonId, Tours>();
  for (const { personId } of seats) {
    people.set(personId, await gatherPerson(read, { lenderId, personId }));
    tours.set(personId, await gatherTours(read, { lenderId, personId }));
  }
  return {
    request: await gatherSubmitted(read, { requestId }),
    order: await gatherOrder(read, { requestId, lenderId }),
    people,
    tours,
  };
}

/** The lender names who comes: all of them or, with every fault said, none. */
export const nameRoster: Act<'NameRoster', Data, RosterState, RosterNamed> = {
  name: 'NameRoster',
  doc: `Name who fills the seats of an accepted order, at most ${mostAtOnce} at once: all, or none with each fault said.`,
  who: ['lenderCoordinator'],
  data,
  writes: (d) => orderStream(d.requestId, d.lenderId),
  gather,
  decide: (state, { by, data: roster }) => {
    const { requestId, lenderId, seats } = roster;
    const asked = `To name ${seats.length} people of ${lenderId} for the request "${requestId}".`;
    const { request, order } = state;
    const barred = orderNotYours(by, roster, asked);
    if (barred) return barred;
    if (!request) return notSubmitted(asked);
    if (!order) return orderUnknown(asked);
    const waiting = notAccepted(order, asked);
    if (waiting) return waiting;
    const faults = seats.flatMap((seat, i) => faultOf(state, request, order, seats, i, seat));
    if (faults.length > 0) {
      return refuse('DEPLOYMENT_SEAT_NOT_FOR_THEM', {
        asked,
        why: `${faults[0]?.field} ${faults[0]?.problem}${faults.length > 1 ? `; ${faults.length} seats have a fault` : ''}.`,
        allowed: 'Name people who are noted, able, free over those days, and no more than there are seats.',
        faults,
      });
    }
    return [{ type: 'RosterNamed', version: 1, data: roster }];
  },
  alongside: ({ order }, facts) =>
    facts.flatMap(({ data: { requestId, lenderId, seats } }) =>
      seats.map(({ group, personId }): Alongside => {
        const { lineId, kind, period } = groupIn(order, group);
        const named = { requestId, lenderId, personId, group, lineId, kind, period };
        return { stream: tourStream(lenderId, personId), facts: [{ type: 'SeatNamed', version: 1, data: named }] };
      }),
    ),
};

const groupIn = (order: Order | undefined, group: number) => order?.groups.find((g) => g.group === group) as SeatGroup;

function faultOf(
  { people, tours }: RosterState,
  request: SubmittedRequest,
  order: Order,
  seats: readonly NamedSeat[],
  i: number,
  { group, personId }: NamedSeat,
): Fault[] {
  const fault = (problem: string): Fault[] => [{ field: `seats.${i}`, problem }];
  const seat = order.groups.find((g) => g.group === group);
  const person = people.get(personId);
  const earlier = seats.slice(0, i);
  if (!seat) return fault(`names the group ${group}, which the order does not have`);
  if (person?.status !== 'noted') return fault('names somebody who is not noted for this lender');
  if (earlier.some((s) => s.personId === personId)) return fault('names somebody a second time');
  if (earlier.filter((s) => s.group === group).length >= freeSeats(order, group)) {
    return fault(`is one more than the free seats of group ${group}`);
  }
  const line = request.lines.find((l) => l.lineId === seat.lineId);
  if (!line) return fault(`is for the line ${seat.lineId}, which the request no longer has`);
  if (!person.noted.skillIds.includes(line.skillId)) return fault(`names somebody without the skill ${line.skillId}`);
  if (!person.noted.kinds.some((kind) => kindKey(kind) === kindKey(seat.kind))) {
    return fault(`names somebody who may not come under ${seat.kind.statusId}`);
  }
  const open = tours.get(personId)?.open ?? [];
  const clash = open.find((t) => t.requestId === request.requestId || overlap(t.period, seat.period));
  return clash ? fault(`names somebody who has a seat for "${clash.requestId}" already`) : [];
}

const overlap = (a: SeatGroup['period'], b: SeatGroup['period']): boolean => a.fromOn < b.toOn && b.fromOn < a.toOn;
