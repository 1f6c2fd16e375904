import { kindKey, type LawPort } from '@muster/decision/events';
import { gatherPicture, type PlanningPicture, standingAssignments } from '@muster/plan/events';
import {
  type Act,
  type Alongside,
  orderStream,
  ordersStream,
  type PartyId,
  type PlanId,
  type ReadStream,
  refuse,
  requestIdSchema,
} from '@muster/terms';
import { z } from 'zod';
import type { OrderAmended, OrderIssued, OrdersIssued, SeatGroup } from '../events.ts';
import { gatherOrder, type Order } from './lender-order.ts';
import { type Seats, seatsOfAssignments } from './seats-of-assignments.ts';

const data = z.strictObject({ requestId: requestIdSchema });
type Data = z.infer<typeof data>;

interface IssueState {
  readonly picture: PlanningPicture;
  /** Every lender that has an order, or is to have one. */
  readonly orders: ReadonlyMap<PartyId, Order | undefined>;
}

async function gather(read: ReadStream, { requestId }: Data): Promise<IssueState> {
  const picture = await gatherPicture(read, { requestId });
  const issued = (await read(ordersStream(requestId))).flatMap((e) => (e.fact as OrdersIssued).data.lenderIds);
  const sending = picture.committed?.assignments.map((a) => a.lenderId) ?? [];
  const orders = new Map<PartyId, Order | undefined>();
  for (const lenderId of new Set([...issued, ...sending])) {
    orders.set(lenderId, await gatherOrder(read, { requestId, lenderId }));
  }
  return { picture, orders };
}

/** Makes a committed plan into one order a lender, and keeps the orders to what of the plan still stands. */
export const issueOrders: Act<'IssueOrders', Data, IssueState, OrdersIssued, { law: LawPort }> = {
  name: 'IssueOrders',
  doc: 'Make the committed plan into an order for each lender, or amend the orders to what of it still stands; given by the flow.',
  who: ['flow'],
  data,
  writes: (d) => ordersStream(d.requestId),
  gather,
  decide: (state, command, { law }) => {
    const { requestId } = command.data;
    const lenderIds = changedOrders(state, command.data, law).map((o) => o.data.lenderId);
    if (lenderIds.length === 0) {
      return refuse('DEPLOYMENT_ORDERS_STAND', {
        asked: `To order the people committed to the request "${requestId}".`,
        why: 'Every order is as the plan has it.',
        allowed: 'Nothing need be done.',
      });
    }
    return [{ type: 'OrdersIssued', version: 1, data: { requestId, planId: planOf(state), lenderIds } }];
  },
  alongside: (state, facts, { law }) =>
    facts.flatMap(({ data: which }) =>
      changedOrders(state, which, law).map(
        (order): Alongside => ({ stream: orderStream(which.requestId, order.data.lenderId), facts: [order] }),
      ),
    ),
};

/** The plan committed; once it is released, the one that was. */
const planOf = ({ picture, orders }: IssueState): PlanId =>
  picture.committed?.planId ?? ([...orders.values()].find(Boolean)?.planId as PlanId);

function changedOrders(state: IssueState, { requestId }: Data, law: LawPort): (OrderIssued | OrderAmended)[] {
  const planId = planOf(state);
  const standing = standingAssignments(state.picture, law);
  return [...state.orders].flatMap(([lenderId, order]) => {
    const groups = numbered(seatsOfAssignments(standing.filter((a) => a.lenderId === lenderId)), order);
    if (order ? sameSeats(order.groups, groups) : groups.length === 0) return [];
    const ordered = { requestId, lenderId, planId, groups };
    return [{ type: order ? ('OrderAmended' as const) : ('OrderIssued' as const), version: 1, data: ordered }];
  });
}

/** Seats that were ordered before keep their number, also where they end on another day. */
function numbered(seats: readonly Seats[], order: Order | undefined): SeatGroup[] {
  const before = new Map(keyed(order?.groups ?? []).map(({ key, seats: { group } }) => [key, group]));
  let last = order?.lastGroup ?? 0;
  return keyed(seats)
    .map(({ key, seats: mine }) => ({ group: before.get(key) ?? ++last, ...mine }))
    .sort((a, b) => a.group - b.group);
}

/** By line, pool, kind and first day, and which of several that begin then. */
function keyed<S extends Seats>(seats: readonly S[]): { readonly key: string; readonly seats: S }[] {
  const sofar = new Map<string, number>();
  return seats.map((mine) => {
    const { lineId, poolId, kind, period } = mine;
    const begin = [lineId, poolId, kindKey(kind), period.fromOn].join(' ');
    const nth = (sofar.get(begin) ?? 0) + 1;
    sofar.set(begin, nth);
    return { key: `${begin} ${nth}`, seats: mine };
  });
}

const sameSeats = (a: readonly SeatGroup[], b: readonly SeatGroup[]): boolean =>
  a.length === b.length &&
  a.every((seats, i) => {
    const other = b[i];
    return other?.group === seats.group && other.people === seats.people && other.period.toOn === seats.period.toOn;
  });
