import { notAddressee } from '@muster/decision/events';
import { type Act, planIdSchema, planStream, refuse } from '@muster/terms';
import { z } from 'zod';
import type { Plan, PlanChange, PlanRevised } from '../events.ts';
import { gatherPicture } from '../planning-picture.ts';
import { type CheckingTools, checkApart, type PlanToCheck } from './check-levels.ts';
import { checkPlan } from './check-plan.ts';
import { filledThroughout, peopleAtFullest } from './figures.ts';
import { planSchema } from './plan-schema.ts';

const data = z.strictObject({ ...planSchema.shape, replacesPlanId: planIdSchema });
type Data = z.infer<typeof data>;

/** Puts a new plan in the place of the one that stands, and states the difference. */
export const revisePlan: Act<'RevisePlan', Data, PlanToCheck, PlanRevised, CheckingTools> = {
  name: 'RevisePlan',
  doc: 'Put a new plan in the place of the one that stands, with the difference stated.',
  who: ['sourcingOfficer'],
  data,
  writes: (d) => planStream(d.requestId),
  gather: async (read, plan, tools) => checkApart(await gatherPicture(read, plan), plan, tools),
  decide: (picture, command, { law }) => {
    const { replacesPlanId, ...plan } = command.data;
    const asked = `To put the plan "${plan.planId}" in the place of "${replacesPlanId}".`;
    const former = picture.plan;
    if (!former || former.planId !== replacesPlanId) {
      return refuse('PLAN_UNKNOWN', {
        asked,
        why: former ? `The plan that stands is "${former.planId}".` : 'There is no plan yet.',
        allowed: former ? `Revise "${former.planId}".` : 'Propose a plan first.',
      });
    }
    if (picture.planIds.has(plan.planId)) {
      return refuse('PLAN_EXISTS', { asked, why: `A plan "${plan.planId}" exists.`, allowed: 'Give it a new id.' });
    }
    return (
      (picture.request && notAddressee(picture.request, command.by, asked)) ??
      checkPlan(picture, law, plan, asked) ?? [
        {
          type: 'PlanRevised',
          version: 1,
          data: {
            ...plan,
            replacesPlanId,
            changes: difference(former, plan),
            filledBefore: filledThroughout(former.lines),
            filledAfter: filledThroughout(plan.lines),
            costBeforeCents: former.costCents,
          },
        },
      ]
    );
  },
};

/** Only what differs between two plans: people of a lender on a line, at the fullest. */
export function difference(former: Plan, plan: Plan): PlanChange[] {
  const keyOf = (a: Plan['assignments'][number]) => JSON.stringify([a.lenderId, a.lineId]);
  const before = peopleAtFullest(former.assignments, keyOf);
  const after = peopleAtFullest(plan.assignments, keyOf);
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((key) => {
    const [lenderId, lineId] = JSON.parse(key) as [PlanChange['lenderId'], PlanChange['lineId']];
    const change = { lenderId, lineId, before: before.get(key) ?? 0, after: after.get(key) ?? 0 };
    return change.before === change.after ? [] : [change];
  });
}
