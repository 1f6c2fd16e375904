import type { LawPort } from '@muster/decision/events';
import { type Act, instantSchema, refuse, type ServingPersonId } from '@muster/terms';
import { z } from 'zod';
import { demobilisationItems, type PersonDemobilised } from '../events.ts';
import { deskNotYours, gatherHosted, type HostedTours } from './desk.ts';
import { firstTour, forTheOthers, notAt, refuseAll, somePeople, timeFaults } from './some-people.ts';

const data = z.strictObject({
  ...somePeople,
  leftAt: instantSchema,
  items: z
    .array(z.strictObject({ item: z.enum(demobilisationItems), is: z.enum(['done', 'notNeeded']) }))
    .max(demobilisationItems.length),
});
type Data = z.infer<typeof data>;

/** People leave for home. The checklist is a gate: every item is looked at, or nobody leaves (after ICS 221). */
export const demobilise: Act<'Demobilise', Data, HostedTours, PersonDemobilised, { law: LawPort }> = {
  name: 'Demobilise',
  doc: 'Note that released people leave for home; every item of the checklist must be done or not needed first.',
  who: ['deploymentDesk'],
  data,
  writes: firstTour,
  gather: gatherHosted,
  decide: (state, { at, by, data: { leftAt, items, ...who } }, { law }) => {
    const { requestId, lenderId, personIds } = who;
    const asked = `To let ${personIds.length} people of ${lenderId} leave the request "${requestId}" for home.`;
    const barred = state.request && deskNotYours(by, state.request, lenderId, law, asked);
    if (barred) return barred;
    const refused =
      refuseAll('DEPLOYMENT_TOUR_NOT_THERE', notAt(state, ['released']), {
        asked,
        allowed: 'Release them first.',
      }) ??
      refuseAll('DEPLOYMENT_TIME_WRONG', timeFaults(state, 'leftAt', leftAt, at), {
        asked,
        allowed: 'Give the moment at which they left.',
      });
    if (refused) return refused;
    const lacking = demobilisationItems.filter((item) => items.filter((i) => i.item === item).length !== 1);
    if (lacking.length > 0) {
      return refuse('DEPLOYMENT_NOT_LOOKED_AT', {
        asked,
        why: `Of the checklist not looked at, or twice: ${lacking.join(', ')}.`,
        allowed: 'State for each item once that it is done or not needed.',
      });
    }
    const personId = personIds[0] as ServingPersonId;
    return [{ type: 'PersonDemobilised', version: 1, data: { requestId, lenderId, personId, leftAt, items } }];
  },
  alongside: forTheOthers,
};
