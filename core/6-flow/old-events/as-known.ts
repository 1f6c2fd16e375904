import { EventUnknown, type Fact, type Recorded } from '@muster/terms';
import type { AnyFact } from '../facts.ts';
import type { Upcaster } from './upcaster.ts';

/** Every type of event there is, and the version written today. The compiler says when one is missing here. */
export const newestVersions: { readonly [F in AnyFact as F['type']]: F['version'] } = {
  DirectoryKept: 1,
  OrganisationNoted: 1,
  OrganisationMoved: 1,
  OrganisationClosed: 1,
  RoleGiven: 1,
  RoleEnded: 1,
  SettingSet: 1,
  RequestDrafted: 1,
  RequestAmended: 1,
  RequestSubmitted: 1,
  RequestWithdrawn: 1,
  RequestPublished: 1,
  RequestWithheld: 1,
  LawTaken: 1,
  AuthorityDerived: 1,
  OpinionGiven: 1,
  ConsentsSought: 1,
  ConsentAsked: 1,
  ConsentGranted: 1,
  ConsentRefused: 1,
  ConsentReminded: 1,
  ConsentLapsed: 1,
  ConsentWithdrawn: 1,
  StandInNamed: 1,
  StandInEnded: 1,
  PoolsOffered: 1,
  PlanProposed: 1,
  PlanBroken: 1,
  PlanOvertaken: 1,
  PlanRevised: 1,
  PlanCommitted: 1,
  PlanReleased: 1,
  PeopleCommitted: 1,
  PeopleReleased: 1,
  PastDeploymentNoted: 1,
  PersonNoted: 1,
  PersonCorrected: 1,
  ParticularsRead: 1,
  PersonErased: 1,
  OrdersIssued: 1,
  OrderIssued: 1,
  OrderAmended: 1,
  OrderAccepted: 1,
  SeatsDeclined: 1,
  RosterNamed: 1,
  RosterStruck: 1,
  MissionOrdered: 1,
  SeatNamed: 1,
  SeatStruck: 1,
  PersonMobilised: 1,
  PersonCheckedIn: 1,
  PresenceAttested: 1,
  PersonReleased: 1,
  PersonDemobilised: 1,
  PersonHome: 1,
  CommandRefused: 1,
};

/** One step from each version there was to the next. None yet: every event is still of its first version. */
export const upcasters: readonly Upcaster[] = [];

/**
 * The event in the shape of today, however old it is. Throws {@link EventUnknown} for a type or version that this program
 * does not know: skipping one would make every later figure wrong.
 */
export const asKnown = knowing(newestVersions, upcasters);

/** Reads events whose newest versions are these. A version without a step to the next is unknown. */
export function knowing(
  newest: Readonly<Record<string, number>>,
  steps: readonly Upcaster[],
): <E extends Recorded>(event: E) => E {
  const stepFrom = new Map(steps.map((step) => [`${step.type} ${step.from}`, step]));
  return (event) => {
    const { fact } = event;
    const today = Object.hasOwn(newest, fact.type) ? newest[fact.type] : undefined;
    if (fact.version === today) return event;
    let known: Fact = fact;
    while (today !== undefined && known.version < today) {
      const step = stepFrom.get(`${known.type} ${known.version}`);
      if (!step) break;
      known = { type: known.type, version: known.version + 1, data: step.up(known.data) };
    }
    if (known.version !== today) throw new EventUnknown(fact);
    return { ...event, fact: known };
  };
}
