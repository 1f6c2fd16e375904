import { type Act, planStream, refuse, requestIdSchema } from '@muster/terms';
import { z } from 'zod';
import type { PlanReleased } from '../events.ts';
import { peopleAtFullest } from '../plan/figures.ts';
import { gatherPicture, type PlanningPicture } from '../planning-picture.ts';
import { releasePeople } from './people-facts.ts';

const data = z.strictObject({ requestId: requestIdSchema });
type Data = z.infer<typeof data>;

/** Gives lenders their people back when the request is withdrawn: nobody stays committed to what nobody asks for. */
export const releasePlan: Act<'ReleasePlan', Data, PlanningPicture, PlanReleased> = {
  name: 'ReleasePlan',
  doc: 'Give lenders their people back when the request is withdrawn; given by the flow.',
  who: ['flow'],
  data,
  writes: (d) => planStream(d.requestId),
  gather: gatherPicture,
  decide: ({ request, committed, committedHere }, command) => {
    const { requestId } = command.data;
    const asked = `To release the people committed to the request "${requestId}".`;
    if (request) {
      return refuse('PLAN_COMMITTED', { asked, why: 'The request stands.', allowed: 'Withdraw the request first.' });
    }
    if (!committed) {
      return refuse('PLAN_NOT_COMMITTED', {
        asked,
        why: 'Nobody is committed to it.',
        allowed: 'Nothing need be done.',
      });
    }
    const uses = [...committedHere].flatMap(([lenderId, mine]) => mine.map((use) => ({ ...use, lenderId })));
    const people = peopleAtFullest(uses, () => 'all').get('all') ?? 0;
    return [{ type: 'PlanReleased', version: 1, data: { planId: committed.planId, requestId, people } }];
  },
  alongside: (picture, facts) =>
    facts.flatMap(({ data: { requestId, planId } }) => releasePeople(picture, { requestId, planId }, [])),
};
