import { type Act, type Alongside, orderStream, tourStream } from '@muster/terms';
import { z } from 'zod';
import { type RosterStruck, strikeReasons } from '../events.ts';
import { gatherSome, notAt, refuseAll, type SomeTours, somePeople } from '../tours/some-people.ts';
import { orderNotYours, orderUnknown } from './refusals.ts';

const data = z.strictObject({ ...somePeople, reason: z.enum(strikeReasons) });
type Data = z.infer<typeof data>;

/** Takes people off the roster before they set out: their seats are free again, and so are they. */
export const strikeFromRoster: Act<'StrikeFromRoster', Data, SomeTours, RosterStruck> = {
  name: 'StrikeFromRoster',
  doc: 'Take people off the roster who have not set out: their seats are free again, and so are they.',
  who: ['lenderCoordinator'],
  data,
  writes: (d) => orderStream(d.requestId, d.lenderId),
  gather: gatherSome,
  decide: (state, { by, data: struck }) => {
    const asked = `To take ${struck.personIds.length} people off the roster of ${struck.lenderId} for "${struck.requestId}".`;
    const barred = orderNotYours(by, struck, asked);
    if (barred) return barred;
    if (!state.order) return orderUnknown(asked);
    const allowed = 'Take off only those on the roster who have not set out; release the others.';
    const refused = refuseAll('DEPLOYMENT_TOUR_NOT_THERE', notAt(state, ['named']), { asked, allowed });
    return refused ?? [{ type: 'RosterStruck', version: 1, data: struck }];
  },
  alongside: (_, facts) =>
    facts.flatMap(({ data: { requestId, lenderId, personIds, reason } }) =>
      personIds.map(
        (personId): Alongside => ({
          stream: tourStream(lenderId, personId),
          facts: [{ type: 'SeatStruck', version: 1, data: { requestId, lenderId, personId, reason } }],
        }),
      ),
    ),
};
