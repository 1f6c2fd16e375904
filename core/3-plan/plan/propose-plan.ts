import { notAddressee } from '@muster/decision/events';
import { type Act, planStream, refuse } from '@muster/terms';
import type { Plan, PlanProposed } from '../events.ts';
import { gatherPicture } from '../planning-picture.ts';
import { type CheckingTools, checkApart, type PlanToCheck } from './check-levels.ts';
import { checkPlan } from './check-plan.ts';
import { planSchema } from './plan-schema.ts';

/** Puts a plan forward. Whatever made it, it is checked in full before it is recorded. */
export const proposePlan: Act<'ProposePlan', Plan, PlanToCheck, PlanProposed, CheckingTools> = {
  name: 'ProposePlan',
  doc: 'Put a plan forward; every assignment is checked against law, counsel, consents, strength and reserve before it is recorded.',
  who: ['sourcingOfficer'],
  data: planSchema,
  writes: (d) => planStream(d.requestId),
  gather: async (read, plan, tools) => checkApart(await gatherPicture(read, plan), plan, tools),
  decide: (picture, command, { law }) => {
    const plan = command.data;
    const asked = `To propose the plan "${plan.planId}" for the request "${plan.requestId}".`;
    if (picture.planIds.size > 0) {
      return refuse('PLAN_EXISTS', {
        asked,
        why: `The plan "${picture.plan?.planId}" stands.`,
        allowed: 'Revise that plan.',
      });
    }
    return (
      (picture.request && notAddressee(picture.request, command.by, asked)) ??
      checkPlan(picture, law, plan, asked) ?? [{ type: 'PlanProposed', version: 1, data: plan }]
    );
  },
};
