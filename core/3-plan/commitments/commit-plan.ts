import { type LawPort, notAddressee, notSubmitted, opinionLacking } from '@muster/decision/events';
import {
  type Act,
  addDays,
  type Day,
  dayOf,
  isRefusal,
  planIdSchema,
  planStream,
  type Refusal,
  refuse,
  requestIdSchema,
} from '@muster/terms';
import { z } from 'zod';
import type { Plan, PlanCommitted } from '../events.ts';
import { checkAssignments } from '../plan/check-plan.ts';
import { peopleAtFullest } from '../plan/figures.ts';
import { gatherPicture, type PlanningPicture } from '../planning-picture.ts';
import { commitPeople } from './people-facts.ts';

const data = z.strictObject({ requestId: requestIdSchema, planId: planIdSchema });
type Data = z.infer<typeof data>;

/** Freezes the plan that stands and commits its people; law, counsel and consents are asked again at this instant. */
export const commitPlan: Act<'CommitPlan', Data, PlanningPicture, PlanCommitted, { law: LawPort }> = {
  name: 'CommitPlan',
  doc: 'Freeze the plan that stands and commit its people; law, counsel, consents and strength are checked again at that instant, for all of it or none.',
  who: ['sourcingOfficer'],
  data,
  writes: (d) => planStream(d.requestId),
  gather: gatherPicture,
  decide: (picture, command, { law }) => {
    const { requestId, planId } = command.data;
    const asked = `To commit the plan "${planId}" of the request "${requestId}".`;
    const { request, committed } = picture;
    if (!request) return notSubmitted(asked);
    const plan = standingPlan(picture, planId, asked);
    if (isRefusal(plan)) return plan;
    const barred =
      notAddressee(request, command.by, asked) ??
      otherVersion(picture, plan, asked) ??
      noLongerHolds(picture, law, plan, dayOf(command.at), asked);
    if (barred) return barred;
    return [
      {
        type: 'PlanCommitted',
        version: 1,
        data: {
          planId,
          requestId,
          requestVersion: request.requestVersion,
          ...(committed ? { replacesPlanId: committed.planId } : {}),
          pack: law.pack,
          assignments: plan.assignments,
          people: peopleAtFullest(plan.assignments, () => 'all').get('all') ?? 0,
          costCents: plan.costCents,
        },
      },
    ];
  },
  alongside: (picture, facts) =>
    facts.flatMap(({ data: { requestId, planId, assignments } }) =>
      commitPeople(picture, { requestId, planId }, assignments),
    ),
};

function standingPlan(
  { plan, brokenPlanIds, committed }: PlanningPicture,
  planId: string,
  asked: string,
): Plan | Refusal {
  if (!plan || plan.planId !== planId) {
    return refuse('PLAN_UNKNOWN', {
      asked,
      why: plan ? `The plan that stands is "${plan.planId}".` : 'There is no plan yet.',
      allowed: plan ? `Commit "${plan.planId}".` : 'Propose a plan first.',
    });
  }
  if (brokenPlanIds.has(planId)) {
    return refuse('PLAN_BROKEN', {
      asked,
      why: 'A consent, opinion or version that it rests on has ended since it was made.',
      allowed: 'Revise the plan, then commit the revision.',
    });
  }
  if (committed?.planId === planId) {
    return refuse('PLAN_COMMITTED', {
      asked,
      why: 'It is committed already, and frozen.',
      allowed: 'To change it, revise it and commit the revision.',
    });
  }
  return plan;
}

/** A plan holds for a later version too that asks for nothing more than the one it was made for. */
function otherVersion({ request }: PlanningPicture, plan: Plan, asked: string): Refusal | undefined {
  if (!request || plan.requestVersion >= request.sameSince) return undefined;
  return refuse('REQUEST_NOT_SUBMITTED', {
    asked,
    why: `The plan is for version ${plan.requestVersion}, and in version ${request.sameSince} ${request.changed}.`,
    allowed: 'Plan for the version that is submitted.',
  });
}

/** The first thing that no longer holds, asked anew by the same checks as when the plan was proposed. */
function noLongerHolds(
  picture: PlanningPicture,
  law: LawPort,
  plan: Plan,
  today: Day,
  asked: string,
): Refusal | undefined {
  const lacking =
    picture.request && opinionLacking(picture.opinion, picture.request, later(today, plan.orderOn), asked);
  if (lacking) return lacking;
  // People set out at the order, which cannot be over; west of Greenwich it may still be the day before.
  const orderOn = later(addDays(today, -1), plan.orderOn);
  const checked = checkAssignments(picture, law, { ...plan, orderOn }, asked);
  return isRefusal(checked) ? checked : undefined;
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
