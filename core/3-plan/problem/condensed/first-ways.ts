import type { Condensed } from './condense.ts';

/** How many ways of each pool and time, and of each berth, are taken besides those that a first rough plan needs. */
const bestOfTime = 3;
const bestOfBerth = 10;

/**
 * A few ways to begin with: the cheapest of each pool and time, of each berth, and those of a rough plan that gives each
 * berth the cheapest people left. What is missing is found by pricing: a poor choice here costs time, not truth.
 */
export function firstWays(condensed: Condensed, weights: readonly number[]): number[] {
  const { ways, berths, burdenLevel } = condensed;
  const costs = new Float64Array(ways.count);
  for (const [k, adds] of ways.adds.entries()) {
    const weight = k === burdenLevel ? 0 : (weights[k] ?? 0);
    for (let way = 0; way < ways.count; way++) costs[way] = (costs[way] ?? 0) + weight * (adds[way] ?? 0);
  }
  const cheapest = Int32Array.from({ length: ways.count }, (_, way) => way).sort(
    (a, b) => (costs[a] ?? 0) - (costs[b] ?? 0) || a - b,
  );
  const taken = new Uint8Array(ways.count);
  const ofTime = new Map<number, number>();
  const ofBerth = new Int32Array(berths.length);
  const lacking = Float64Array.from(berths, (berth) => berth.people);
  const left = Float64Array.from(condensed.most);
  for (const way of cheapest) {
    const time = ways.time[way] ?? 0;
    const berth = ways.berth[way] ?? 0;
    const people = Math.min(lacking[berth] ?? 0, roomFor(condensed, way, left));
    if (people > 0) {
      take(condensed, way, people, left);
      lacking[berth] = (lacking[berth] ?? 0) - people;
    }
    const [inTime, inBerth] = [ofTime.get(time) ?? 0, ofBerth[berth] ?? 0];
    if (people === 0 && inTime >= bestOfTime && inBerth >= bestOfBerth) continue;
    taken[way] = 1;
    ofTime.set(time, inTime + 1);
    ofBerth[berth] = inBerth + 1;
  }
  return [...taken.keys()].filter((way) => taken[way] === 1);
}

/** How many more whole people the rows of a way leave room for. */
export function roomFor({ ways }: Condensed, way: number, left: Float64Array): number {
  let people = Number.POSITIVE_INFINITY;
  const end = ways.starts[way + 1] ?? 0;
  for (let i = ways.starts[way] ?? 0; i < end; i++)
    people = Math.min(people, Math.floor((left[ways.touched[i] ?? 0] ?? 0) / (ways.coefficients[i] ?? 1)));
  return Math.max(0, people);
}

export function take({ ways }: Condensed, way: number, people: number, left: Float64Array): void {
  const end = ways.starts[way + 1] ?? 0;
  for (let i = ways.starts[way] ?? 0; i < end; i++) {
    const row = ways.touched[i] ?? 0;
    left[row] = (left[row] ?? 0) - (ways.coefficients[i] ?? 0) * people;
  }
}
