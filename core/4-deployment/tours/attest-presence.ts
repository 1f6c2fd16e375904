import type { Act, Fault, ServingPersonId } from '@muster/terms';
import type { PresenceAttested } from '../events.ts';
import { orderNotYours } from '../lender-orders/refusals.ts';
import {
  faultOfEach,
  firstTour,
  forTheOthers,
  gatherSome,
  notAt,
  refuseAll,
  type SomePeople,
  type SomeTours,
  somePeopleSchema,
} from './some-people.ts';

/** Home says of those checked in that they are there: from both sides together they count as present. */
export const attestPresence: Act<'AttestPresence', SomePeople, SomeTours, PresenceAttested> = {
  name: 'AttestPresence',
  doc: 'Say for the lender that people checked in are there; only what both sides attest is counted and paid.',
  who: ['lenderCoordinator'],
  data: somePeopleSchema,
  writes: firstTour,
  gather: gatherSome,
  decide: (state, { by, data: who }) => {
    const { requestId, lenderId, personIds } = who;
    const asked = `To attest for ${lenderId} that ${personIds.length} people are there for "${requestId}".`;
    const barred = orderNotYours(by, who, asked);
    if (barred) return barred;
    const allowed = 'Attest once for each person whom the host has checked in.';
    const faults = [...notAt(state, ['checkedIn', 'released']), ...notToAttest(state)];
    const personId = personIds[0] as ServingPersonId;
    return (
      refuseAll('DEPLOYMENT_TOUR_NOT_THERE', faults, { asked, allowed }) ?? [
        { type: 'PresenceAttested', version: 1, data: { requestId, lenderId, personId } },
      ]
    );
  },
  alongside: forTheOthers,
};

const notToAttest = ({ tours, who: { personIds } }: SomeTours): Fault[] =>
  faultOfEach(personIds, (personId) => {
    const tour = tours.get(personId);
    if (tour?.attested) return 'is attested already';
    return tour?.status === 'released' && !tour.arrived ? 'was let go on the way and never there' : undefined;
  });
