import {
  type Capacity,
  consentStream,
  decisionStream,
  type PartyId,
  type ReadStream,
  type RequestId,
} from '@muster/terms';
import type { LawPort } from '../authority/law-port.ts';
import type { ServiceKind } from '../authority/verdict.ts';
import { type ConsentState, evolve, noConsent } from '../consent/state.ts';
import type { ConsentFact, DecisionFact, SoughtConsent } from '../events.ts';
import type { Opinion } from '../review/current-opinion.ts';
import { gatherSubmitted, type SubmittedRequest } from '../submitted-request.ts';
import type { BindingPolicy } from './binding-policy.ts';
import { counselPolicies, grantPolicy } from './compile-conditions.ts';

/** A consent that was sought, where it stands, and the rule it was granted with. */
export interface StandingConsent extends SoughtConsent {
  readonly state: ConsentState;
  readonly policy?: BindingPolicy;
}

/** All that is decided on a request: what plan, assignment and check-in must respect alike. */
export interface DecisionPicture {
  readonly request: SubmittedRequest | undefined;
  readonly opinion: Opinion | undefined;
  readonly counselPolicies: readonly BindingPolicy[];
  /** The kinds of service for which consents were sought. */
  readonly kinds: readonly ServiceKind[];
  readonly lenderIds: readonly PartyId[];
  readonly consents: ReadonlyMap<string, StandingConsent>;
}

export const consentKey = (partyId: PartyId, capacity: Capacity): string => `${partyId} ${capacity}`;

/**
 * Reads what is decided on a request. Where only one lender's service is to be weighed, the consents of other lenders are
 * left unread: nothing of its service rests on them, and the decision need not be made again when one of them changes.
 */
export async function gatherDecision(
  read: ReadStream,
  data: { requestId: RequestId },
  ofLender?: { readonly lenderId: PartyId; readonly law: LawPort },
): Promise<DecisionPicture> {
  const { requestId } = data;
  const request = await gatherSubmitted(read, data);
  const decided = (await read(decisionStream(requestId))).map((r) => r.fact as DecisionFact);
  // What was sought for a version that has changed materially since is no consent to this one.
  const seekings = decided.flatMap((f) =>
    f.type === 'ConsentsSought' && request && f.data.requestVersion >= request.sameSince ? [f.data] : [],
  );
  const consents = new Map<string, StandingConsent>();
  for (const sought of seekings.flatMap((s) => s.consents)) {
    if (ofLender && isOtherLenders(sought, ofLender)) continue;
    const facts = (await read(consentStream(requestId, sought.capacity, sought.partyId))).map((r) => r.fact);
    const state = facts.reduce<ConsentState>((s, f) => evolve(s, f as ConsentFact), noConsent);
    consents.set(consentKey(sought.partyId, sought.capacity), standing(sought, state));
  }
  const opinion = decided.findLast((f) => f.type === 'OpinionGiven')?.data;
  return {
    request,
    opinion,
    counselPolicies: counselPolicies(opinion),
    kinds: distinctKinds(seekings.flatMap((s) => s.kinds)),
    lenderIds: [...new Set(seekings.flatMap((s) => s.lenderIds))],
    consents,
  };
}

function isOtherLenders(
  { partyId, capacity }: SoughtConsent,
  { lenderId, law }: { readonly lenderId: PartyId; readonly law: LawPort },
): boolean {
  switch (law.terms.capacities.get(capacity)?.resolves) {
    case 'lender':
      return partyId !== lenderId;
    case 'lenderSovereign':
      return partyId !== law.terms.parties.get(lenderId)?.sovereignId;
    default:
      return false;
  }
}

const standing = (sought: SoughtConsent, state: ConsentState): StandingConsent =>
  state.status === 'granted' || state.status === 'withdrawn'
    ? { ...sought, state, policy: grantPolicy(state.grant) }
    : { ...sought, state };

function distinctKinds(kinds: readonly ServiceKind[]): ServiceKind[] {
  const seen = new Map(kinds.map((k) => [JSON.stringify([k.statusId, [...k.delegationIds].sort()]), k]));
  return [...seen.values()];
}
