import { type Act, type Fault, instantSchema, type ServingPersonId } from '@muster/terms';
import { z } from 'zod';
import type { PersonHome } from '../events.ts';
import { orderNotYours } from '../lender-orders/refusals.ts';
import {
  faultOfEach,
  firstTour,
  forTheOthers,
  gatherSome,
  notAt,
  refuseAll,
  type SomeTours,
  somePeople,
  timeFaults,
} from './some-people.ts';

const data = z.strictObject({ ...somePeople, homeAt: instantSchema });
type Data = z.infer<typeof data>;

/** People are home: their tour is over, and they can be named for another. */
export const comeHome: Act<'ComeHome', Data, SomeTours, PersonHome> = {
  name: 'ComeHome',
  doc: 'Note for the lender that people are home: the tour is over.',
  who: ['lenderCoordinator'],
  data,
  writes: firstTour,
  gather: gatherSome,
  decide: (state, { at, by, data: { homeAt, ...who } }) => {
    const { requestId, lenderId, personIds } = who;
    const asked = `To note that ${personIds.length} people of ${lenderId} are home from the request "${requestId}".`;
    const barred = orderNotYours(by, who, asked);
    if (barred) return barred;
    const personId = personIds[0] as ServingPersonId;
    return (
      refuseAll('DEPLOYMENT_TOUR_NOT_THERE', notAt(state, ['released', 'demobilised']), {
        asked,
        allowed: 'Only people who were released come home.',
      }) ??
      refuseAll('DEPLOYMENT_NOT_LOOKED_AT', passedNoGate(state), {
        asked,
        allowed: 'Have the host go through the checklist first.',
      }) ??
      refuseAll('DEPLOYMENT_TIME_WRONG', timeFaults(state, 'homeAt', homeAt, at), {
        asked,
        allowed: 'Give the moment at which they came home.',
      }) ?? [{ type: 'PersonHome', version: 1, data: { requestId, lenderId, personId, homeAt } }]
    );
  },
  alongside: forTheOthers,
};

/** Who turned back on the way passes no gate; who was there does. */
const passedNoGate = ({ tours, who: { personIds } }: SomeTours): Fault[] =>
  faultOfEach(personIds, (personId) => {
    const tour = tours.get(personId);
    return tour?.status === 'released' && tour.arrived ? 'has left without the checklist' : undefined;
  });
