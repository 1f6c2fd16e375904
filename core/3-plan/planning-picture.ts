import {
  type ConsentFact,
  type ConsentState,
  type DecisionFact,
  evolveConsent,
  gatherSubmitted,
  noConsent,
  type Opinion,
  type ServiceKind,
  type SoughtConsent,
  type SubmittedRequest,
} from '@muster/decision/events';
import {
  type Capacity,
  consentStream,
  decisionStream,
  offerStream,
  type PartyId,
  planStream,
  type ReadStream,
  type RequestId,
} from '@muster/terms';
import type { OfferFact, Plan, PlanFact, PoolsOffered } from './events.ts';

/** A consent that was sought, and where it stands. */
export interface StandingConsent extends SoughtConsent {
  readonly state: ConsentState;
}

/** All that a plan must respect, as the record has it. */
export interface PlanningPicture {
  readonly request: SubmittedRequest | undefined;
  readonly opinion: Opinion | undefined;
  /** The kinds of service for which consents were sought. */
  readonly kinds: readonly ServiceKind[];
  readonly consents: ReadonlyMap<string, StandingConsent>;
  readonly offers: readonly PoolsOffered['data'][];
  /** The plan that stands, if there is one. */
  readonly plan: Plan | undefined;
  readonly planIds: ReadonlySet<string>;
}

export const consentKey = (partyId: PartyId, capacity: Capacity): string => `${partyId} ${capacity}`;

export async function gatherPicture(read: ReadStream, data: { requestId: RequestId }): Promise<PlanningPicture> {
  const { requestId } = data;
  const request = await gatherSubmitted(read, data);
  const decided = (await read(decisionStream(requestId))).map((r) => r.fact as DecisionFact);
  const seekings = decided.flatMap((f) =>
    f.type === 'ConsentsSought' && f.data.requestVersion === request?.requestVersion ? [f.data] : [],
  );

  const consents = new Map<string, StandingConsent>();
  for (const sought of seekings.flatMap((s) => s.consents)) {
    const facts = (await read(consentStream(requestId, sought.capacity, sought.partyId))).map((r) => r.fact);
    const state = facts.reduce<ConsentState>((s, f) => evolveConsent(s, f as ConsentFact), noConsent);
    consents.set(consentKey(sought.partyId, sought.capacity), { ...sought, state });
  }

  const offers: PoolsOffered['data'][] = [];
  for (const lenderId of new Set(seekings.flatMap((s) => s.lenderIds))) {
    const facts = (await read(offerStream(requestId, lenderId))).map((r) => r.fact as OfferFact);
    offers.push(...facts.map((f) => f.data));
  }

  const plans = (await read(planStream(requestId))).map((r) => r.fact as PlanFact);
  const standing = plans.findLast((f) => f.type !== 'PlanBroken');
  return {
    request,
    opinion: decided.findLast((f) => f.type === 'OpinionGiven')?.data,
    kinds: distinctKinds(seekings.flatMap((s) => s.kinds)),
    consents,
    offers,
    plan: standing?.data,
    planIds: new Set(plans.map((f) => f.data.planId)),
  };
}

function distinctKinds(kinds: readonly ServiceKind[]): ServiceKind[] {
  const seen = new Map(kinds.map((k) => [JSON.stringify([k.statusId, [...k.delegationIds].sort()]), k]));
  return [...seen.values()];
}

/** How many people a consent was granted for; 0 where it was not. */
export function grantedPeople(picture: PlanningPicture, key: string): number {
  const state = picture.consents.get(key)?.state;
  return state?.status === 'granted' || state?.status === 'withdrawn' ? state.grant.people : 0;
}
