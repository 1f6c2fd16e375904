import { type Act, orderStream, partyIdSchema, refuse, requestIdSchema } from '@muster/terms';
import { z } from 'zod';
import type { OrderAccepted } from '../events.ts';
import { gatherOrder, type Order } from './lender-order.ts';
import { orderNotYours, orderUnknown } from './refusals.ts';

const data = z.strictObject({ requestId: requestIdSchema, lenderId: partyIdSchema });
type Data = z.infer<typeof data>;

/** The lender takes the order as it stands. */
export const acceptOrder: Act<'AcceptOrder', Data, Order | undefined, OrderAccepted> = {
  name: 'AcceptOrder',
  doc: "Accept a lender's order as it stands; after an amendment that asks for more it must be accepted again.",
  who: ['lenderCoordinator'],
  data,
  writes: (d) => orderStream(d.requestId, d.lenderId),
  gather: gatherOrder,
  decide: (order, { by, data: which }) => {
    const asked = `To accept the order of ${which.lenderId} for the request "${which.requestId}".`;
    const barred = orderNotYours(by, which, asked);
    if (barred) return barred;
    if (!order || order.groups.length === 0) return orderUnknown(asked);
    if (order.accepted) {
      return refuse('DEPLOYMENT_ORDER_ALREADY_ACCEPTED', {
        asked,
        why: 'It is accepted as it stands.',
        allowed: 'Name the roster, or decline the seats that cannot be filled.',
      });
    }
    return [{ type: 'OrderAccepted', version: 1, data: which }];
  },
};
