import {
  type BindingPolicy,
  type DecidingPolicy,
  type LawPort,
  type ServiceKind,
  weighService,
} from '@muster/decision/events';
import type { Line } from '@muster/request/events';
import { addDays, type Day, distanceKm, type PartyId, type Period } from '@muster/terms';
import type { Pool } from './events.ts';
import type { Obstacle } from './obstacle.ts';
import type { PlanningPicture } from './planning-picture.ts';

/** A possible use: people of one pool, on one line, under one kind of service, in one period. */
export interface Arc {
  readonly pool: Pool;
  readonly lenderId: PartyId;
  readonly line: Line;
  readonly kind: ServiceKind;
  readonly period: Period;
  readonly arriveOn: Day;
  /** All that stands in its way; empty when it is permitted. */
  readonly obstacles: readonly Obstacle[];
  /** The conditions it must keep to, and counts against where they limit people. */
  readonly policies: readonly BindingPolicy[];
  /** The provisions by which the law decided. */
  readonly because: readonly DecidingPolicy[];
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
  const { pool, lenderId, line, period } = use;
  const obstacles: Obstacle[] = [];
  if (pool.skillId !== line.skillId) {
    obstacles.push({
      barrier: 'skill',
      words: `${pool.poolId} offers ${pool.skillId}, the line needs ${line.skillId}`,
    });
  }
  const travelDays = daysOnTheRoad(law, pool, line, travel.travelKmPerDay);
  // Only who is committed is on the way, or there: a plan that nobody committed has sent nobody.
  const already = picture.committed?.assignments.find(
    (a) => a.lenderId === lenderId && a.poolId === pool.poolId && a.lineId === line.lineId,
  );
  const arriveOn = already?.arriveOn ?? addDays(travel.orderOn, pool.readyDays + travelDays);
  if (arriveOn > period.fromOn) {
    const words = `people of ${pool.poolId} arrive on ${arriveOn}, after ${period.fromOn}`;
    obstacles.push({ barrier: 'distance', words });
  }
  const { bars, policies, because } = weighService(picture, law, use);
  return { ...use, arriveOn, obstacles: [...obstacles, ...bars], policies, because };
}

function daysOnTheRoad(law: LawPort, pool: Pool, line: Line, kmPerDay: number): number {
  const from = law.terms.places.get(pool.placeId);
  const to = law.terms.places.get(line.placeId);
  return from && to ? Math.ceil(distanceKm(from, to) / kmPerDay) : 0;
}
