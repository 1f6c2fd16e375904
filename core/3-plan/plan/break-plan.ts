import type { LawPort } from '@muster/decision/events';
import { type Act, capacitySchema, isRefusal, partyIdSchema, planStream, refuse, requestIdSchema } from '@muster/terms';
import { z } from 'zod';
import type { Assignment, Plan, PlanBroken } from '../events.ts';
import { costOf } from '../make-plan.ts';
import { gatherPicture, type PlanningPicture } from '../planning-picture.ts';
import { weighAssignment } from './check-plan.ts';
import { peopleAtFullest } from './figures.ts';

const data = z.strictObject({
  requestId: requestIdSchema,
  /** The consent that has ended. */
  because: z.strictObject({ partyId: partyIdSchema, capacity: capacitySchema }),
});
type Data = z.infer<typeof data>;

/** Shows at once whom a plan has lost because a consent it rests on has ended. */
export const breakPlan: Act<'BreakPlan', Data, PlanningPicture, PlanBroken, { law: LawPort }> = {
  name: 'BreakPlan',
  doc: 'Show whom the plan has lost because a consent it rests on has ended; given by the flow.',
  who: ['flow'],
  data,
  writes: (d) => planStream(d.requestId),
  gather: gatherPicture,
  decide: (picture, command, { law }) => {
    const { requestId, because } = command.data;
    const asked = `To show what the plan of "${requestId}" has lost with the consent of ${because.partyId}.`;
    const { plan } = picture;
    if (!plan) {
      return refuse('PLAN_UNKNOWN', { asked, why: 'There is no plan yet.', allowed: 'Propose a plan first.' });
    }
    const lost = lostAssignments(picture, law, plan);
    if (lost.length === 0) {
      return refuse('PLAN_NOT_BROKEN', {
        asked,
        why: 'Every assignment of the plan is still permitted.',
        allowed: 'Nothing need be done.',
      });
    }
    return [
      {
        type: 'PlanBroken',
        version: 1,
        data: {
          planId: plan.planId,
          requestId,
          because,
          lost,
          lostByLine: [...peopleAtFullest(lost, (a) => a.lineId)].map(([lineId, people]) => ({ lineId, people })),
          lostPeople: peopleAtFullest(lost, () => 'all').get('all') ?? 0,
          lostCostCents: costOf(lost, picture),
        },
      },
    ];
  },
};

/** The assignments that law, counsel or consents no longer permit. */
export function lostAssignments(picture: PlanningPicture, law: LawPort, plan: Plan): Assignment[] {
  return plan.assignments.filter((assignment) => {
    const arc = weighAssignment(picture, law, plan, assignment, '');
    return isRefusal(arc) || arc.obstacles.length > 0;
  });
}
