import { addDays, type Day, daysBetween, distanceKm, lengthDays, type Period, type Place } from '@muster/terms';
import { expandRelief, type ServedLine } from './expand-relief.ts';
import type { PlanProblem, ProblemPool } from './plan-problem.ts';
import { picksLine, picksPool } from './selector.ts';

/** One line in one stretch of its days. */
export interface Slot {
  readonly line: number;
  /** Its stretch of the calendar, by number: slots of one stretch are at the same time. */
  readonly stretch: number;
  readonly period: Period;
  readonly days: number;
  /** Days from the order until it begins. */
  readonly begins: number;
}

/** A problem made ready to be solved: everything by number, with what is looked up often worked out once. */
export interface CompiledProblem {
  readonly problem: PlanProblem;
  readonly pools: readonly ProblemPool[];
  /** Lines as served: a line with relief is there once for each tour. */
  readonly lines: readonly ServedLine[];
  readonly slots: readonly Slot[];
  /** The slots of a line are those from `slotStart[line]` until before `slotStart[line + 1]`. */
  readonly slotStart: Int32Array;
  /** The calendar, cut at every day on which anything changes. */
  readonly stretches: readonly Period[];
  /** The lender of a pool, by number. */
  readonly lenderOf: Int32Array;
  readonly kinds: readonly string[];
  /** Whole days a pool's people travel to a line. */
  travelDays(pool: number, line: number): number;
  /** Days from the order until a pool's people are there; those on the way keep their day, however early. */
  arrivesAfter(pool: number, line: number): number;
  arriveOn(pool: number, line: number): Day;
  /** The bars that look at this pool; and those that look at this line. */
  barsOfPool(pool: number): readonly number[];
  barsOfLine(line: number): readonly number[];
  /** The bars that look at this pool and this line. */
  barsOn(pool: number, line: number): readonly number[];
}

export function compileProblem(problem: PlanProblem): CompiledProblem {
  const lines = problem.lines.flatMap(expandRelief);
  const { pools } = problem;
  const turning = turningDays(problem, lines);
  const stretches = turning.slice(1).map((toOn, i) => ({ fromOn: turning[i] as Day, toOn }));
  const stretchFrom = new Map(turning.map((day, i) => [day, i]));
  const cuts = stretches.map((period) => ({
    period,
    days: lengthDays(period),
    begins: daysBetween(problem.orderOn, period.fromOn),
  }));
  const slots: Slot[] = [];
  const slotStart = new Int32Array(lines.length + 1);
  for (const [line, { period }] of lines.entries()) {
    slotStart[line] = slots.length;
    const end = stretchFrom.get(period.toOn) ?? 0;
    for (let stretch = stretchFrom.get(period.fromOn) ?? end; stretch < end; stretch++)
      slots.push({ line, stretch, ...(cuts[stretch] as (typeof cuts)[number]) });
  }
  slotStart[lines.length] = slots.length;

  const lenderNumbers = new Map(problem.lenders.map((l, i) => [l.lenderId, i]));
  const travelDays = travelTable(problem, lines);
  const onTheWay = new Map((problem.onTheWay ?? []).map((w) => [`${w.poolId} ${w.lineId}`, w.arriveOn]));
  const arrivesAfter = (p: number, l: number): number => {
    const known = onTheWay.size > 0 ? onTheWay.get(`${pools[p]?.poolId} ${lines[l]?.ofLineId}`) : undefined;
    return known ? daysBetween(problem.orderOn, known) : (pools[p]?.readyDays ?? 0) + travelDays(p, l);
  };

  const poolBars = pools.map((pool) => problem.bars.flatMap((bar, b) => (picksPool(bar.select, pool) ? [b] : [])));
  const lineBars = problem.bars.map((bar) => Uint8Array.from(lines, (line) => (picksOf(bar.select, line) ? 1 : 0)));

  return {
    problem,
    pools,
    lines,
    slots,
    slotStart,
    stretches,
    lenderOf: Int32Array.from(pools, (p) => lenderNumbers.get(p.lenderId) ?? -1),
    kinds: [...new Set(pools.flatMap((p) => p.kinds))],
    travelDays,
    arrivesAfter,
    arriveOn: (p, l) => addDays(problem.orderOn, arrivesAfter(p, l)),
    barsOfPool: (p) => poolBars[p] ?? [],
    barsOfLine: (l) => lineBars.flatMap((picks, b) => (picks[l] === 1 ? [b] : [])),
    barsOn: (p, l) => {
      const mine = poolBars[p] ?? [];
      return mine.length === 0 ? mine : mine.filter((b) => lineBars[b]?.[l] === 1);
    },
  };
}

/** A selector that names a line picks each of its tours. */
export const picksOf = (select: Parameters<typeof picksLine>[0], line: ServedLine): boolean =>
  picksLine(select, { ...line, lineId: line.ofLineId });

/** The days at which counts may change. Between two of them nothing does, so one count is enough. */
function turningDays(problem: PlanProblem, lines: readonly ServedLine[]): Day[] {
  const days = new Set<Day>(problem.turningDays);
  const both = (period: Period | undefined) => period && days.add(period.fromOn).add(period.toOn);
  for (const line of lines) both(line.period);
  for (const pool of problem.pools) both(pool.available);
  for (const { select } of problem.bars) both(select.period);
  for (const select of problem.limits.flatMap((limit) => limit.selects)) both(select.period);
  return [...days].sort();
}

/** Days on the road from each pool to each line, worked out once for each pair of places in use. */
function travelTable(problem: PlanProblem, lines: readonly ServedLine[]): (pool: number, line: number) => number {
  const places = problem.places as unknown as readonly Place[];
  const numbers = new Map(places.map((place, i) => [place.placeId as string, i]));
  const from = Int32Array.from(problem.pools, (pool) => numbers.get(pool.placeId) ?? -1);
  const to = Int32Array.from(lines, (line) => numbers.get(line.placeId) ?? -1);
  const days = new Int32Array(places.length * places.length).fill(-1);
  return (pool, line) => {
    const [a, b] = [from[pool] ?? -1, to[line] ?? -1];
    const known = days[a * places.length + b] ?? 0;
    if (known >= 0) return known;
    const [here, there] = [places[a], places[b]];
    const found = here && there ? Math.ceil(distanceKm(here, there) / problem.travelKmPerDay) : 0;
    days[a * places.length + b] = found;
    return found;
  };
}
