import type { Command, Fact } from '@muster/terms';

/** The fact of a plan that ought to have been refused, as it was given. */
export const proposes = ({ data }: Command): Fact => ({ type: 'PlanProposed', version: 1, data });

export const revises = ({ data }: Command): Fact => ({
  type: 'PlanRevised',
  version: 1,
  data: { ...(data as object), changes: [], filledBefore: 0, filledAfter: 0, costBeforeCents: 0 },
});
