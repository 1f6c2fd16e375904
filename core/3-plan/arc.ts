import {
  type ConsentAsked,
  counselCapacity,
  kindKey,
  type LawPort,
  mayServe,
  resolveCapacity,
  type ServiceKind,
  verdictFor,
} from '@muster/decision/events';
import type { Line } from '@muster/request/events';
import { addDays, covers, type Day, distanceKm, type PartyId, type Period } from '@muster/terms';
import type { Pool } from './events.ts';
import type { ConsentGround, Obstacle } from './obstacle.ts';
import { consentKey, type PlanningPicture, type StandingConsent } from './planning-picture.ts';

/** A possible use: people of one pool, on one line, under one kind of service, in one period. */
export interface Arc {
  readonly pool: Pool;
  readonly lenderId: PartyId;
  readonly line: Line;
  readonly kind: ServiceKind;
  readonly period: Period;
  readonly arriveOn: Day;
  readonly travelDays: number;
  /** All that stands in its way; empty when it is permitted. */
  readonly obstacles: readonly Obstacle[];
  /** The consents it counts against. */
  readonly consentKeys: readonly string[];
}

/** When people travel: the plan's own assumptions, kept with it. */
export interface TravelTerms {
  readonly orderOn: Day;
  readonly travelKmPerDay: number;
}

/** Weighs one possible use against law, counsel, consents, skill and distance. Every obstacle is named, not only the first. */
export function weighArc(
  picture: PlanningPicture,
  law: LawPort,
  travel: TravelTerms,
  use: Pick<Arc, 'pool' | 'lenderId' | 'line' | 'kind' | 'period'>,
): Arc {
  const { pool, lenderId, line, kind, period } = use;
  const obstacles: Obstacle[] = [];
  const bar = (barrier: Obstacle['barrier'], words: string) => obstacles.push({ barrier, words });

  if (pool.skillId !== line.skillId)
    bar('skill', `${pool.poolId} offers ${pool.skillId}, the line needs ${line.skillId}`);

  const travelDays = daysOnTheRoad(law, pool, line, travel.travelKmPerDay);
  const already = picture.plan?.assignments.find(
    (a) => a.lenderId === lenderId && a.poolId === pool.poolId && a.lineId === line.lineId,
  );
  const arriveOn = already?.arriveOn ?? addDays(travel.orderOn, pool.readyDays + travelDays);
  if (arriveOn > period.fromOn)
    bar('distance', `people of ${pool.poolId} arrive on ${arriveOn}, after ${period.fromOn}`);

  const opinion = picture.opinion;
  const barredByCounsel = opinion?.conditions.find(
    (c) => c.lineIds.includes(line.lineId) && c.barredStatusIds?.includes(kind.statusId),
  );
  if (barredByCounsel) bar('review', `counsel's condition: ${barredByCounsel.words}`);

  const verdict = verdictFor(law, kind, lenderId, line);
  if (!mayServe(verdict, opinion, line, kind)) {
    bar('authority', lawWords(verdict.kind, verdict.contested, verdict.because));
    return { ...use, arriveOn, travelDays, obstacles, consentKeys: [] };
  }

  const consentKeys: string[] = [];
  for (const need of verdict.needs) {
    if (need.capacity === counselCapacity) continue;
    const requesterId = picture.request?.requesterId as PartyId;
    const partyId = resolveCapacity(law, need.capacity, { lenderId, requesterId, placeId: line.placeId });
    const key = partyId ? consentKey(partyId, need.capacity) : undefined;
    const consent = key ? picture.consents.get(key) : undefined;
    const lacking = consentLacking(consent, use, need.capacity);
    if (lacking) obstacles.push(lacking);
    else if (key) consentKeys.push(key);
  }
  return { ...use, arriveOn, travelDays, obstacles, consentKeys };
}

function daysOnTheRoad(law: LawPort, pool: Pool, line: Line, kmPerDay: number): number {
  const from = law.terms.places.get(pool.placeId);
  const to = law.terms.places.get(line.placeId);
  return from && to ? Math.ceil(distanceKm(from, to) / kmPerDay) : 0;
}

function lawWords(
  kind: string,
  contested: boolean,
  because: readonly { readonly policyId: string; readonly citation: string }[],
): string {
  const cited = because.map((p) => p.citation).join('; ');
  if (kind === 'forbidden') return `the law forbids it: ${cited}`;
  if (contested) return `the law is contested and counsel has not cleared it: ${cited}`;
  return 'no law gives authority for it';
}

/** A consent covers only the lines and the kinds of service it was asked for. */
const askedFor = (ask: ConsentAsked['data'], use: Pick<Arc, 'line' | 'kind'>): boolean =>
  ask.lineIds.includes(use.line.lineId) && ask.kinds.some((k) => kindKey(k) === kindKey(use.kind));

/** Why a consent does not cover this use; undefined when it does. */
function consentLacking(
  consent: StandingConsent | undefined,
  use: Pick<Arc, 'line' | 'kind' | 'period'>,
  capacity: string,
): Obstacle | undefined {
  const lacks = (ground: ConsentGround, words: string): Obstacle => ({ barrier: 'consent', ground, words });
  if (!consent) return lacks('notSought', `the consent of ${capacity} was never sought`);
  const { state } = consent;
  const who = `${consent.partyId} as ${capacity}`;
  if (state.status !== 'notAsked' && !askedFor(state.ask, use)) {
    return lacks('notSought', `${who} was not asked for ${use.kind.statusId} on ${use.line.lineId}`);
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
      if (use.period.toOn > state.endsOn) return lacks('withdrawn', `${who} withdrew`);
      break;
    case 'granted':
      break;
  }
  const { onlyTaskIds, barredTaskIds, onlyPlaceIds, onlyStatusIds, period } = state.grant.conditions;
  const { taskId, placeId } = use.line;
  if ((onlyTaskIds && !onlyTaskIds.includes(taskId)) || barredTaskIds?.includes(taskId)) {
    return lacks('task', `${who} does not consent to ${taskId}`);
  }
  if (onlyPlaceIds && !onlyPlaceIds.includes(placeId)) return lacks('place', `${who} does not consent to ${placeId}`);
  if (onlyStatusIds && !onlyStatusIds.includes(use.kind.statusId)) {
    return lacks('status', `${who} does not consent to ${use.kind.statusId}`);
  }
  if (period && !covers(period, use.period)) {
    return lacks('dates', `${who} consents only from ${period.fromOn} to ${period.toOn}`);
  }
  return undefined;
}
