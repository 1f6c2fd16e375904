import type { LawPort } from '@muster/decision/events';
import {
  type Act,
  capacitySchema,
  cutAt,
  isRefusal,
  partyIdSchema,
  planStream,
  refuse,
  requestIdSchema,
} from '@muster/terms';
import { z } from 'zod';
import { releasePeople } from '../commitments/people-facts.ts';
import type { Assignment, Plan, PlanBroken } from '../events.ts';
import { costOf } from '../make-plan.ts';
import { turningDays } from '../periods.ts';
import { gatherPicture, type PlanningPicture } from '../planning-picture.ts';
import { weighAssignment } from './check-plan.ts';
import { peopleAtFullest } from './figures.ts';

const data = z.strictObject({
  requestId: requestIdSchema,
  /** The consent that has ended. */
  because: z.strictObject({ partyId: partyIdSchema, capacity: capacitySchema }),
});
type Data = z.infer<typeof data>;

/** Shows at once whom a plan has lost because a consent it rests on has ended; who was committed is free again. */
export const breakPlan: Act<'BreakPlan', Data, PlanningPicture, PlanBroken, { law: LawPort }> = {
  name: 'BreakPlan',
  doc: 'Show whom the plan has lost because a consent it rests on has ended, and give those committed back; given by the flow.',
  who: ['flow'],
  data,
  writes: (d) => planStream(d.requestId),
  gather: gatherPicture,
  decide: (picture, command, { law }) => {
    const { requestId, because } = command.data;
    const asked = `To show what the plan of "${requestId}" has lost with the consent of ${because.partyId}.`;
    const { plan, committed } = picture;
    if (!plan) {
      return refuse('PLAN_UNKNOWN', { asked, why: 'There is no plan yet.', allowed: 'Propose a plan first.' });
    }
    const lost = lostAssignments(picture, law, plan);
    const broken = lost.length > 0 ? [planBroken(picture, plan, because, lost)] : [];
    // A plan that was revised but is still the one committed breaks beside the revision, once for each loss.
    if (committed && committed.planId !== plan.planId && freed(picture, law).length > 0) {
      const gone = lostAssignments(picture, law, committed);
      broken.unshift(planBroken(picture, committed, because, gone));
    }
    if (broken.length === 0) {
      return refuse('PLAN_NOT_BROKEN', {
        asked,
        why: 'Every assignment of the plan is still permitted.',
        allowed: 'Nothing need be done.',
      });
    }
    return broken;
  },
  alongside: (picture, _, { law }) => freed(picture, law),
};

const planBroken = (
  picture: PlanningPicture,
  { planId, requestId }: Plan,
  because: Data['because'],
  lost: readonly Assignment[],
): PlanBroken => ({
  type: 'PlanBroken',
  version: 1,
  data: {
    planId,
    requestId,
    because,
    lost,
    lostByLine: [...peopleAtFullest(lost, (a) => a.lineId)].map(([lineId, people]) => ({ lineId, people })),
    lostPeople: peopleAtFullest(lost, () => 'all').get('all') ?? 0,
    lostCostCents: costOf(lost, picture),
  },
});

/** The assignments that law, counsel or consents no longer permit. */
export function lostAssignments(picture: PlanningPicture, law: LawPort, plan: Plan): Assignment[] {
  return plan.assignments.filter((assignment) => !isPermitted(picture, law, plan, assignment));
}

function isPermitted(picture: PlanningPicture, law: LawPort, plan: Plan, assignment: Assignment): boolean {
  const arc = weighAssignment(picture, law, plan, assignment, '');
  return !isRefusal(arc) && arc.obstacles.length === 0;
}

/**
 * What of the committed plan law, counsel and consents still permit, day by day. Until a consent ends it covers service, so
 * its people stay for the days before.
 */
export function standingAssignments(picture: PlanningPicture, law: LawPort): Assignment[] {
  const { committed } = picture;
  if (!committed) return [];
  const turning = turningDays(picture, law);
  return committed.assignments.flatMap((assignment) =>
    joined(
      cutAt(assignment.period, turning)
        .map((period) => ({ ...assignment, period }))
        .filter((a) => isPermitted(picture, law, committed, a)),
    ),
  );
}

/** Stretches that follow each other without a gap, as one. */
function joined(stretches: readonly Assignment[]): Assignment[] {
  const whole: Assignment[] = [];
  for (const next of stretches) {
    const last = whole.at(-1);
    if (last?.period.toOn === next.period.fromOn) {
      whole[whole.length - 1] = { ...last, period: { fromOn: last.period.fromOn, toOn: next.period.toOn } };
    } else whole.push(next);
  }
  return whole;
}

/** What lenders have back. */
function freed(picture: PlanningPicture, law: LawPort) {
  const { committed } = picture;
  if (!committed) return [];
  const { requestId, planId } = committed;
  return releasePeople(picture, { requestId, planId }, standingAssignments(picture, law));
}
