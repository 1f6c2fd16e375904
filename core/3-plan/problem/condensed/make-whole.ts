import { teamOfWay } from './condense.ts';
import { roomFor, take } from './first-ways.ts';
import type { LinearPlan, Unsolved } from './linear-plan.ts';
import { gainsAtTimes, reducedCosts } from './priced-ways.ts';
import { isWhole, type WholePool, wholePools } from './whole-pools.ts';

/** Of the pools in parts of people at least this share is made whole at a time, the least loss first. */
const shareAtOnce = 1 / 2;
const fewestAtOnce = 20;
/**
 * Pools are decided so many times; what is in parts then is cut off and filled again. Katrina's pools went on coming apart, two or
 * three each time, until the last round: a third of all its time.
 */
const mostOfPools = 24;
/** More rounds than any problem has needed. */
const mostRounds = 60;

/** People in ways, by the number of the way; ways that are absent have none. */
export type PeopleInWays = ReadonlyMap<number, number>;

/**
 * Makes whole people of parts: pool by pool the whole people nearby that lose least are decided, and the rest is solved
 * again around them. The plan is left with what was decided as its limits.
 */
export async function makeWhole(plan: LinearPlan): Promise<PeopleInWays | Unsolved> {
  const decided = new Uint8Array(plan.condensed.model.c.pools.length);
  let pools = 0;
  for (let round = 0; round < mostRounds; round++) {
    const found =
      pools < mostOfPools ? wholePools(plan.condensed, plan.peopleAtTimes(), gainsAtTimes(plan), decided) : [];
    found.sort((a, b) => a.loss - b.loss || a.pool - b.pool);
    const now = found.slice(0, Math.max(fewestAtOnce, Math.ceil(found.length * shareAtOnce)));
    for (const { pool } of now) decided[pool] = 1;
    pools += Math.sign(now.length);
    const ways = now.length === 0 ? wholeTeams(plan) : new Map();
    if (now.length === 0 && ways.size === 0) break;
    const unsolved = await plan.limit(limitsOf(plan, now), ways);
    if (unsolved) return unsolved;
  }
  return wholePeople(plan);
}

/** The people of decided pools at each time, as the most of their rules of strength. */
function limitsOf({ condensed }: LinearPlan, pools: readonly WholePool[]): Map<number, number> {
  const { strengthAt, model } = condensed;
  const stretches = model.c.stretches.length;
  const limits = new Map<number, number>();
  for (const { pool, people } of pools) {
    for (const [t, most] of people.entries()) {
      const rule = strengthAt[pool * stretches + t] ?? -1;
      if (rule >= 0) limits.set(rule, most);
    }
  }
  return limits;
}

/** Ways of pools that come in teams and are not in whole teams yet: each pool and time shares its teams out anew. */
function wholeTeams(plan: LinearPlan): Map<number, number> {
  const { condensed, shown } = plan;
  const atTime = new Map<number, number[]>();
  for (const way of shown) {
    if (teamOfWay(condensed, way) === 1) continue;
    const time = condensed.ways.time[way] ?? 0;
    const ways = atTime.get(time);
    if (ways) ways.push(way);
    else atTime.set(time, [way]);
  }
  const limits = new Map<number, number>();
  for (const ways of atTime.values()) {
    const team = teamOfWay(condensed, ways[0] ?? 0);
    const parts = ways.map((way) => ({ way, teams: plan.peopleIn(way) / team }));
    if (parts.every(({ teams }) => isWhole(teams))) continue;
    let left = Math.round(parts.reduce((sum, { teams }) => sum + teams, 0) - 0.25);
    for (const { teams } of parts) left -= Math.floor(teams + 1e-6);
    parts.sort((a, b) => (b.teams % 1) - (a.teams % 1) || a.way - b.way);
    for (const { way, teams } of parts) {
      const more = left > 0 && !isWhole(teams) ? 1 : 0;
      left -= more;
      limits.set(way, (Math.floor(teams + 1e-6) + more) * team);
    }
  }
  return limits;
}

/** What is left of parts is cut off, and whoever lacks then is given the cheapest people left. */
function wholePeople(plan: LinearPlan): PeopleInWays {
  const { condensed, shown } = plan;
  const { ways, berths } = condensed;
  const people = new Map<number, number>();
  const left = plan.mostNow();
  const lacking = berths.map((berth) => berth.people);
  const give = (way: number, n: number) => {
    people.set(way, (people.get(way) ?? 0) + n);
    take(condensed, way, n, left);
    const berth = ways.berth[way] ?? 0;
    lacking[berth] = (lacking[berth] ?? 0) - n;
  };
  for (const way of [...shown].sort((a, b) => a - b)) {
    const team = teamOfWay(condensed, way);
    const n = Math.floor(plan.peopleIn(way) / team + 1e-6) * team;
    if (n > 0) give(way, n);
  }
  const costs = reducedCosts(plan, false);
  const cheapest = [...costs.keys()].filter((way) => (lacking[ways.berth[way] ?? 0] ?? 0) > 0);
  cheapest.sort((a, b) => (costs[a] ?? 0) - (costs[b] ?? 0) || a - b);
  for (const way of cheapest) {
    const team = teamOfWay(condensed, way);
    const n = Math.floor(Math.min(lacking[ways.berth[way] ?? 0] ?? 0, roomFor(condensed, way, left)) / team) * team;
    if (n > 0) give(way, n);
  }
  return people;
}

/** Less than zero when the first list comes before the second, in strict order. */
export function comparing(a: readonly number[], b: readonly number[]): number {
  const k = a.findIndex((value, i) => value !== b[i]);
  return k < 0 ? 0 : (a[k] ?? 0) - (b[k] ?? 0);
}
