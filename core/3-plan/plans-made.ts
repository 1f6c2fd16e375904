import type { PlanFact, PlanProposed, PlanRevised } from './events.ts';

/** The plans made, in order; the last one stands. */
export const plansMade = (facts: readonly PlanFact[]): (PlanProposed | PlanRevised)[] =>
  facts.filter((f) => f.type === 'PlanProposed' || f.type === 'PlanRevised');
