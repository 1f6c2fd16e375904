import type { PlanConstraint } from '../model/plan-model.ts';
import { bindingPeople } from './binding-people.ts';

export const reviewPeople: PlanConstraint = {
  id: 'review-people',
  unit: 'people',
  sentence: "At no time do more people serve on the lines of a counsel's condition than it allows.",
  rows: ({ arcs }) => bindingPeople(arcs, 'review', 'review-people'),
};
