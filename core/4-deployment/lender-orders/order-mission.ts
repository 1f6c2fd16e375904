import { type Act, orderStream, partyIdSchema, refuse, requestIdSchema } from '@muster/terms';
import { z } from 'zod';
import type { MissionOrdered } from '../events.ts';
import { gatherOrder, type Order, seatsHeld } from './lender-order.ts';
import { notAccepted, orderNotYours, orderUnknown } from './refusals.ts';

const data = z.strictObject({ requestId: requestIdSchema, lenderId: partyIdSchema });
type Data = z.infer<typeof data>;

/** The home party's mission order for all on the roster who have none: without it nobody moves. */
export const orderMission: Act<'OrderMission', Data, Order | undefined, MissionOrdered> = {
  name: 'OrderMission',
  doc: "Give the home party's mission order to everybody on the roster who has none yet: they may set out.",
  who: ['consentingOfficial'],
  data,
  writes: (d) => orderStream(d.requestId, d.lenderId),
  gather: gatherOrder,
  decide: (order, { by, data: which }) => {
    const asked = `To give the mission order of ${which.lenderId} for the request "${which.requestId}".`;
    const barred = orderNotYours(by, which, asked);
    if (barred) return barred;
    if (!order) return orderUnknown(asked);
    const waiting = notAccepted(order, asked);
    if (waiting) return waiting;
    const personIds = [...seatsHeld(order)].filter((id) => !order.mission.has(id));
    if (personIds.length === 0) {
      return refuse('DEPLOYMENT_NOBODY_TO_ORDER', {
        asked,
        why: order.named.size === 0 ? 'Nobody is on the roster.' : 'Everybody on the roster has a mission order.',
        allowed: 'Name the roster first; then order whoever is new on it.',
      });
    }
    return [{ type: 'MissionOrdered', version: 1, data: { ...which, personIds } }];
  },
};
