import type { ServiceKind } from '@muster/decision/events';
import type {
  Capacity,
  Day,
  DelegationId,
  DeploymentId,
  Fact,
  Instant,
  LineId,
  PartyId,
  People,
  Period,
  PlaceId,
  PlanId,
  PoolId,
  RequestId,
  Sealed,
  ServingPersonId,
  SkillId,
  Source,
  StatusId,
  TaskId,
} from '@muster/terms';

export { type Order, orderOf } from './lender-orders/lender-order.ts';

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

/** Whose order for which request. */
interface WhichOrder {
  readonly requestId: RequestId;
  readonly lenderId: PartyId;
}

/** Seats alike: so many people of one pool, on one line, under one kind of service, over one period. */
export interface SeatGroup {
  /** 1 for the first of the order; a number once given is never given to other seats. */
  readonly group: number;
  readonly lineId: LineId;
  readonly poolId: PoolId;
  readonly kind: ServiceKind;
  readonly period: Period;
  readonly arriveOn: Day;
  readonly people: People;
}

/** A committed plan became orders, or what became of it changed them: of these lenders. */
export type OrdersIssued = Fact<
  'OrdersIssued',
  { readonly requestId: RequestId; readonly planId: PlanId; readonly lenderIds: readonly PartyId[] },
  1
>;

interface Ordered extends WhichOrder {
  readonly planId: PlanId;
  readonly groups: readonly SeatGroup[];
}

/** A lender is asked for these people, who were committed. */
export type OrderIssued = Fact<'OrderIssued', Ordered, 1>;

/** The plan, or what it rests on, has changed: these seats stand in the place of those before. Without any the order is off. */
export type OrderAmended = Fact<'OrderAmended', Ordered, 1>;

/** The lender takes the order as it stands. */
export type OrderAccepted = Fact<'OrderAccepted', WhichOrder, 1>;

/** Why a lender cannot fill seats. Coded, so that readers can count. */
export const unableReasons = [
  'noneQualified',
  'noneAvailable',
  'neededAtHome',
  'noEquipment',
  'noTravel',
  'termsNotMet',
] as const;
export type UnableReason = (typeof unableReasons)[number];

/** The lender cannot fill so many seats of a group. It stays on record, whatever is filled later. */
export type SeatsDeclined = Fact<
  'SeatsDeclined',
  WhichOrder & { readonly group: number; readonly people: People; readonly reason: UnableReason },
  1
>;

/** One person on one seat. */
export interface NamedSeat {
  readonly group: number;
  readonly personId: ServingPersonId;
}

/** The lender named who comes. */
export type RosterNamed = Fact<'RosterNamed', WhichOrder & { readonly seats: readonly NamedSeat[] }, 1>;

export const strikeReasons = ['replaced', 'notAvailable', 'notQualified', 'seatGone', 'namedInError'] as const;
export type StrikeReason = (typeof strikeReasons)[number];

/** These people do not come after all; none of them had set out. */
export type RosterStruck = Fact<
  'RosterStruck',
  WhichOrder & { readonly personIds: readonly ServingPersonId[]; readonly reason: StrikeReason },
  1
>;

/** The home party's mission order: these people may set out. Without it nobody moves. */
export type MissionOrdered = Fact<'MissionOrdered', WhichOrder & { readonly personIds: readonly ServingPersonId[] }, 1>;

/** The facts of one lender's order. */
export type OrderFact =
  | OrderIssued
  | OrderAmended
  | OrderAccepted
  | SeatsDeclined
  | RosterNamed
  | RosterStruck
  | MissionOrdered;

interface OnTour extends Whose {
  readonly requestId: RequestId;
}

/** The person has a seat: they may have no other over its days. */
export type SeatNamed = Fact<
  'SeatNamed',
  OnTour & { readonly group: number; readonly lineId: LineId; readonly kind: ServiceKind; readonly period: Period },
  1
>;

/** The person's seat is given up before they set out. */
export type SeatStruck = Fact<'SeatStruck', OnTour & { readonly reason: StrikeReason }, 1>;

/** They have left home. */
export type PersonMobilised = Fact<'PersonMobilised', OnTour & { readonly leftAt: Instant }, 1>;

/** The host says that they are there; law, counsel and consents were asked again for that instant. */
export type PersonCheckedIn = Fact<
  'PersonCheckedIn',
  OnTour & {
    readonly lineId: LineId;
    readonly taskId: TaskId;
    readonly placeId: PlaceId;
    readonly kind: ServiceKind;
    readonly arrivedAt: Instant;
    /** Offices whose holders were there. */
    readonly present: readonly Capacity[];
    /** The provisions and conditions they serve under. */
    readonly policyIds: readonly string[];
    readonly pack: string;
  },
  1
>;

/** Home says so too: from both together the person counts as present. */
export type PresenceAttested = Fact<'PresenceAttested', OnTour, 1>;

export const releaseReasons = ['tourOver', 'relieved', 'needMet', 'recalled', 'unfit', 'notPermitted'] as const;
export type ReleaseReason = (typeof releaseReasons)[number];

/** They serve no more. */
export type PersonReleased = Fact<
  'PersonReleased',
  OnTour & { readonly releasedAt: Instant; readonly reason: ReleaseReason },
  1
>;

/** What is looked at before anybody leaves (after ICS 221). */
export const demobilisationItems = [
  'equipmentReturned',
  'timeRecorded',
  'debriefed',
  'healthSeen',
  'travelArranged',
  'restTaken',
] as const;
export type DemobilisationItem = (typeof demobilisationItems)[number];

/** All that must be looked at was: they may leave. */
export type PersonDemobilised = Fact<
  'PersonDemobilised',
  OnTour & {
    readonly leftAt: Instant;
    readonly items: readonly { readonly item: DemobilisationItem; readonly is: 'done' | 'notNeeded' }[];
  },
  1
>;

/** They are home, and the tour is over. */
export type PersonHome = Fact<'PersonHome', OnTour & { readonly homeAt: Instant }, 1>;

/** The facts of one person's tours. */
export type TourFact =
  | SeatNamed
  | SeatStruck
  | PersonMobilised
  | PersonCheckedIn
  | PresenceAttested
  | PersonReleased
  | PersonDemobilised
  | PersonHome;
