import { type LawPort, opinionLacking } from '@muster/decision/events';
import { type Alongside, cutAt, isRefusal } from '@muster/terms';
import { releasePeople } from '../commitments/people-facts.ts';
import type { Assignment, Plan, PlanLoss } from '../events.ts';
import { costOf } from '../make-plan.ts';
import { turningDays } from '../periods.ts';
import type { PlanningPicture } from '../planning-picture.ts';
import { weighAssignment } from './check-plan.ts';
import { peopleAtFullest } from './figures.ts';

/** Whether an assignment of a plan may still be. */
export type Permits = (plan: Plan, assignment: Assignment) => boolean;

/** By law, counsel's conditions and consents as they stand now. */
export const permitsOf =
  (picture: PlanningPicture, law: LawPort): Permits =>
  (plan, assignment) => {
    const arc = weighAssignment(picture, law, plan, assignment, '');
    return !isRefusal(arc) && arc.obstacles.length === 0;
  };

/** As every plan is weighed when it is proposed: without counsel's yes to what stands now, nothing of it is permitted. */
export function stillPermits(picture: PlanningPicture, law: LawPort): Permits {
  const { request, opinion } = picture;
  const permits = permitsOf(picture, law);
  return (plan, assignment) =>
    request !== undefined &&
    opinionLacking(opinion, request, plan.orderOn, '') === undefined &&
    permits(plan, assignment);
}

/** What the plan that stands has lost, and, where a revision of it stands, what the plan still committed has. */
export function lossesOf(picture: PlanningPicture, law: LawPort, permits: Permits): PlanLoss[] {
  const { plan, committed } = picture;
  const losing = plan?.assignments.some((a) => !permits(plan, a)) ? [plan] : [];
  // A plan that was revised but is still the one committed breaks beside the revision, once for each loss.
  const beside =
    committed && committed.planId !== plan?.planId && freed(picture, law, permits).length > 0 ? [committed] : [];
  return [...beside, ...losing].map((one) => lossOf(picture, one, permits));
}

/**
 * What of the committed plan may still be, day by day. Until a consent ends it covers service, so its people stay for the
 * days before.
 */
export function standingAssignments(
  picture: PlanningPicture,
  law: LawPort,
  permits: Permits = stillPermits(picture, law),
): Assignment[] {
  const { committed } = picture;
  if (!committed) return [];
  const turning = turningDays(picture, law);
  return committed.assignments.flatMap((assignment) =>
    joined(
      cutAt(assignment.period, turning)
        .map((period) => ({ ...assignment, period }))
        .filter((a) => permits(committed, a)),
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
export function freed(picture: PlanningPicture, law: LawPort, permits: Permits): Alongside[] {
  const { committed } = picture;
  if (!committed) return [];
  const { requestId, planId } = committed;
  return releasePeople(picture, { requestId, planId }, standingAssignments(picture, law, permits));
}

function lossOf(picture: PlanningPicture, plan: Plan, permits: Permits): PlanLoss {
  const lost = plan.assignments.filter((a) => !permits(plan, a));
  return {
    planId: plan.planId,
    requestId: plan.requestId,
    lost,
    lostByLine: [...peopleAtFullest(lost, (a) => a.lineId)].map(([lineId, people]) => ({ lineId, people })),
    lostPeople: peopleAtFullest(lost, () => 'all').get('all') ?? 0,
    lostCostCents: costOf(lost, picture),
  };
}
