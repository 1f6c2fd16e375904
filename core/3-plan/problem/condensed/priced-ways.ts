import type { LinearPlan } from './linear-plan.ts';

/** Smaller gains than this, beside the size of the cost, are a solver's rounding. */
const leastGain = 1e-9;
/** How many ways of each pool and time are shown to the solver at once. */
const mostOfEach = 2;

/** The ways not shown yet that would make the costs less: the best few of each pool and time. */
export function wantedWays(plan: LinearPlan): number[] {
  const { columnOf } = plan;
  const { time } = plan.condensed.ways;
  const sizes = costsOfWays(plan);
  const costs = reducedCosts(plan, true, sizes.slice());
  const atTime = new Map<number, number[]>();
  for (let way = 0; way < costs.length; way++) {
    if ((columnOf[way] ?? 0) >= 0 || (costs[way] ?? 0) >= -leastGain * (100 + Math.abs(sizes[way] ?? 0))) continue;
    const ways = atTime.get(time[way] ?? 0);
    if (ways) ways.push(way);
    else atTime.set(time[way] ?? 0, [way]);
  }
  const better = (a: number, b: number) => (costs[a] ?? 0) - (costs[b] ?? 0) || a - b;
  return [...atTime.values()].flatMap((ways) => ways.sort(better).slice(0, mostOfEach));
}

/**
 * What a person in a way costs less what berths, lenders and limits make of it, and, unless only others' rows are asked
 * for, what its own pool does.
 */
export function reducedCosts(plan: LinearPlan, withPool: boolean, costs = costsOfWays(plan)): Float64Array {
  const { duals } = plan;
  const { ways, berths, rows, ofPool } = plan.condensed;
  const addedAt = addedPrices(plan, withPool);
  const prices = duals.slice(berths.length, berths.length + rows.length);
  if (!withPool) for (let row = 0; row < prices.length; row++) if (ofPool[row] === 1) prices[row] = 0;
  for (let way = 0; way < ways.count; way++) {
    let cost = (costs[way] ?? 0) - (duals[ways.berth[way] ?? 0] ?? 0) - (addedAt[ways.time[way] ?? 0] ?? 0);
    const end = ways.starts[way + 1] ?? 0;
    for (let i = ways.starts[way] ?? 0; i < end; i++)
      cost -= (prices[ways.touched[i] ?? 0] ?? 0) * (ways.coefficients[i] ?? 0);
    costs[way] = cost;
  }
  return costs;
}

/** What one more person at a time of a pool takes from the costs, before its pool's own rows: at the best of its ways. */
export function gainsAtTimes(plan: LinearPlan): Float64Array {
  const { ways, model } = plan.condensed;
  const gains = new Float64Array(model.c.pools.length * model.c.stretches.length);
  const costs = reducedCosts(plan, false);
  for (let way = 0; way < costs.length; way++) {
    const time = ways.time[way] ?? 0;
    gains[time] = Math.max(gains[time] ?? 0, -(costs[way] ?? 0));
  }
  return gains;
}

function costsOfWays(plan: LinearPlan): Float64Array {
  const { ways, burdenLevel } = plan.condensed;
  const worths = plan.worths();
  const costs = new Float64Array(ways.count);
  for (const [k, adds] of ways.adds.entries()) {
    const weight = k === burdenLevel ? 0 : (worths[k] ?? 0);
    if (weight !== 0)
      for (let way = 0; way < ways.count; way++) costs[way] = (costs[way] ?? 0) + weight * (adds[way] ?? 0);
  }
  return costs;
}

/** What the added rows make of a person at each time; rows that only whole people keep are their pool's own. */
function addedPrices(plan: LinearPlan, withPool: boolean): Float64Array {
  const { model } = plan.condensed;
  const prices = new Float64Array(model.c.pools.length * model.c.stretches.length);
  for (const [i, row] of plan.added.entries()) {
    const dual = plan.dualOfAdded(i);
    if (dual === 0 || (row.whole === undefined && !withPool)) continue;
    for (const { time, coefficient } of row.times) prices[time] = (prices[time] ?? 0) + dual * coefficient;
  }
  return prices;
}
