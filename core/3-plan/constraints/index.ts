import type { Barrier } from '../events.ts';
import type { PlanConstraint } from '../model/plan-model.ts';
import { consentPeople } from './consent-people.ts';
import { lineCount } from './line-count.ts';
import { lineLack } from './line-lack.ts';
import { poolStrength } from './pool-strength.ts';
import { reserveFloor } from './reserve-floor.ts';
import { reviewPeople } from './review-people.ts';

/** Always hold, whatever is imagined away. */
export const firmConstraints: readonly PlanConstraint[] = [lineCount, lineLack, poolStrength];

/** Hold until the barrier they belong to is imagined away to explain a shortfall. */
export const yieldingConstraints: readonly { readonly barrier: Barrier; readonly constraint: PlanConstraint }[] = [
  { barrier: 'reserve', constraint: reserveFloor },
  { barrier: 'review', constraint: reviewPeople },
  { barrier: 'consent', constraint: consentPeople },
];

export const allConstraints: readonly PlanConstraint[] = [
  ...firmConstraints,
  ...yieldingConstraints.map((y) => y.constraint),
];
