import type {
  Capacity,
  CapacityTerm,
  DelegationId,
  Party,
  PartyId,
  Place,
  PlaceId,
  SkillId,
  StatusId,
  TaskId,
} from '@muster/terms';
import type { AuthorityQuestion, Verdict } from './verdict.ts';

/**
 * The law as the deciders need it: a pure question and answer, and the words of the pack.
 * The same question to the same pack always gives the same verdict.
 */
export interface LawPort {
  /** `us 2026.1` */
  readonly pack: string;
  verdict(question: AuthorityQuestion): Verdict;
  readonly terms: LawTerms;
}

/** What a law pack names: who there is, where, what can be done, under which status, in which office. */
export interface LawTerms {
  readonly parties: ReadonlyMap<PartyId, Party>;
  readonly places: ReadonlyMap<PlaceId, Place>;
  readonly tasks: ReadonlyMap<TaskId, TaskTerm>;
  readonly statuses: ReadonlyMap<StatusId, StatusTerm>;
  readonly delegations: ReadonlyMap<DelegationId, NamedTerm>;
  readonly skills: ReadonlyMap<SkillId, NamedTerm>;
  readonly capacities: ReadonlyMap<Capacity, CapacityTerm>;
}

export interface NamedTerm {
  readonly label: string;
  readonly meaning: string;
}

export interface TaskTerm extends NamedTerm {
  /** The code of the research matrix, such as `LOG`. */
  readonly code: string;
}

export interface StatusTerm extends NamedTerm {
  /** Who pays for people under this status. */
  readonly payer: 'host' | 'lender' | 'federal' | 'requester';
}
