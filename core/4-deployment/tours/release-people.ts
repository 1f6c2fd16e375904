import type { LawPort } from '@muster/decision/events';
import { type Act, instantSchema, type ServingPersonId } from '@muster/terms';
import { z } from 'zod';
import { type PersonReleased, releaseReasons } from '../events.ts';
import { deskNotYours, gatherHosted, type HostedTours } from './desk.ts';
import { firstTour, forTheOthers, notAt, refuseAll, somePeople, timeFaults } from './some-people.ts';

const data = z.strictObject({ ...somePeople, releasedAt: instantSchema, reason: z.enum(releaseReasons) });
type Data = z.infer<typeof data>;

/** People serve no more: the host lets them go, or home calls them back. That is never refused for want of a yes. */
export const releasePeople: Act<'ReleasePeople', Data, HostedTours, PersonReleased, { law: LawPort }> = {
  name: 'ReleasePeople',
  doc: 'Let people go who have set out or serve, with the reason: their host at any time, or the lender that recalls them.',
  who: ['deploymentDesk', 'lenderCoordinator'],
  data,
  writes: firstTour,
  gather: gatherHosted,
  decide: (state, { at, by, data: { releasedAt, reason, ...who } }, { law }) => {
    const { requestId, lenderId, personIds } = who;
    const asked = `To release ${personIds.length} people of ${lenderId} from the request "${requestId}".`;
    const isHome = by.partyId === lenderId && by.role === 'lenderCoordinator' && reason === 'recalled';
    const barred = isHome || !state.request ? undefined : deskNotYours(by, state.request, lenderId, law, asked);
    if (barred) return barred;
    const personId = personIds[0] as ServingPersonId;
    return (
      refuseAll('DEPLOYMENT_TOUR_NOT_THERE', notAt(state, ['mobilised', 'checkedIn']), {
        asked,
        allowed: 'Release people who have set out or are there; take others off the roster.',
      }) ??
      refuseAll('DEPLOYMENT_TIME_WRONG', timeFaults(state, 'releasedAt', releasedAt, at), {
        asked,
        allowed: 'Give the moment at which they were let go.',
      }) ?? [{ type: 'PersonReleased', version: 1, data: { requestId, lenderId, personId, releasedAt, reason } }]
    );
  },
  alongside: forTheOthers,
};
