import { type Actor, type PartyId, type Refusal, type RequestId, refuse } from '@muster/terms';
import type { Order } from './lender-order.ts';

interface WhichOrder {
  readonly requestId: RequestId;
  readonly lenderId: PartyId;
}

/** Why this party may do nothing with the order: it is another lender's. Said before anything is looked up. */
export function orderNotYours(by: Actor, { lenderId }: WhichOrder, asked: string): Refusal | undefined {
  if (by.partyId === lenderId) return undefined;
  return refuse('DEPLOYMENT_ORDER_NOT_YOURS', {
    asked,
    why: `The order is that of ${lenderId}, and you act for ${by.partyId}.`,
    allowed: `A person of ${lenderId} in this role may do it.`,
  });
}

export const orderUnknown = (asked: string): Refusal =>
  refuse('DEPLOYMENT_ORDER_UNKNOWN', {
    asked,
    why: 'Nobody of this lender is ordered for this request.',
    allowed: 'An order comes by itself once a plan with people of the lender is committed.',
  });

/** Why nothing can be done with the seats yet. */
export function notAccepted(order: Order, asked: string): Refusal | undefined {
  if (order.accepted) return undefined;
  return refuse('DEPLOYMENT_ORDER_NOT_ACCEPTED', {
    asked,
    why: 'The lender has not accepted the order as it stands.',
    allowed: 'Accept it first; seats that cannot be filled are declined with a reason.',
  });
}

export const seatsUnknown = (order: Order, group: number, asked: string): Refusal =>
  refuse('DEPLOYMENT_SEATS_UNKNOWN', {
    asked,
    why: `The order has no group of seats ${group}.`,
    allowed:
      order.groups.length > 0
        ? `It has ${order.groups.map((g) => `${g.group} (${g.lineId}, ${g.people})`).join(', ')}.`
        : 'The order is off: it has no seats.',
  });
