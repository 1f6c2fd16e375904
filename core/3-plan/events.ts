import type { ServiceKind } from '@muster/decision/events';
import type {
  Capacity,
  Cents,
  Day,
  Fact,
  LineId,
  PartyId,
  People,
  Period,
  PlaceId,
  PlanId,
  PoolId,
  RequestId,
  SkillId,
  Source,
} from '@muster/terms';
import type { Barrier } from './barrier.ts';
import type { WholeDuals } from './certificate/whole-duals.ts';
import type { PlanOrdering } from './plan-order.ts';

export { type Barrier, barriers } from './barrier.ts';
export { standingAssignments } from './plan/loss-of-plan.ts';
export { gatherPicture, type PlanningPicture } from './planning-picture.ts';
export { plansMade } from './plans-made.ts';

/** Countable people of one lender, alike in skill, in how they may serve, and in where and when they are free. */
export interface Pool {
  readonly poolId: PoolId;
  readonly skillId: SkillId;
  readonly people: People;
  /** The kinds of service these people could serve under. */
  readonly kinds: readonly ServiceKind[];
  readonly placeId: PlaceId;
  /** Days from the order until they can leave home. */
  readonly readyDays: number;
  /** What one person costs for one day. */
  readonly personDayCents: Cents;
  readonly source: Source;
}

export type PoolsOffered = Fact<
  'PoolsOffered',
  {
    readonly requestId: RequestId;
    readonly lenderId: PartyId;
    readonly pools: readonly Pool[];
    /** How many of the people offered must stay at home at any time. */
    readonly reserve: People;
    readonly reserveSource: Source;
  },
  1
>;

/** So many of one pool, on one line, under one kind of service, over one period. */
export interface Assignment {
  readonly poolId: PoolId;
  readonly lenderId: PartyId;
  readonly lineId: LineId;
  readonly kind: ServiceKind;
  readonly period: Period;
  readonly people: People;
  readonly arriveOn: Day;
}

export interface ShortReason {
  /** `strength`: nobody else was offered, whatever were changed. */
  readonly barrier: Barrier | 'strength';
  /** How many of the missing people this barrier accounts for. */
  readonly people: People;
  readonly words: string;
}

export interface LineOutcome {
  readonly lineId: LineId;
  readonly asked: People;
  /** People there throughout: the least over the line's periods. */
  readonly filled: People;
  readonly byPeriod: readonly { readonly period: Period; readonly filled: People }[];
  readonly short: People;
  readonly reasons: readonly ShortReason[];
}

/**
 * One objective, in the order they were solved; proved when bound and value meet. The bound is what the duals prove of
 * the model that the record poses: anybody can add it up again.
 */
export interface ProvedLevel {
  readonly level: string;
  readonly meaning: string;
  readonly value: number;
  readonly bound: number;
  /** (value - bound) / max(1, |value|); 0 means no better plan exists. */
  readonly gap: number;
  /** In the order of the model's rows. Plans recorded before there were any have none. */
  readonly duals?: WholeDuals | undefined;
}

export interface Plan {
  readonly planId: PlanId;
  readonly requestId: RequestId;
  readonly requestVersion: number;
  /** The day from which people can be told to come. */
  readonly orderOn: Day;
  /** How far people travel in a day, km. */
  readonly travelKmPerDay: number;
  /** The order of objectives that the planner named; the usual one where absent. */
  readonly order?: PlanOrdering | undefined;
  readonly assignments: readonly Assignment[];
  readonly lines: readonly LineOutcome[];
  readonly levels: readonly ProvedLevel[];
  readonly costCents: Cents;
  readonly solver: string;
}

export type PlanProposed = Fact<'PlanProposed', Plan, 1>;

/** A consent the plan rests on has ended: these people are lost to it. */
/** Whom a plan has lost. */
export interface PlanLoss {
  readonly planId: PlanId;
  readonly requestId: RequestId;
  readonly lost: readonly Assignment[];
  /** People lost per line: the most at any time. */
  readonly lostByLine: readonly { readonly lineId: LineId; readonly people: People }[];
  readonly lostPeople: People;
  readonly lostCostCents: Cents;
}

export type PlanBroken = Fact<
  'PlanBroken',
  PlanLoss & { readonly because: { readonly partyId: PartyId; readonly capacity: Capacity } },
  1
>;

/** What was decided since a plan was made that it does not stand up to: an opinion on a version, or that version. */
export interface OvertakenBy {
  readonly decided: 'opinion' | 'version';
  readonly requestVersion: number;
}

export type PlanOvertaken = Fact<'PlanOvertaken', PlanLoss & { readonly because: OvertakenBy }, 1>;

export interface PlanChange {
  readonly lenderId: PartyId;
  readonly lineId: LineId;
  readonly before: People;
  readonly after: People;
}

export type PlanRevised = Fact<
  'PlanRevised',
  Plan & {
    readonly replacesPlanId: PlanId;
    /** Only what differs: people of a lender on a line, at the fullest. */
    readonly changes: readonly PlanChange[];
    readonly filledBefore: People;
    readonly filledAfter: People;
    readonly costBeforeCents: Cents;
  },
  1
>;

/** The plan is frozen: these people go. It takes the place of the plan committed before it. */
export type PlanCommitted = Fact<
  'PlanCommitted',
  {
    readonly planId: PlanId;
    readonly requestId: RequestId;
    /** The version that stood at that instant; the plan's own, or a later one that asks for nothing more. */
    readonly requestVersion: number;
    readonly replacesPlanId?: PlanId | undefined;
    /** The law pack by which it was checked. */
    readonly pack: string;
    readonly assignments: readonly Assignment[];
    /** The most at any time. */
    readonly people: People;
    readonly costCents: Cents;
  },
  1
>;

/** Nobody is committed to the plan any more: the request was withdrawn. */
export type PlanReleased = Fact<
  'PlanReleased',
  {
    readonly planId: PlanId;
    readonly requestId: RequestId;
    /** Released: the most committed at any time. */
    readonly people: People;
  },
  1
>;

/** So many people of one pool over one period, on whatever lines. A pool of the same id is the same people for every request. */
export interface CommittedUse {
  readonly poolId: PoolId;
  readonly period: Period;
  readonly people: People;
}

interface OfOneLender {
  readonly lenderId: PartyId;
  readonly requestId: RequestId;
  readonly planId: PlanId;
}

/** From now on these people of a lender, and no others, are committed to the request. */
export type PeopleCommitted = Fact<'PeopleCommitted', OfOneLender & { readonly uses: readonly CommittedUse[] }, 1>;

/** People of a lender are free again; of those committed to the request only these still are. */
export type PeopleReleased = Fact<'PeopleReleased', OfOneLender & { readonly still: readonly CommittedUse[] }, 1>;

export type OfferFact = PoolsOffered;
export type PlanFact = PlanProposed | PlanBroken | PlanOvertaken | PlanRevised | PlanCommitted | PlanReleased;
export type CommitmentFact = PeopleCommitted | PeopleReleased;
