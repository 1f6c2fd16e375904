import type { PlanConstraint } from '../model/plan-model.ts';
import { bindingPeople } from './binding-people.ts';

export const consentPeople: PlanConstraint = {
  id: 'consent-people',
  unit: 'people',
  sentence: 'At no time do more people serve under a consent than it was granted for.',
  rows: ({ arcs }) => bindingPeople(arcs, 'consent', 'consent-people'),
};
