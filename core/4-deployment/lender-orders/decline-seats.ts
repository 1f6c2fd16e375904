import { type Act, orderStream, partyIdSchema, refuse, requestIdSchema, somePeopleSchema } from '@muster/terms';
import { z } from 'zod';
import { type SeatsDeclined, unableReasons } from '../events.ts';
import { freeSeats, gatherOrder, type Order } from './lender-order.ts';
import { orderNotYours, orderUnknown, seatsUnknown } from './refusals.ts';

const data = z.strictObject({
  requestId: requestIdSchema,
  lenderId: partyIdSchema,
  group: z.int().min(1),
  people: somePeopleSchema,
  reason: z.enum(unableReasons),
});
type Data = z.infer<typeof data>;

/** The lender says which seats it cannot fill, and why: kept as data, whatever comes of it. */
export const declineSeats: Act<'DeclineSeats', Data, Order | undefined, SeatsDeclined> = {
  name: 'DeclineSeats',
  doc: 'Decline seats of an order that cannot be filled, with the reason; it stays on record as unable to fill.',
  who: ['lenderCoordinator'],
  data,
  writes: (d) => orderStream(d.requestId, d.lenderId),
  gather: gatherOrder,
  decide: (order, { by, data: declined }) => {
    const { requestId, lenderId, group, people } = declined;
    const asked = `To decline ${people} seats of group ${group} of the order of ${lenderId} for "${requestId}".`;
    const barred = orderNotYours(by, declined, asked);
    if (barred) return barred;
    if (!order) return orderUnknown(asked);
    if (!order.groups.some((g) => g.group === group)) return seatsUnknown(order, group, asked);
    const free = Math.max(0, freeSeats(order, group));
    if (people > free) {
      return refuse('DEPLOYMENT_SEATS_FULL', {
        asked,
        why: `Of its seats ${free} are neither declined nor named.`,
        allowed: free > 0 ? `Decline ${free} or fewer.` : 'Strike whoever is named for it from the roster first.',
      });
    }
    return [{ type: 'SeatsDeclined', version: 1, data: declined }];
  },
};
