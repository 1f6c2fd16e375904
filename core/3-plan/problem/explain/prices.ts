import type { CompiledProblem } from '../compile-problem.ts';
import { teamOf } from '../problem-model.ts';
import type { LevelProver } from './level-prover.ts';
import type { OpenPlan } from './open-plan.ts';
import { betterBy, type Move } from './worse.ts';

/** What one more of something would be worth: a shadow price, summed over all its times. */
export interface Price {
  readonly of: 'limit' | 'reserve' | 'pool' | 'pool-days';
  /** The limit, the lender or the pool. */
  readonly id: string;
  /** The law, consent, counsel or planner behind a limit, in its own words. */
  readonly words?: string;
  /** At the first level that could be better at all, and by how much at most. */
  readonly worth: Move;
}

/**
 * All that one more of would be worth something, the most important level and the most worth first. Each is an upper
 * bound: the certificates prove that one more can make the plan no better than that.
 */
export function prices(plan: OpenPlan): Price[] {
  const { c } = plan.model;
  const { problem } = c;
  const inPools = peopleInPools(c);
  const found: Price[] = [];
  const add = (of: Price['of'], id: string, takes: (prover: LevelProver) => bigint, words?: string) => {
    const worth = betterBy(plan, takes);
    if (worth) found.push({ of, id, ...(words !== undefined && { words }), worth });
  };
  const limits = rowsByThing(plan, 'limit', c.stretches.length);
  for (const [i, { limitId, words }] of problem.limits.entries()) add('limit', limitId, (p) => limits(p, i), words);
  const reserves = rowsByThing(plan, 'reserve-floor', c.stretches.length);
  for (const [i, lender] of problem.lenders.entries()) {
    if (lender.reserve > 0 && (inPools[i] ?? 0) >= lender.reserve)
      add('reserve', lender.lenderId, (prover) => reserves(prover, i));
  }
  const strength = rowsByThing(plan, 'pool-strength', c.stretches.length);
  const capped = cappedUses(plan);
  for (const [i, pool] of c.pools.entries()) {
    const lender = c.lenderOf[i] ?? 0;
    const alsoFloor = (inPools[lender] ?? 0) >= (problem.lenders[lender]?.reserve ?? 0);
    add('pool', pool.poolId, (p) => strength(p, i) + (alsoFloor ? reserves(p, lender) : 0n) + capped(p, i));
  }
  const days = rowsByThing(plan, 'pool-days', 1);
  const limited = c.pools.filter((pool) => pool.mostPersonDays !== undefined);
  for (const [i, pool] of limited.entries()) add('pool-days', pool.poolId, (prover) => days(prover, i));
  const rank = (price: Price) => plan.model.levels.findIndex((level) => level.level === price.worth.level);
  return found.sort((a, b) => rank(a) - rank(b) || b.worth.by - a.worth.by);
}

/** The multipliers of a thing's rows, of which it has so many one after the other. */
function rowsByThing({ model: { families, offsets } }: OpenPlan, id: string, times: number) {
  const first = offsets[families.findIndex((family) => family.id === id)] ?? 0;
  return (prover: LevelProver, thing: number): bigint => {
    let sum = 0n;
    for (let row = first + thing * times; row < first + (thing + 1) * times; row++) sum += prover.priceOfRow(row);
    return sum;
  };
}

/**
 * With one more in a pool each of its uses could hold one more, where the pool and not the line sets the most. Prices of
 * nodes never lean on that: by them no use with people costs less than nothing.
 */
function cappedUses({ model }: OpenPlan) {
  const { c, uses } = model;
  const usesOf = new Map<number, number[]>();
  for (let use = 0; use < uses.count; use++) {
    const p = uses.pool[use] ?? 0;
    const pool = c.pools[p];
    if (!pool || pool.people >= (c.lines[uses.line[use] ?? 0]?.people ?? 0)) continue;
    if ((pool.people + 1) % teamOf(model, use) !== 0) continue;
    const list = usesOf.get(p);
    if (list) list.push(use);
    else usesOf.set(p, [use]);
  }
  return (prover: LevelProver, pool: number): bigint => {
    let sum = 0n;
    for (const use of usesOf.get(pool) ?? []) {
      const cost = prover.costOfUse(uses, use);
      if (cost < 0n) sum -= cost * BigInt(teamOf(model, use));
    }
    return sum;
  };
}

/** People of each lender in all its pools. */
function peopleInPools(c: CompiledProblem): number[] {
  const sums = c.problem.lenders.map(() => 0);
  for (const [p, pool] of c.pools.entries()) {
    const lender = c.lenderOf[p] ?? 0;
    sums[lender] = (sums[lender] ?? 0) + pool.people;
  }
  return sums;
}
