import { kindKey, type LawPort } from '@muster/decision/events';
import type { Day, PartyId, Period, PoolId } from '@muster/terms';
import type { TravelTerms } from '../arc.ts';
import type { Assignment } from '../events.ts';
import { turningDays } from '../periods.ts';
import type { PlanningPicture } from '../planning-picture.ts';
import { committedElsewhere, lendable } from '../pools/lendable.ts';
import { barsAndLimits } from './bars-and-limits.ts';
import type { PlanProblem } from './plan-problem.ts';

/**
 * A request's planning problem as plain data: what law, counsel and consents say has become bars and limits, each with
 * its words, and who is committed to another request cannot be had. Where a plan stands, the least change against it
 * comes right after people lacking. Undefined while no request stands submitted.
 */
export function problemOf(picture: PlanningPicture, law: LawPort, travel: TravelTerms): PlanProblem | undefined {
  const { request, offers, plan, committed } = picture;
  if (!request) return undefined;
  const { lines } = request;
  const first = lines.map((l) => l.period.fromOn).sort()[0] as Day;
  const last = lines
    .map((l) => l.period.toOn)
    .sort()
    .at(-1) as Day;
  const turning = turningDays(picture, law).filter((day) => first <= day && day <= last);
  const { bars, limits } = barsAndLimits(picture, law, turning);
  const placeIds = new Set([...offers.flatMap((o) => o.pools), ...lines].map((at) => at.placeId));
  return {
    problemId: request.requestId,
    title: request.title,
    source: `The request ${request.requestId}, version ${request.requestVersion}, by the record and the law pack ${law.pack}.`,
    orderOn: travel.orderOn,
    travelKmPerDay: travel.travelKmPerDay,
    turningDays: turning,
    places: [...placeIds].flatMap((id) => {
      const place = law.terms.places.get(id);
      return place ? [{ placeId: id, latitude: place.latitude, longitude: place.longitude }] : [];
    }),
    lenders: offers.map(({ lenderId, pools, reserve }) => ({
      lenderId,
      strength: pools.reduce((n, pool) => n + pool.people, 0),
      reserve,
    })),
    pools: offers.flatMap(({ lenderId, pools }) =>
      pools.map(({ poolId, kinds, source: _, ...pool }) => ({
        poolId: problemPoolId(lenderId, poolId),
        lenderId,
        ...pool,
        kinds: [...new Set(kinds.map(kindKey))],
      })),
    ),
    lines: lines.map(({ title: _, source: __, ...line }) => line),
    bars,
    limits: [...limits, ...promisedElsewhere(picture, turning)],
    pins: [],
    wishes: [],
    objectives: plan ? ['lean', 'changes', 'fill', 'travel', 'cost'] : ['lean', 'fill', 'travel', 'cost'],
    ...(plan && {
      former: plan.assignments.map(({ poolId, lenderId, lineId, kind, period, people }) => ({
        poolId: problemPoolId(lenderId, poolId),
        lineId,
        kind: kindKey(kind),
        period,
        people,
      })),
    }),
    ...(committed && { onTheWay: onTheWay(picture, committed.assignments) }),
  };
}

/** A pool's name in the problem: pools of two lenders may have the same. */
export const problemPoolId = (lenderId: PartyId, poolId: PoolId): string => `${lenderId}.${poolId}`;

/** Who is committed to another request can be had neither of the pool nor above the lender's reserve. */
function promisedElsewhere(picture: PlanningPicture, turning: readonly Day[]): PlanProblem['limits'] {
  const limits: PlanProblem['limits'] = [];
  const stretches = turning.slice(1).map((toOn, i): Period => ({ fromOn: turning[i] as Day, toOn }));
  for (const { lenderId, pools } of picture.offers) {
    for (const period of stretches) {
      const since = period.fromOn;
      const words = `people of ${lenderId} are committed to another request`;
      let elsewhere = 0;
      for (const { poolId, people } of pools) {
        const gone = committedElsewhere(picture, lenderId, poolId, since);
        if (gone === 0) continue;
        elsewhere += gone;
        const id = problemPoolId(lenderId, poolId);
        limits.push({
          limitId: `strength.${id}.${since}`,
          barrier: 'strength',
          selects: [{ poolIds: [id], period }],
          mostPeople: Math.max(0, people - gone),
          words,
        });
      }
      if (elsewhere === 0) continue;
      limits.push({
        limitId: `reserve.${lenderId}.${since}`,
        barrier: 'reserve',
        selects: [{ lenderIds: [lenderId], period }],
        mostPeople: lendable(picture, lenderId, since),
        words: `${words}, and ${lenderId} keeps its reserve at home`,
      });
    }
  }
  return limits;
}

/** The day people come who are committed already, by pool and line. */
function onTheWay({ offers, request }: PlanningPicture, assignments: readonly Assignment[]) {
  const offered = new Set(offers.flatMap((o) => o.pools.map((p) => problemPoolId(o.lenderId, p.poolId))));
  const lineIds = new Set(request?.lines.map((l) => l.lineId));
  const days = new Map<string, NonNullable<PlanProblem['onTheWay']>[number]>();
  for (const { lenderId, poolId, lineId, arriveOn } of assignments) {
    const id = problemPoolId(lenderId, poolId);
    const key = `${id} ${lineId}`;
    if (offered.has(id) && lineIds.has(lineId) && !days.has(key)) days.set(key, { poolId: id, lineId, arriveOn });
  }
  return [...days.values()];
}
