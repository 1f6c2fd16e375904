import { type Fault, lengthDays } from '@muster/terms';
import { priorityWeight } from './levels/priority-weight.ts';
import type { PlanProblem } from './plan-problem.ts';

/** More people in one problem than whole-number sums can hold safely together with their costs. */
const mostInAll = 1_000_000_000;

/** More tours of one line than in ten years of a day each are a slip of the pen. */
const mostTours = 4000;

/** What contradicts itself in a problem whose parts are each well formed; every fault is told, not only the first. */
export function problemFaults(problem: PlanProblem): Fault[] {
  const { lenders, pools, lines, places, pins, limits, bars, objectives } = problem;
  const lenderIds = new Set(lenders.map((l) => l.lenderId));
  const placeIds = new Set<string>(places.map((p) => p.placeId));
  const poolById = new Map(pools.map((p) => [p.poolId, p]));
  const lineById = new Map(lines.map((l) => [l.lineId, l]));
  const faults: Fault[] = [
    ...repeated(
      'lenders',
      lenders.map((l) => l.lenderId),
    ),
    ...repeated(
      'pools',
      pools.map((p) => p.poolId),
    ),
    ...repeated(
      'lines',
      lines.map((l) => l.lineId),
    ),
    ...repeated(
      'limits',
      limits.map((l) => l.limitId),
    ),
    ...repeated(
      'bars',
      bars.map((b) => b.barId),
    ),
    ...repeated('objectives', objectives),
    ...repeated(
      'ceilings',
      (problem.ceilings ?? []).map((ceiling) => ceiling.objective),
    ),
  ];
  const add = (field: string, problem_: string) => faults.push({ field, problem: problem_ });

  for (const [i, p] of pools.entries()) {
    if (!lenderIds.has(p.lenderId)) add(`pools.${i}.lenderId`, `names the lender "${p.lenderId}", which is not listed`);
    if (!placeIds.has(p.placeId)) add(`pools.${i}.placeId`, `names the place "${p.placeId}", which is not listed`);
    if (p.teamSize !== undefined && p.teamSize > p.people)
      add(`pools.${i}.teamSize`, `is ${p.teamSize}, but the pool has only ${p.people} people`);
  }
  for (const [i, l] of lines.entries()) {
    if (!placeIds.has(l.placeId)) add(`lines.${i}.placeId`, `names the place "${l.placeId}", which is not listed`);
    const tours = l.relief ? Math.ceil(lengthDays(l.period) / l.relief.tourDays) : 1;
    if (tours > mostTours)
      add(`lines.${i}.relief`, `makes ${tours} tours of the line, and at most ${mostTours} can be planned`);
    if (l.minimum !== undefined && l.minimum > l.people)
      add(`lines.${i}.minimum`, `is ${l.minimum}, but the line asks for only ${l.people}`);
  }
  for (const [i, way] of (problem.onTheWay ?? []).entries()) {
    if (!poolById.has(way.poolId)) add(`onTheWay.${i}.poolId`, `names the pool "${way.poolId}", which is not listed`);
    if (!lineById.has(way.lineId)) add(`onTheWay.${i}.lineId`, `names the line "${way.lineId}", which is not listed`);
  }
  const pinnedTo = new Map<string, number>();
  const pinnedOf = new Map<string, number>();
  for (const [i, pin] of pins.entries()) {
    const pool = poolById.get(pin.poolId);
    const line = lineById.get(pin.lineId);
    if (!pool) add(`pins.${i}.poolId`, `names the pool "${pin.poolId}", which is not listed`);
    if (!line) add(`pins.${i}.lineId`, `names the line "${pin.lineId}", which is not listed`);
    if (!pool || !line) continue;
    const onLine = (pinnedTo.get(pin.lineId) ?? 0) + pin.people;
    const ofPool = (pinnedOf.get(pin.poolId) ?? 0) + pin.people;
    pinnedTo.set(pin.lineId, onLine);
    pinnedOf.set(pin.poolId, ofPool);
    if (onLine > line.people)
      add(`pins.${i}.people`, `puts ${onLine} people on "${pin.lineId}", which asks for ${line.people}`);
    if (ofPool > pool.people && lines.length === 1)
      add(`pins.${i}.people`, `takes ${ofPool} people of "${pin.poolId}", which has ${pool.people}`);
  }
  const inAll = lines.reduce((n, l) => n + l.people, 0) + pools.reduce((n, p) => n + p.people, 0);
  if (inAll > mostInAll) add('people', `are ${inAll} in all, and at most ${mostInAll} can be counted`);
  if (greatestFigure(problem) > Number.MAX_SAFE_INTEGER)
    add(
      'lines',
      `come to figures beyond ${Number.MAX_SAFE_INTEGER}, which cannot be added up exactly: ask for fewer people, shorter or cheaper`,
    );
  return faults;
}

/** No level can come to more than this: people-days of all lines at the greatest weight, cost or days of waiting. */
function greatestFigure({ lines, pools, travelKmPerDay }: PlanProblem): number {
  const longestWayKm = 20_100;
  const longestWait = Math.ceil(longestWayKm / travelKmPerDay) + pools.reduce((n, p) => Math.max(n, p.readyDays), 0);
  const dearest = pools.reduce((n, p) => Math.max(n, p.personDayCents), priorityWeight(1));
  const peopleDays = lines.reduce((sum, { people, period, relief }) => {
    // With relief two may be there at a time, for the overlap.
    const tours = relief ? 1 + relief.overlapDays / relief.tourDays : 1;
    return sum + people * lengthDays(period) * tours;
  }, 0);
  return peopleDays * Math.max(longestWait, dearest);
}

function repeated(what: string, ids: readonly string[]): Fault[] {
  const seen = new Set<string>();
  return ids.flatMap((id, i) => {
    if (seen.has(id)) return [{ field: `${what}.${i}`, problem: `repeats "${id}"` }];
    seen.add(id);
    return [];
  });
}
