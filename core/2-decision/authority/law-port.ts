import type {
  Capacity,
  CapacityTerm,
  Day,
  DelegationId,
  Party,
  PartyId,
  Place,
  PlaceId,
  SkillId,
  StatusId,
  TaskId,
} from '@muster/terms';
import type { AuthorityQuestion, Confidence, Relation, Verdict } from './verdict.ts';

/**
 * The law as the deciders need it: a pure question and answer, and the words of the pack.
 * The same question to the same pack always gives the same verdict.
 */
export interface LawPort {
  /** `us 2026.1` */
  readonly pack: string;
  verdict(question: AuthorityQuestion): Verdict;
  /** Earliest first: the days on which a provision comes into force or goes out of it. Between two of them no verdict changes. */
  readonly turningDays: readonly Day[];
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
  /** How long service may last, and what ends it, where the law was found to say so. */
  readonly limits?: readonly ServiceLimit[];
}

/** One limit in time on a kind of service. Verdicts don't rest on it: it binds orders, rosters and relief. */
export interface ServiceLimit {
  /** Begins with the provision it stands in: `title-32-502f.benefits-step`. */
  readonly limitId: string;
  /** The statuses it binds, and, where any are named, the delegations of which one must be held. */
  readonly statusIds: readonly StatusId[];
  readonly delegationIds: readonly DelegationId[];
  /** Where it binds; everywhere when undefined. */
  readonly relation?: Relation;
  readonly kind: LimitKind;
  /** Undefined where the law names what ends it but no figure, such as the date on a deputation. */
  readonly length?: { readonly value: number; readonly atLeast?: number; readonly unit: LimitUnit };
  readonly meaning: string;
  readonly source: string;
  readonly confidence: Confidence;
  readonly inForceFrom: Day;
  readonly inForceTo?: Day;
}

/**
 * `longest`: service ends by then. `extension`: it may go on by so much. `step`: something changes after so much.
 * `tour`: relief comes by then. `rest`: so much rest is due. `ratio`: work to rest. `currency`: what must be renewed
 * by then. `ends`: an instrument or an event ends it.
 */
export type LimitKind = 'longest' | 'extension' | 'step' | 'tour' | 'rest' | 'ratio' | 'currency' | 'ends';
export type LimitUnit = 'hour' | 'day' | 'month' | 'year' | 'hoursOfWorkPerHourOfRest';

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
