import { counselCapacity, type Need, type Verdict } from '@muster/decision';
import type { Capacity } from '@muster/terms';
import type { LawPolicy } from '../rules/law-policy.ts';

/**
 * The verdict that follows from the policies that apply: none is no authority, one that forbids
 * bars, and the needs of all that permit add up. Doubt about any of them needs counsel.
 */
export function verdictOf(applying: readonly LawPolicy[], capacities: Iterable<Capacity>, pack: string): Verdict {
  const forbids = applying.filter((policy) => policy.deciding.effect === 'forbid');
  const decide = forbids.length > 0 ? forbids : applying;
  const because = decide.map((policy) => policy.deciding);
  if (decide.length === 0) return { kind: 'noAuthority', needs: [], contested: false, because, pack };
  if (forbids.length > 0) return { kind: 'forbidden', needs: [], contested: false, because, pack };

  const needs = [...capacities, counselCapacity].flatMap((capacity) => needOf(capacity, decide));
  const contested = decide.some((policy) => policy.contested);
  return { kind: needs.length > 0 ? 'needs' : 'permitted', needs, contested, because, pack };
}

/** The need for one capacity, in the pack's order of capacities, and who asks for it. */
function needOf(capacity: Capacity, permits: readonly LawPolicy[]): Need[] {
  const asking = permits.filter((policy) =>
    capacity === counselCapacity ? policy.contested : policy.needs.includes(capacity),
  );
  return asking.length > 0 ? [{ capacity, policyIds: asking.map((policy) => policy.deciding.policyId) }] : [];
}
