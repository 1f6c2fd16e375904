import type { Day, PlaceId, TaskId } from '@muster/terms';
import type { LawPort } from './law-port.ts';
import type { AuthorityQuestion, Need, Relation, ServiceKind, Verdict } from './verdict.ts';

export interface ServiceQuestion {
  readonly kind: ServiceKind;
  readonly relation: Relation;
  readonly taskId: TaskId;
  readonly placeId: PlaceId;
  readonly on: Day;
  readonly hostConsent: AuthorityQuestion['hostConsent'];
}

/**
 * May people of this kind serve at this task? Two questions in one: may the status come into being
 * (its gate), and may it do the task. The stricter answer holds, and the needs of both add up.
 */
export function serviceVerdict(law: LawPort, question: ServiceQuestion): Verdict {
  const { kind, taskId, ...rest } = question;
  const ask = (act: AuthorityQuestion['act']) =>
    law.verdict({ ...rest, statusId: kind.statusId, delegationIds: kind.delegationIds, act });
  return stricter(ask({ kind: 'hold' }), ask({ kind: 'task', taskId }));
}

const strictness = { permitted: 0, needs: 1, noAuthority: 2, forbidden: 3 } as const;

/** Both must hold. A verdict that bars is shown alone, since nothing the other says could help. */
export function stricter(one: Verdict, other: Verdict): Verdict {
  const [lax, strict] = strictness[one.kind] <= strictness[other.kind] ? [one, other] : [other, one];
  if (strict.kind === 'forbidden' || strict.kind === 'noAuthority') return { ...strict, needs: [] };
  const because = new Map([...one.because, ...other.because].map((policy) => [policy.policyId, policy]));
  return {
    kind: strict.kind,
    needs: addNeeds(one.needs, other.needs),
    contested: lax.contested || strict.contested,
    because: [...because.values()],
    pack: other.pack,
  };
}

function addNeeds(first: readonly Need[], second: readonly Need[]): Need[] {
  const sum = new Map<string, Need>();
  for (const need of [...first, ...second]) {
    const before = sum.get(need.capacity);
    const policyIds = [...new Set([...(before?.policyIds ?? []), ...need.policyIds])];
    sum.set(need.capacity, { capacity: need.capacity, policyIds });
  }
  return [...sum.values()];
}

/** The kind of service as one key, the same whatever the order of its delegations. */
export const kindKey = (kind: ServiceKind): string => [kind.statusId, ...[...kind.delegationIds].sort()].join('+');

/** Plain and short: `Title 32`, `Federal officer with DHS delegation`. */
export function kindLabel(law: LawPort, kind: ServiceKind): string {
  const status = law.terms.statuses.get(kind.statusId)?.label ?? kind.statusId;
  const delegations = kind.delegationIds.map((d) => law.terms.delegations.get(d)?.label ?? d);
  return delegations.length > 0 ? `${status} with ${delegations.join(' and ')}` : status;
}
