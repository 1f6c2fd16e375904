import type { BindingPolicy } from '@muster/decision/events';
import type { Arc } from '../arc.ts';
import { rowsByKey } from '../model/plan-model.ts';
import type { Row } from '../solver-port.ts';

/** One row for each condition that limits people, at each time: of counsel, or of a sovereign. */
export function bindingPeople(arcs: readonly Arc[], boundBy: BindingPolicy['boundBy'], constraintId: string): Row[] {
  const limits = new Map<string, number>();
  return rowsByKey(
    arcs,
    ({ policies, period }) =>
      policies.flatMap((policy) => {
        if (policy.boundBy !== boundBy || policy.mostPeople === undefined) return [];
        const key = `${policy.policyId} ${period.fromOn}`;
        limits.set(key, policy.mostPeople);
        return [key];
      }),
    (key) => limits.get(key) ?? 0,
    constraintId,
  );
}
