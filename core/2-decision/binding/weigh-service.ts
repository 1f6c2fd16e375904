import type { Line } from '@muster/request/events';
import type { Capacity, PartyId, Period } from '@muster/terms';
import type { LawPort } from '../authority/law-port.ts';
import { isPresence, resolveCapacity } from '../authority/resolve-need.ts';
import { kindKey } from '../authority/service-verdict.ts';
import { counselCapacity, type DecidingPolicy, type ServiceKind, type Verdict } from '../authority/verdict.ts';
import { mayServe, verdictFor } from '../authority/verdict-for.ts';
import type { ConsentAsked } from '../events.ts';
import { type BindingPolicy, type BreachGround, binds, breachOf } from './binding-policy.ts';
import { consentKey, type DecisionPicture, type StandingConsent } from './decision-picture.ts';

/** People of one lender serving on one line, under one kind of service, from when to when. */
export interface Service {
  readonly lenderId: PartyId;
  readonly line: Line;
  readonly kind: ServiceKind;
  readonly period: Period;
}

/** Why a consent does not cover a service; coded, so that readers can count. */
export type ConsentGround = 'notSought' | 'unanswered' | 'refused' | 'lapsed' | 'withdrawn' | BreachGround;

/** What law, counsel or a sovereign sets against a service. */
export interface Bar {
  readonly barrier: 'authority' | 'review' | 'consent';
  readonly ground?: ConsentGround;
  readonly words: string;
}

/** A bar for want of a consent always says why it is wanting. */
type ConsentBar = Bar & { readonly ground: ConsentGround };

/** What law, counsel and consents say of a service. */
export interface WeighedService {
  /** All that stands in its way, not only the first; empty when it may be. */
  readonly bars: readonly Bar[];
  /** The conditions it must keep to, of counsel and of every consent it rests on. */
  readonly policies: readonly BindingPolicy[];
  /** Who must be there when the work is done. */
  readonly presences: readonly Capacity[];
  readonly because: readonly DecidingPolicy[];
}

/**
 * Weighs a service against the law, counsel's conditions and every consent the law needs. The plan, each assignment
 * and check-in all ask here, so that what binds one binds the others.
 */
export function weighService(picture: DecisionPicture, law: LawPort, service: Service): WeighedService {
  const { lenderId, line, kind, period } = service;
  const bars: Bar[] = [];
  const bound = { lineId: line.lineId, taskId: line.taskId, placeId: line.placeId, kind, period };
  const policies = picture.counselPolicies.filter((p) => binds(p, bound));
  for (const policy of policies) {
    const ground = breachOf(policy, bound);
    if (ground) bars.push({ barrier: 'review', ground, words: policy.words });
  }

  const verdict = verdictFor(law, kind, lenderId, line, period);
  const { because } = verdict;
  if (!mayServe(verdict, picture.opinion, line, kind)) {
    bars.push({ barrier: 'authority', words: lawWords(verdict) });
    return { bars, policies, presences: [], because };
  }

  const presences: Capacity[] = [];
  for (const { capacity } of verdict.needs) {
    if (capacity === counselCapacity) continue;
    if (isPresence(law, capacity)) {
      presences.push(capacity);
      continue;
    }
    const { consent, bar } = consentFor(picture, law, service, capacity);
    if (bar) bars.push(bar);
    else if (consent?.policy) policies.push(consent.policy);
  }
  const ofConditions = policies.flatMap((p) => p.presentCapacities ?? []);
  return { bars, policies, presences: [...new Set([...presences, ...ofConditions])], because };
}

/** Whose consent a need asks for here, the consent itself, and what it sets against the service; no bar where it covers it. */
export function consentFor(
  picture: DecisionPicture,
  law: LawPort,
  service: Service,
  capacity: Capacity,
): { readonly partyId: PartyId | undefined; readonly consent: StandingConsent | undefined; readonly bar?: ConsentBar } {
  const { lenderId, line, kind, period } = service;
  const requesterId = picture.request?.requesterId as PartyId;
  const partyId = resolveCapacity(law, capacity, { lenderId, requesterId, placeId: line.placeId });
  const consent = partyId ? picture.consents.get(consentKey(partyId, capacity)) : undefined;
  const bound = { lineId: line.lineId, taskId: line.taskId, placeId: line.placeId, kind, period };
  const bar = consentLacking(consent, service, capacity) ?? breachBar(consent?.policy, bound);
  return { partyId, consent, ...(bar && { bar }) };
}

function lawWords({ kind, contested, because }: Verdict): string {
  const cited = because.map((p) => p.citation).join('; ');
  if (kind === 'forbidden') return `the law forbids it: ${cited}`;
  if (contested) return `the law is contested and counsel has not cleared it: ${cited}`;
  return 'no law gives authority for it';
}

/** Why there is no yes to this service at all; undefined when there is one, on whatever conditions. */
function consentLacking(
  consent: StandingConsent | undefined,
  service: Service,
  capacity: string,
): ConsentBar | undefined {
  const lacks = (ground: ConsentGround, words: string): ConsentBar => ({ barrier: 'consent', ground, words });
  if (!consent) return lacks('notSought', `the consent of ${capacity} was never sought`);
  const { state } = consent;
  const who = `${consent.partyId} as ${capacity}`;
  if (state.status !== 'notAsked' && !askedFor(state.ask, service)) {
    return lacks('notSought', `${who} was not asked for ${service.kind.statusId} on ${service.line.lineId}`);
  }
  switch (state.status) {
    case 'notAsked':
    case 'asked':
      return lacks('unanswered', `${who} has not answered`);
    case 'refused':
      return lacks('refused', `${who} refused`);
    case 'lapsed':
      return lacks('lapsed', `${who} did not answer in time`);
    case 'withdrawn':
      return service.period.toOn > state.endsOn ? lacks('withdrawn', `${who} withdrew`) : undefined;
    case 'granted':
      return undefined;
  }
}

/** A consent covers only the lines and the kinds of service it was asked for. */
const askedFor = (ask: ConsentAsked['data'], { line, kind }: Service): boolean =>
  ask.lineIds.includes(line.lineId) && ask.kinds.some((k) => kindKey(k) === kindKey(kind));

function breachBar(policy: BindingPolicy | undefined, bound: Parameters<typeof breachOf>[1]): ConsentBar | undefined {
  const ground = policy && breachOf(policy, bound);
  return ground && { barrier: 'consent', ground, words: `${policy.words} ${breachWords(policy, ground, bound)}` };
}

function breachWords(
  policy: BindingPolicy,
  ground: BreachGround,
  { taskId, placeId, kind }: Parameters<typeof breachOf>[1],
): string {
  switch (ground) {
    case 'task':
      return `does not consent to ${taskId}`;
    case 'place':
      return `does not consent to ${placeId}`;
    case 'status':
      return `does not consent to ${kind.statusId}`;
    case 'delegation':
      return `consents only to people with ${policy.requiredDelegationIds?.join(' and ')}`;
    case 'dates':
      return `consents only from ${policy.period?.fromOn} to ${policy.period?.toOn}`;
  }
}
