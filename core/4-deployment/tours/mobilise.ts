import { type Act, type Fault, instantSchema, type ServingPersonId } from '@muster/terms';
import { z } from 'zod';
import type { PersonMobilised } from '../events.ts';
import { orderNotYours, orderUnknown } from '../lender-orders/refusals.ts';
import {
  faultOfEach,
  firstTour,
  forTheOthers,
  gatherSome,
  notAt,
  refuseAll,
  type SomeTours,
  seatGone,
  somePeople,
  timeFaults,
} from './some-people.ts';

const data = z.strictObject({ ...somePeople, leftAt: instantSchema });
type Data = z.infer<typeof data>;

/** People leave home. Nobody does without a seat that stands and the home party's mission order. */
export const mobilise: Act<'Mobilise', Data, SomeTours, PersonMobilised> = {
  name: 'Mobilise',
  doc: 'Note that people on the roster have left home; each needs a seat that still stands and a mission order.',
  who: ['lenderCoordinator'],
  data,
  writes: firstTour,
  gather: gatherSome,
  decide: (state, { at, by, data: { leftAt, ...who } }) => {
    const { requestId, lenderId, personIds } = who;
    const asked = `To note that ${personIds.length} people of ${lenderId} have set out for "${requestId}".`;
    const barred = orderNotYours(by, who, asked);
    if (barred) return barred;
    if (!state.order) return orderUnknown(asked);
    return (
      refuseAll('DEPLOYMENT_TOUR_NOT_THERE', notAt(state, ['named']), {
        asked,
        allowed: 'Only people on the roster who have not set out can set out.',
      }) ??
      refuseAll('DEPLOYMENT_NOT_ON_ROSTER', seatGone(state), { asked, allowed: 'Take them off the roster.' }) ??
      refuseAll('DEPLOYMENT_NO_MISSION_ORDER', withoutMission(state), {
        asked,
        allowed: "Have the home party's official give the mission order first.",
      }) ??
      refuseAll('DEPLOYMENT_TIME_WRONG', timeFaults(state, 'leftAt', leftAt, at), {
        asked,
        allowed: 'Give the moment at which they left.',
      }) ?? [
        {
          type: 'PersonMobilised',
          version: 1,
          data: { requestId, lenderId, personId: personIds[0] as ServingPersonId, leftAt },
        },
      ]
    );
  },
  alongside: forTheOthers,
};

const withoutMission = ({ order, who: { personIds } }: SomeTours): Fault[] =>
  faultOfEach(personIds, (personId) => (order?.mission.has(personId) ? undefined : 'has no mission order'));
