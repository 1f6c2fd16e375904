import type { ServiceKind } from '@muster/decision/events';
import type {
  DelegationId,
  DeploymentId,
  Fact,
  PartyId,
  People,
  Period,
  PlaceId,
  Sealed,
  ServingPersonId,
  SkillId,
  Source,
  StatusId,
  TaskId,
} from '@muster/terms';

/** So many people of a lender did a task in a place under a status, as a source tells it. Counts only: never who they were. */
export type PastDeploymentNoted = Fact<
  'PastDeploymentNoted',
  {
    readonly deploymentId: DeploymentId;
    readonly statusId: StatusId;
    /** Empty where the source names none. */
    readonly delegationIds: readonly DelegationId[];
    readonly taskId: TaskId;
    /** Where they worked: the host's place. */
    readonly placeId: PlaceId;
    readonly lenderId: PartyId;
    /** As the source counts them; where it counts several tasks together, its words say so. */
    readonly people: People;
    /** The days for which the source shows them there. */
    readonly period: Period;
    readonly source: Source;
  },
  1
>;

export type DeploymentFact = PastDeploymentNoted;

/** Whom a fact is about: a person by an id that tells nothing, and the lender they serve for. */
interface Whose {
  readonly lenderId: PartyId;
  readonly personId: ServingPersonId;
}

/** What is known of a person who serves. Who it is is sealed; what they can do is not personal by itself. */
interface Serving extends Whose {
  /** Name, contact and badge, readable only with the person's key, which lies outside the record. */
  readonly particulars: Sealed;
  readonly skillIds: readonly SkillId[];
  /** The kinds of service they may come under. */
  readonly kinds: readonly ServiceKind[];
}

/** A lender noted a person who serves for it. */
export type PersonNoted = Fact<'PersonNoted', Serving, 1>;

/** What was noted of a person was wrong, or is so no more: this stands in its place, whole. */
export type PersonCorrected = Fact<'PersonCorrected', Serving, 1>;

/** The lender's coordinator read a person's particulars. */
export type ParticularsRead = Fact<'ParticularsRead', Whose, 1>;

/** The person's key is destroyed: what was sealed with it can be read by nobody, ever. */
export type PersonErased = Fact<'PersonErased', Whose & { readonly because: ErasureReason }, 1>;

/** They asked for it; their service is over; they were noted in error. */
export type ErasureReason = 'theyAsked' | 'serviceOver' | 'notedInError';

/** The facts of one person who serves. */
export type ServingPersonFact = PersonNoted | PersonCorrected | ParticularsRead | PersonErased;
