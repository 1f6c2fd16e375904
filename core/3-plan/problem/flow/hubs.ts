import type { CompiledProblem } from '../compile-problem.ts';
import { picksOf } from '../compile-problem.ts';
import type { Level } from '../levels/level.ts';
import { picksPool } from '../selector.ts';
import { isOpen, type Uses } from '../uses.ts';

/** Whole numbers, one a level. */
export type LevelCosts = readonly Float64Array[];

/**
 * All uses of one stretch without listing them. Pools that may be on the same lines under a kind, and differ there only in
 * what each adds by itself, stand behind one people hub; slots that take the same people behind one work hub. A use is open
 * exactly when the pair of its hubs is, and costs what its member and its pair cost together. Forty million uses of a
 * nation's year come to a hundred thousand pairs.
 */
export interface Hubs {
  readonly stretch: number;
  /** Pools behind people hubs; one under several kinds is a member several times. */
  readonly members: { readonly pool: Int32Array; readonly hub: Int32Array; readonly costs: LevelCosts };
  /** The kind of service of each people hub, by number. */
  readonly kinds: Uint8Array;
  /** The stretch's slots, and the work hub of each. */
  readonly slots: Int32Array;
  readonly workOf: Int32Array;
  readonly workCount: number;
  /** The pairs of hubs between which uses are open. */
  readonly pairs: { readonly people: Int32Array; readonly work: Int32Array; readonly costs: LevelCosts };
}

/** The hubs of any stretch of a problem; they are worked out once. */
export function hubMaker(c: CompiledProblem, levels: readonly Level[]): (stretch: number) => Hubs {
  const known = makers.get(c) ?? newMaker(c, levels);
  makers.set(c, known);
  return known;
}

/** Whoever solves a problem, checks it and asks about it looks at the same hubs. */
const makers = new WeakMap<CompiledProblem, (stretch: number) => Hubs>();

function newMaker(c: CompiledProblem, levels: readonly Level[]): (stretch: number) => Hubs {
  const likePools = numberAlike(c.pools.map((_, p) => poolKey(c, p)));
  const likeLines = numberAlike(c.lines.map((_, l) => lineKey(c, l)));
  const slotsOf = c.stretches.map((): number[] => []);
  for (const [s, slot] of c.slots.entries()) slotsOf[slot.stretch]?.push(s);
  const mostTravel = mostDaysOfTravel(c);
  const made: Hubs[] = [];
  return (stretch) => {
    const slots = new Int32Array(slotsOf[stretch] ?? []);
    made[stretch] ??= joinHubs(c, levels, stretch, slots, {
      work: workHubs(c, slots, likeLines),
      people: peopleHubs(c, stretch, slots, likePools, mostTravel),
    });
    return made[stretch];
  };
}

/** What is the same for pools alike: all that is looked at when a use is weighed, but the days on which they can be there. */
function poolKey({ pools, problem, barsOfPool }: CompiledProblem, p: number): string {
  const pool = pools[p];
  if (!pool) return '';
  const { skillId, positionId, placeId, tourDays, available } = pool;
  const wishes = problem.wishes.flatMap((wish, w) => (picksPool(wish.select, pool) ? [w] : []));
  const alone = (problem.onTheWay ?? []).some((way) => way.poolId === pool.poolId) ? p : -1;
  return JSON.stringify([skillId, positionId, placeId, tourDays, available, barsOfPool(p), wishes, alone]);
}

function lineKey({ lines, problem, barsOfLine }: CompiledProblem, l: number): string {
  const line = lines[l];
  if (!line) return '';
  const { skillId, positionId, placeId, throughout, period } = line;
  const wishes = problem.wishes.flatMap((wish, w) => (picksOf(wish.select, line) ? [w] : []));
  const alone = (problem.onTheWay ?? []).some((way) => way.lineId === line.ofLineId) ? l : -1;
  return JSON.stringify([skillId, positionId, placeId, throughout && period, barsOfLine(l), wishes, alone]);
}

function numberAlike(keys: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(keys, (key) => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
}

/** The longest way from any pool to any line, days. */
function mostDaysOfTravel(c: CompiledProblem): number {
  const firstAt = (places: readonly string[]) => [...new Map(places.map((place, i) => [place, i])).values()];
  const lines = firstAt(c.lines.map((line) => line.placeId));
  let most = 0;
  for (const p of firstAt(c.pools.map((pool) => pool.placeId)))
    for (const l of lines) most = Math.max(most, c.travelDays(p, l));
  return most;
}

interface WorkHubs {
  readonly of: Int32Array;
  /** One slot of each hub, which stands for all. */
  readonly first: readonly number[];
}

function workHubs({ slots }: CompiledProblem, inStretch: Int32Array, like: Int32Array): WorkHubs {
  const numbers = new Map<number, number>();
  const first: number[] = [];
  const of = Int32Array.from(inStretch, (slot) => {
    const key = like[slots[slot]?.line ?? 0] ?? 0;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, first.length);
    return first.push(slot) - 1;
  });
  return { of, first };
}

interface PeopleHubs {
  /** The pools of each hub; the first stands for all. */
  readonly pools: readonly (readonly number[])[];
  readonly kinds: readonly number[];
}

function peopleHubs(
  c: CompiledProblem,
  stretch: number,
  slots: Int32Array,
  like: Int32Array,
  mostTravel: number,
): PeopleHubs {
  const begins = c.slots[slots[0] ?? -1]?.begins ?? 0;
  const kindNumbers = new Map(c.kinds.map((kind, k) => [kind, k]));
  const { fromOn, toOn } = c.stretches[stretch] ?? { fromOn: '', toOn: '' };
  const numbers = new Map<number, number>();
  const pools: number[][] = [];
  const kinds: number[] = [];
  for (const [p, pool] of c.pools.entries()) {
    if (pool.people === 0) continue;
    if (pool.available && !(pool.available.fromOn <= fromOn && toOn <= pool.available.toOn)) continue;
    // How far away they can be and still arrive in time; beyond the longest way it makes no difference.
    const within = Math.min(mostTravel, begins - pool.readyDays);
    for (const name of pool.kinds) {
      const kind = kindNumbers.get(name) ?? 0;
      const key = ((like[p] ?? 0) * c.kinds.length + kind) * (mostTravel + 2) + Math.max(-1, within) + 1;
      const known = numbers.get(key);
      if (known !== undefined) pools[known]?.push(p);
      else {
        numbers.set(key, pools.length);
        pools.push([p]);
        kinds.push(kind);
      }
    }
  }
  return { pools, kinds };
}

function joinHubs(
  c: CompiledProblem,
  levels: readonly Level[],
  stretch: number,
  slots: Int32Array,
  { work, people }: { readonly work: WorkHubs; readonly people: PeopleHubs },
): Hubs {
  const bySkill = new Map<string, number[]>();
  for (const [w, slot] of work.first.entries()) {
    const skillId = c.lines[c.slots[slot]?.line ?? 0]?.skillId ?? '';
    const list = bySkill.get(skillId);
    if (list) list.push(w);
    else bySkill.set(skillId, [w]);
  }
  const costOf = useCosts(c, levels);
  const pairs = { people: [] as number[], work: [] as number[], costs: levels.map((): number[] => []) };
  const members = { pool: [] as number[], hub: [] as number[], costs: levels.map((): number[] => []) };
  const kinds: number[] = [];
  for (const [candidate, pools] of people.pools.entries()) {
    const hub = kinds.length;
    const kind = people.kinds[candidate] ?? 0;
    const [p = 0] = pools;
    const before = pairs.work.length;
    for (const w of bySkill.get(c.pools[p]?.skillId ?? '') ?? []) {
      const slot = work.first[w] ?? 0;
      if (!isOpen(c, p, c.slots[slot]?.line ?? 0, slot, c.kinds[kind] ?? '')) continue;
      pairs.people.push(hub);
      pairs.work.push(w);
      for (let k = 0; k < levels.length; k++) pairs.costs[k]?.push(costOf(k, p, slot, kind));
    }
    if (pairs.work.length === before) continue;
    kinds.push(kind);
    const slot = work.first[pairs.work[before] ?? 0] ?? 0;
    for (const pool of pools) {
      members.pool.push(pool);
      members.hub.push(hub);
      for (let k = 0; k < levels.length; k++)
        members.costs[k]?.push(costOf(k, pool, slot, kind) - (pairs.costs[k]?.[before] ?? 0));
    }
  }
  const whole = <T extends { costs: number[][] }>(table: T) => table.costs.map((costs) => new Float64Array(costs));
  return {
    stretch,
    members: { pool: new Int32Array(members.pool), hub: new Int32Array(members.hub), costs: whole(members) },
    kinds: new Uint8Array(kinds),
    slots,
    workOf: work.of,
    workCount: work.first.length,
    pairs: { people: new Int32Array(pairs.people), work: new Int32Array(pairs.work), costs: whole(pairs) },
  };
}

/** What one person of a pool in a slot adds to a level, by number: no list of uses is needed. */
export function useCosts(c: CompiledProblem, levels: readonly Level[]) {
  const [pool, line, slots, slot] = [0, 0, 1, 0].map((n) => Int32Array.of(n)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const one: Uses = { count: 1, pool, line, slot, slots, kind: new Uint8Array(1) };
  return (k: number, p: number, s: number, kind: number): number => {
    pool[0] = p;
    slot[0] = s;
    line[0] = c.slots[s]?.line ?? 0;
    one.kind[0] = kind;
    return levels[k]?.perPerson(one, 0) ?? 0;
  };
}
