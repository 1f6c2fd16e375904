import type { CompiledProblem } from '../compile-problem.ts';
import type { PeopleInUses } from '../evaluate.ts';
import type { Level } from '../levels/level.ts';
import { reserveFloor } from '../rows/reserve-floor.ts';
import type { PriceProof } from '../solved-problem.ts';
import { useNumber } from '../use-numbers.ts';
import type { Uses } from '../uses.ts';
import { directUses } from './direct-uses.ts';
import { hubMaker, useCosts } from './hubs.ts';
import { levelsOfNetwork } from './plain-network.ts';
import { type PriceNodes, priceNodes } from './price-nodes.ts';
import { priceHubs } from './priced-hubs.ts';

/** Whole numbers up to here can be added four at a time without rounding. */
const largestExact = 2 ** 51;

/**
 * Why prices do not prove a plan best on every level, in words; undefined when they do. The plan keeps all rules; that is
 * checked elsewhere.
 *
 * Every way a person can go has a reduced cost: its cost, plus the price of the node it leaves, less that of the node it
 * enters, level by level. The first level that is not zero decides. Weighed by reduced costs instead of costs all plans
 * differ by the same, so a plan is best when nobody goes a way whose reduced cost is above zero, and all who can go every way
 * whose reduced cost is below. Open uses are looked at all, hub by hub: the best of a hub's members with the best of the
 * other's slots is no worse than any of them.
 */
export function disproveByPrices(
  c: CompiledProblem,
  uses: Uses,
  people: PeopleInUses,
  proof: PriceProof,
): string | undefined {
  const levels = levelsOfNetwork(c);
  if (!levels) return 'prices prove a plan only where nothing ties uses together, and here something does';
  const nodes = priceNodes(c);
  const prices = [proof.reach, ...proof.levels].map((price) => new Float64Array(price));
  if (prices.length !== levels.length + 1)
    return `there are ${levels.length} levels, and prices for ${prices.length - 1}`;
  for (const price of prices) {
    if (price.length !== nodes.count) return `there are ${nodes.count} nodes, and ${price.length} prices`;
    if (!price.every((p) => Number.isInteger(p) && Math.abs(p) <= largestExact))
      return 'a price is no whole number up to 2^51';
  }
  const plan = { c, levels, uses, people, nodes, way: wayReader(prices) };
  return findBetterGiving(plan) ?? findBetterThere(plan) ?? findBetterUse(plan, prices);
}

interface Priced {
  readonly c: CompiledProblem;
  readonly levels: readonly Level[];
  readonly uses: Uses;
  readonly people: PeopleInUses;
  readonly nodes: PriceNodes;
  readonly way: Way;
}

/** Whether one person more on a way makes a plan better (-1), as good (0) or worse (1); the way's cost level by level. */
type Way = (from: number, to: number, costOf: (k: number) => number) => -1 | 0 | 1;

const wayReader =
  (prices: readonly Float64Array[]): Way =>
  (from, to, costOf) => {
    for (let k = 0; k < prices.length; k++) {
      const price = prices[k] as Float64Array;
      const reduced = (k === 0 ? 0 : costOf(k - 1)) + (price[from] ?? 0) - (price[to] ?? 0);
      if (reduced !== 0) return reduced < 0 ? -1 : 1;
    }
    return 0;
  };

const free = () => 0;

/** A lender or a pool that should give more or fewer. */
function findBetterGiving({ c, uses, people, nodes, way }: Priced): string | undefined {
  const times = c.stretches.length;
  const ofPool = new Float64Array(c.pools.length * times);
  const ofLender = new Float64Array(c.problem.lenders.length * times);
  for (const [use, n] of people) {
    const pool = uses.pool[use] ?? 0;
    const stretch = c.slots[uses.slot[use] ?? 0]?.stretch ?? 0;
    const [p, l] = [pool * times + stretch, (c.lenderOf[pool] ?? 0) * times + stretch];
    ofPool[p] = (ofPool[p] ?? 0) + n;
    ofLender[l] = (ofLender[l] ?? 0) + n;
  }
  const reserve = reserveFloor(c);
  for (let t = 0; t < times; t++) {
    for (const [l, { lenderId }] of c.problem.lenders.entries()) {
      const gives = ofLender[l * times + t] ?? 0;
      if (isWrong(way(0, nodes.lender(l, t), free), gives, reserve.high(l * times + t)))
        return `by their prices ${lenderId} should give more or fewer than ${gives} from ${c.stretches[t]?.fromOn}`;
    }
    for (let p = 0; p < c.pools.length; p++) {
      const { poolId = '', people: most = 0 } = c.pools[p] ?? {};
      const gives = ofPool[p * times + t] ?? 0;
      if (isWrong(way(nodes.lender(c.lenderOf[p] ?? 0, t), nodes.pool(p, t), free), gives, most))
        return `by their prices ${poolId} should give more or fewer than ${gives} from ${c.stretches[t]?.fromOn}`;
    }
  }
  return undefined;
}

const isWrong = (sign: -1 | 0 | 1, there: number, most: number): boolean =>
  sign > 0 ? there !== 0 : sign < 0 && there !== most;

/** Somebody who is there, lacks or was kept, and should not, or the other way about. */
function findBetterThere({ c, levels, uses, people, nodes, way }: Priced): string | undefined {
  const lacking = Float64Array.from(c.slots, ({ line }) => c.lines[line]?.people ?? 0);
  const costOf = useCosts(c, levels);
  const changes = levels.findIndex((level) => level.level === 'changes');
  const there = new Map<number, number>();
  const direct = directUses(c, changes >= 0);
  const ofDirect = new Map<number, number>();
  for (const { pool, slot, kind, most } of direct) {
    const number = useNumber(c, pool, slot, kind);
    ofDirect.set(number, (ofDirect.get(number) ?? 0) + most);
  }
  for (const [use, n] of people) {
    const [pool, slot, kind] = [uses.pool[use] ?? 0, uses.slot[use] ?? 0, uses.kind[use] ?? 0];
    lacking[slot] = (lacking[slot] ?? 0) - n;
    const number = useNumber(c, pool, slot, kind);
    there.set(number, n);
    const from = nodes.pool(pool, c.slots[slot]?.stretch ?? 0);
    if (n > (ofDirect.get(number) ?? 0) && way(from, nodes.slot(slot), (k) => costOf(k, pool, slot, kind)) > 0)
      return `by their prices fewer of ${c.pools[pool]?.poolId} should be on ${c.lines[uses.line[use] ?? 0]?.lineId}`;
  }
  for (const { pool, slot, kind, least, most, kept } of direct) {
    // Whoever is pinned beyond those kept is there, whatever the prices; that they are is a rule.
    if (!kept || c.pools[pool]?.people === 0) continue;
    const from = nodes.pool(pool, c.slots[slot]?.stretch ?? 0);
    const sign = way(from, nodes.slot(slot), (k) => costOf(k, pool, slot, kind) - (k === changes ? 2 : 0));
    const n = Math.min(there.get(useNumber(c, pool, slot, kind)) ?? 0, most);
    if (sign > 0 ? n > least : sign < 0 && n < most)
      return `by their prices more or fewer of ${c.pools[pool]?.poolId} should be kept`;
  }
  for (const [slot, { line }] of c.slots.entries()) {
    const sign = way(0, nodes.slot(slot), (k) => levels[k]?.perLacking(slot) ?? 0);
    if (sign < 0 || (sign > 0 && lacking[slot] !== 0))
      return `by their prices more or fewer should lack on ${c.lines[line]?.lineId}`;
  }
  return undefined;
}

/** An open use that should have more. */
function findBetterUse({ c, levels, nodes }: Priced, prices: readonly Float64Array[]): string | undefined {
  const makeHubs = hubMaker(c, levels);
  for (const stretch of c.stretches.keys()) {
    const hubs = makeHubs(stretch);
    const { members, pairs } = hubs;
    const { cheapest, dearest } = priceHubs(hubs, nodes, prices);
    for (let i = 0; i < pairs.people.length; i++) {
      const [hub, work] = [pairs.people[i] ?? 0, pairs.work[i] ?? 0];
      for (let k = 0; k < prices.length; k++) {
        const reduced = cheapest.at(hub, k) + (k === 0 ? 0 : (pairs.costs[k - 1]?.[i] ?? 0)) + dearest.at(work, k);
        if (reduced > 0) break;
        if (reduced === 0) continue;
        const pool = c.pools[members.pool[cheapest.of(hub)] ?? 0]?.poolId;
        const line = c.lines[c.slots[dearest.of(work)]?.line ?? 0]?.lineId;
        return `by their prices more of ${pool} should be on ${line} from ${c.stretches[stretch]?.fromOn}`;
      }
    }
  }
  return undefined;
}
