import type {
  Capacity,
  Day,
  Fact,
  LineId,
  PartyId,
  Period,
  PersonId,
  PlaceId,
  RequestId,
  Source,
  StandInId,
  StatusId,
  TaskId,
} from '@muster/terms';
import type { DecidingPolicy, Need, Relation, ServiceKind, Verdict } from './authority/verdict.ts';
import type { LineCondition } from './review/condition.ts';
import type { CriterionFinding } from './review/criterion.ts';

export * from './authority/law-port.ts';
export { isPresence, relationOf, resolveCapacity, type ServiceParties } from './authority/resolve-need.ts';
export { serviceKindSchema } from './authority/service-kind.ts';
export { kindKey, kindLabel, type ServiceQuestion, serviceVerdict } from './authority/service-verdict.ts';
export { lawStanding } from './authority/take-law.ts';
export * from './authority/verdict.ts';
export { lawfulStretches, mayServe, verdictFor } from './authority/verdict-for.ts';
export { type BindingPolicy, type BoundService, breachOf } from './binding/binding-policy.ts';
export { consentKey, type DecisionPicture, gatherDecision, type StandingConsent } from './binding/decision-picture.ts';
export { type MayServe, mayServeNow, type OneMore } from './binding/may-serve-now.ts';
export { type ConsentGround, type Service, type WeighedService, weighService } from './binding/weigh-service.ts';
export { daysLeft, dueReminder, reminderDays } from './consent/reminder-days.ts';
export { type StandIn, standInsIn } from './consent/stand-in/state.ts';
export { type ConsentState, evolve as evolveConsent, noConsent } from './consent/state.ts';
export type { LineCondition } from './review/condition.ts';
export type { Criterion, CriterionFinding } from './review/criterion.ts';
export { gatherOpinion, type Opinion, opinionLacking } from './review/current-opinion.ts';
export {
  gatherSubmitted,
  gatherSubmittedEver,
  lastSubmitted,
  notAddressee,
  notSubmitted,
  type SubmittedRequest,
} from './submitted-request.ts';

/** One answer of the law, and the lines it holds for. */
export interface AuthorityClass {
  readonly kind: ServiceKind;
  readonly relation: Relation;
  readonly taskId: TaskId;
  readonly lineIds: readonly LineId[];
  readonly verdict: Verdict['kind'];
  readonly needs: readonly Need[];
  readonly contested: boolean;
  /** Ids of the deciding policies; `policies` of the event holds each once. */
  readonly because: readonly string[];
}

export type AuthorityDerived = Fact<
  'AuthorityDerived',
  {
    readonly requestId: RequestId;
    readonly requestVersion: number;
    readonly pack: string;
    readonly classes: readonly AuthorityClass[];
    readonly policies: readonly DecidingPolicy[];
  },
  1
>;

/** A law pack was taken into use: every decision after it, until the next, is made by these very texts. */
export type LawTaken = Fact<
  'LawTaken',
  {
    /** Its name and version, such as `us 2026.3`. */
    readonly pack: string;
    readonly files: readonly { readonly path: string; readonly text: string }[];
    /** The program whose rules decide from now on, such as `muster 0.1.0`. */
    readonly program: string;
  },
  1
>;

export type OpinionGiven = Fact<
  'OpinionGiven',
  {
    readonly requestId: RequestId;
    /** The exact version counsel read: the opinion is void for any other. */
    readonly requestVersion: number;
    readonly outcome: 'concur' | 'concurWithConditions' | 'doNotConcur';
    readonly criteria: readonly CriterionFinding[];
    readonly conditions: readonly LineCondition[];
    /** Contested cells that counsel answers for. All others stay barred. */
    readonly clears: readonly { readonly lineId: LineId; readonly statusId: StatusId }[];
    /** The first day on which the opinion no longer holds. */
    readonly lapsesOn: Day;
    readonly words: string;
    readonly source: Source;
  },
  1
>;

/** One consent that the law asks for. */
export interface SoughtConsent {
  readonly partyId: PartyId;
  readonly capacity: Capacity;
  /** How many people it is asked for. */
  readonly people: number;
  readonly lineIds: readonly LineId[];
  /** The policies by which the law asks for it. */
  readonly policyIds: readonly string[];
}

export type ConsentsSought = Fact<
  'ConsentsSought',
  {
    readonly requestId: RequestId;
    readonly requestVersion: number;
    readonly pack: string;
    readonly kinds: readonly ServiceKind[];
    readonly lenderIds: readonly PartyId[];
    readonly consents: readonly SoughtConsent[];
    /** The last day for an answer. */
    readonly answerByOn: Day;
  },
  1
>;

interface OneConsent {
  readonly requestId: RequestId;
  readonly capacity: Capacity;
  readonly partyId: PartyId;
}

export type ConsentAsked = Fact<
  'ConsentAsked',
  OneConsent &
    SoughtConsent & {
      readonly requestVersion: number;
      readonly kinds: readonly ServiceKind[];
      readonly answerByOn: Day;
    },
  1
>;

/** What a sovereign attaches to its yes. What is absent is not limited. */
export interface ConsentConditions {
  readonly onlyTaskIds?: readonly TaskId[] | undefined;
  readonly barredTaskIds?: readonly TaskId[] | undefined;
  readonly onlyPlaceIds?: readonly PlaceId[] | undefined;
  readonly onlyStatusIds?: readonly StatusId[] | undefined;
  readonly period?: Period | undefined;
  /** Days between a withdrawal and the last day of service. */
  readonly recallNoticeDays?: number | undefined;
}

export type ConsentGranted = Fact<
  'ConsentGranted',
  OneConsent &
    AnsweredBy & {
      /** At most so many people at any time. */
      readonly people: number;
      readonly conditions: ConsentConditions;
      readonly words: string;
      readonly source: Source;
    },
  1
>;

/** Who answered: absent when an official of the sovereign did, else under which of its stand-ins. */
interface AnsweredBy {
  readonly standInId?: StandInId | undefined;
}

export const refusalReasons = ['readiness', 'homeNeed', 'legalDoubt', 'scope', 'cost', 'noReasonGiven'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export type ConsentRefused = Fact<
  'ConsentRefused',
  OneConsent & AnsweredBy & { readonly reason: RefusalReason; readonly words: string; readonly source: Source },
  1
>;

/** An ask that waits for its answer was called to mind, so many days before the last. */
export type ConsentReminded = Fact<
  'ConsentReminded',
  OneConsent & { readonly daysBefore: number; readonly answerByOn: Day },
  1
>;

/** The last day for an answer went by without one. Silence is not consent. */
export type ConsentLapsed = Fact<'ConsentLapsed', OneConsent & { readonly answerByOn: Day }, 1>;

export type ConsentWithdrawn = Fact<
  'ConsentWithdrawn',
  OneConsent &
    AnsweredBy & {
      readonly reason: RefusalReason;
      /** The first day without consent: the day of withdrawal plus the notice it was granted with. */
      readonly endsOn: Day;
      readonly words: string;
      readonly source: Source;
    },
  1
>;

/** A sovereign has named somebody of another party who may answer for it. */
export type StandInNamed = Fact<
  'StandInNamed',
  {
    readonly standInId: StandInId;
    /** The sovereign stood in for. */
    readonly partyId: PartyId;
    readonly capacities: readonly Capacity[];
    readonly personId: PersonId;
    readonly ofPartyId: PartyId;
    readonly period: Period;
    /** At most so many people in any one consent; not limited when absent. */
    readonly mostPeople?: number | undefined;
    /** Only for this request; for any when absent. */
    readonly requestId?: RequestId | undefined;
    readonly words: string;
    readonly source: Source;
  },
  1
>;

/** A standing-in has ended before its last day. */
export type StandInEnded = Fact<
  'StandInEnded',
  { readonly standInId: StandInId; readonly partyId: PartyId; readonly reason: string },
  1
>;

export type DecisionFact = AuthorityDerived | OpinionGiven | ConsentsSought;
export type ConsentFact =
  | ConsentAsked
  | ConsentReminded
  | ConsentGranted
  | ConsentRefused
  | ConsentLapsed
  | ConsentWithdrawn;
export type StandInFact = StandInNamed | StandInEnded;
