import {
  orderStream,
  type PartyId,
  type PlanId,
  type ReadStream,
  type RequestId,
  type ServingPersonId,
  unknownEvent,
} from '@muster/terms';
import type { NamedSeat, OrderFact, SeatGroup, UnableReason } from '../events.ts';

/** One lender's order, as it stands. */
export interface Order {
  readonly planId: PlanId;
  readonly groups: readonly SeatGroup[];
  /** Every number ever given to a group, so that none is given twice. */
  readonly lastGroup: number;
  readonly accepted: boolean;
  readonly declined: readonly { readonly group: number; readonly people: number; readonly reason: UnableReason }[];
  /** Who is on the roster, in the order they were named. */
  readonly named: ReadonlyMap<ServingPersonId, NamedSeat>;
  /** Of those, who has a mission order. */
  readonly mission: ReadonlySet<ServingPersonId>;
}

/** The lender's order for the request; undefined while nothing was ordered. */
export async function gatherOrder(
  read: ReadStream,
  { requestId, lenderId }: { readonly requestId: RequestId; readonly lenderId: PartyId },
): Promise<Order | undefined> {
  return orderOf((await read(orderStream(requestId, lenderId))).map((e) => e.fact as OrderFact));
}

/** What the facts of an order come to; undefined without any. */
export const orderOf = (facts: readonly OrderFact[]): Order | undefined =>
  facts.reduce<Order | undefined>(evolve, undefined);

const nothing: Order = {
  planId: '' as PlanId,
  groups: [],
  lastGroup: 0,
  accepted: false,
  declined: [],
  named: new Map(),
  mission: new Set(),
};

function evolve(before: Order | undefined, fact: OrderFact): Order {
  const order = before ?? nothing;
  switch (fact.type) {
    case 'OrderIssued':
    case 'OrderAmended': {
      const { planId, groups } = fact.data;
      const lastGroup = groups.reduce((last, g) => Math.max(last, g.group), order.lastGroup);
      return { ...order, planId, groups, lastGroup, accepted: order.accepted && asksNoMore(order.groups, groups) };
    }
    case 'OrderAccepted':
      return { ...order, accepted: true };
    case 'SeatsDeclined':
      return { ...order, declined: [...order.declined, fact.data] };
    case 'RosterNamed':
      return {
        ...order,
        named: new Map([...order.named, ...fact.data.seats.map((seat) => [seat.personId, seat] as const)]),
      };
    case 'RosterStruck': {
      const gone = new Set(fact.data.personIds);
      return {
        ...order,
        named: new Map([...order.named].filter(([id]) => !gone.has(id))),
        mission: new Set([...order.mission].filter((id) => !gone.has(id))),
      };
    }
    case 'MissionOrdered':
      return { ...order, mission: new Set([...order.mission, ...fact.data.personIds]) };
    default:
      return unknownEvent(fact);
  }
}

/** Whoever is asked for less need not be asked again. */
function asksNoMore(before: readonly SeatGroup[], after: readonly SeatGroup[]): boolean {
  return after.every((seats) => {
    const was = before.find((b) => b.group === seats.group);
    return was && seats.people <= was.people && seats.period.toOn <= was.period.toOn;
  });
}

/** Seats of a group that nobody is named for and that were not declined. */
export function freeSeats({ groups, declined, named }: Order, group: number): number {
  const seats = groups.find((g) => g.group === group)?.people ?? 0;
  const unable = declined.reduce((n, d) => n + (d.group === group ? d.people : 0), 0);
  const taken = [...named.values()].reduce((n, seat) => n + (seat.group === group ? 1 : 0), 0);
  return seats - unable - taken;
}

/** Who of the roster has a seat. Where an order was cut below those named, whoever was named first keeps theirs. */
export function seatsHeld({ groups, named }: Order): ReadonlySet<ServingPersonId> {
  const left = new Map(groups.map(({ group, people }) => [group, people]));
  const held = new Set<ServingPersonId>();
  for (const { group, personId } of named.values()) {
    const seats = left.get(group) ?? 0;
    if (seats > 0) held.add(personId);
    left.set(group, seats - 1);
  }
  return held;
}
