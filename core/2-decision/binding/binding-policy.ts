import type { Capacity, DelegationId, LineId, PlaceId, StatusId, TaskId } from '@muster/terms';
import { covers, type Period } from '@muster/terms';
import type { ServiceKind } from '../authority/verdict.ts';

/**
 * A condition as a rule: what counsel or a sovereign attached to its yes, compiled once and asked by the plan, by every
 * assignment and at check-in alike. What is absent is not limited.
 */
export interface BindingPolicy {
  /** `counsel.cnd_detention-cap`, `lenderGovernor.us.oh`. */
  readonly policyId: string;
  readonly boundBy: 'review' | 'consent';
  /** Who bound it, and in what words, as a refusal shows it. */
  readonly words: string;
  /** Only service on these lines is bound; all of it when absent. */
  readonly lineIds?: readonly LineId[] | undefined;
  readonly onlyTaskIds?: readonly TaskId[] | undefined;
  readonly barredTaskIds?: readonly TaskId[] | undefined;
  readonly onlyPlaceIds?: readonly PlaceId[] | undefined;
  readonly onlyStatusIds?: readonly StatusId[] | undefined;
  readonly barredStatusIds?: readonly StatusId[] | undefined;
  /** People must hold each of these. */
  readonly requiredDelegationIds?: readonly DelegationId[] | undefined;
  /** Whoever holds these offices must be there; asked at check-in, not of the plan. */
  readonly presentCapacities?: readonly Capacity[] | undefined;
  readonly period?: Period | undefined;
  /** At most so many people under it at any time. */
  readonly mostPeople?: number | undefined;
}

/** What a condition looks at: where and at what people serve, under which kind of service, from when to when. */
export interface BoundService {
  readonly lineId: LineId;
  readonly taskId: TaskId;
  readonly placeId: PlaceId;
  readonly kind: ServiceKind;
  readonly period: Period;
}

/** What about the service a condition does not allow; coded, so that readers can count. */
export type BreachGround = 'task' | 'place' | 'status' | 'delegation' | 'dates';

export const binds = (policy: BindingPolicy, service: Pick<BoundService, 'lineId'>): boolean =>
  policy.lineIds?.includes(service.lineId) ?? true;

/** What the condition does not allow about this service, whatever the number; undefined when it allows it or does not bind it. */
export function breachOf(policy: BindingPolicy, service: BoundService): BreachGround | undefined {
  if (!binds(policy, service)) return undefined;
  const { taskId, placeId, kind, period } = service;
  if (!allows(policy.onlyTaskIds, policy.barredTaskIds, taskId)) return 'task';
  if (!allows(policy.onlyPlaceIds, undefined, placeId)) return 'place';
  if (!allows(policy.onlyStatusIds, policy.barredStatusIds, kind.statusId)) return 'status';
  if (policy.requiredDelegationIds?.some((id) => !kind.delegationIds.includes(id))) return 'delegation';
  if (policy.period && !covers(policy.period, period)) return 'dates';
  return undefined;
}

const allows = <Id>(only: readonly Id[] | undefined, barred: readonly Id[] | undefined, id: Id): boolean =>
  (only?.includes(id) ?? true) && !barred?.includes(id);
