import type { Condensed } from './condense.ts';
import { daysOfStretches } from './whole-people-cuts.ts';

/** Parts of people below this are a solver's rounding. */
const nearlyWhole = 1e-6;
/** How much a pool's people are worth keeping where they are, beside what the prices say: prices hold only nearby. */
const worthOfStaying = 0.1;
/** Up to so many times of a pool are moved by two teams; of more, by one. */
const mostTried = 6;

/** Whole people of a pool at each of its times, and what they lose against the parts of people they are made of. */
export interface WholePool {
  readonly pool: number;
  /** One a stretch. */
  readonly people: readonly number[];
  readonly loss: number;
}

/**
 * For each pool whose days or teams leave it in parts of people: the whole people nearby that are worth most by the gains
 * of its times.
 */
export function wholePools(
  condensed: Condensed,
  people: Float64Array,
  gains: Float64Array,
  decided: Uint8Array,
): WholePool[] {
  const { c } = condensed.model;
  const stretches = c.stretches.length;
  const days = daysOfStretches(condensed);
  return c.pools.flatMap((pool, p) => {
    const { mostPersonDays, teamSize = 1 } = pool;
    if (decided[p] === 1 || (mostPersonDays === undefined && teamSize === 1)) return [];
    const now = c.stretches.map((_, t) => (people[p * stretches + t] ?? 0) / teamSize);
    if (now.every(isWhole)) return [];
    const worth = c.stretches.map((_, t) => (gains[p * stretches + t] ?? 0) * teamSize);
    const takes = days.map((length) => length * teamSize);
    const best = bestNearby(now, worth, takes, Math.floor(pool.people / teamSize), mostPersonDays ?? Infinity);
    return best ? [{ pool: p, people: best.teams.map((n) => n * teamSize), loss: best.loss }] : [];
  });
}

export const isWhole = (n: number): boolean => Math.abs(n - Math.round(n)) <= nearlyWhole;

function bestNearby(
  now: readonly number[],
  worth: readonly number[],
  takes: readonly number[],
  most: number,
  mostDays: number,
): { readonly teams: readonly number[]; readonly loss: number } | undefined {
  const used = now.filter((n) => n > nearlyWhole).length;
  const steps = now.map((n) => {
    const down = Math.floor(n + nearlyWhole);
    if (n <= nearlyWhole) return [0];
    const near = isWhole(n) ? [0, -1, 1] : [0, 1, -1, 2];
    return near
      .slice(0, used > mostTried ? 2 : 4)
      .flatMap((by) => (down + by >= 0 && down + by <= most ? [down + by] : []));
  });
  const teams = now.map(() => 0);
  let best: { teams: number[]; loss: number } | undefined;
  const tryFrom = (t: number, left: number, loss: number): void => {
    if (left < 0) return;
    if (t === now.length) {
      if (!best || loss < best.loss - 1e-9) best = { teams: [...teams], loss };
      return;
    }
    for (const n of steps[t] ?? []) {
      teams[t] = n;
      const by = n - (now[t] ?? 0);
      tryFrom(t + 1, left - n * (takes[t] ?? 0), loss + (worth[t] ?? 0) * (worthOfStaying * Math.abs(by) - by));
    }
  };
  tryFrom(0, mostDays, 0);
  return best;
}
