import type { Capacity, Day, DelegationId, PlaceId, StatusId, TaskId } from '@muster/terms';

/** Where the place of work lies, seen from the lender: its own, or another's. */
export type Relation = 'home' | 'away';

/** What a person would serve under: one status, and any delegations that come with it. */
export interface ServiceKind {
  readonly statusId: StatusId;
  readonly delegationIds: readonly DelegationId[];
}

/**
 * The question asked of the law: may people of this kind do this task, at this place, on this day?
 * `act: 'hold'` asks instead how the status itself comes into being (its gate).
 */
export interface AuthorityQuestion extends ServiceKind {
  readonly relation: Relation;
  readonly act: { readonly kind: 'task'; readonly taskId: TaskId } | { readonly kind: 'hold' };
  readonly placeId: PlaceId;
  readonly on: Day;
  /** What the host's sovereign has answered, where the law turns on it. */
  readonly hostConsent: 'given' | 'refused' | 'unanswered';
}

export type Confidence = 'high' | 'medium' | 'low';

/** A provision that bore on the verdict. */
export interface DecidingPolicy {
  readonly policyId: string;
  readonly effect: 'permit' | 'forbid';
  readonly citation: string;
  readonly confidence: Confidence;
  readonly inForceFrom: Day;
  readonly inForceTo?: Day;
  /** Pending or decided litigation that bears on it, in one sentence. */
  readonly litigation?: string;
}

/** A consent the law asks for, and the policies that ask for it. */
export interface Need {
  readonly capacity: Capacity;
  readonly policyIds: readonly string[];
}

/**
 * The law's answer. Deny by default: where no policy speaks, `noAuthority`.
 * A contested authority always needs counsel.
 */
export interface Verdict {
  readonly kind: 'permitted' | 'needs' | 'forbidden' | 'noAuthority';
  readonly needs: readonly Need[];
  readonly contested: boolean;
  readonly because: readonly DecidingPolicy[];
  /** The pack and version that decided, such as `us 2026.1`: a changed law never changes a past verdict. */
  readonly pack: string;
}

/** The capacity in which counsel answers for a contested authority. */
export const counselCapacity = 'counsel' as Capacity;
