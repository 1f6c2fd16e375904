import type { PlanningPicture } from '@muster/plan';
import type { PlantedBug } from '../planted-bug.ts';

export const brokenPlanCommitted: PlantedBug = {
  name: 'broken-plan-committed',
  wrong: 'A plan that has broken may be committed.',
  breaks: ['frozen-as-made', 'consent-holds', 'all-or-none'],
  forgets: [
    {
      act: 'CommitPlan',
      code: 'PLAN_BROKEN',
      states: ({ data }, state) => {
        const { plan } = state as PlanningPicture;
        const { assignments, costCents, requestVersion } = plan ?? {};
        const frozen = { ...(data as object), requestVersion, pack: 'toy 1', assignments, people: 0, costCents };
        return { type: 'PlanCommitted', version: 1, data: frozen };
      },
    },
  ],
};
