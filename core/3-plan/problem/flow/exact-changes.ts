import type { CompiledProblem } from '../compile-problem.ts';
import type { PeopleInUses } from '../evaluate.ts';
import type { PriceProof } from '../solved-problem.ts';
import type { Uses } from '../uses.ts';
import { cheapestWays, type PricedFlow, type Ways } from './cheapest-way.ts';
import { useCosts } from './hubs.ts';
import { levelsOfNetwork } from './plain-network.ts';
import { priceNodes } from './price-nodes.ts';
import { priceHubs } from './priced-hubs.ts';
import { flowOf, networkMaker, type StretchNetwork } from './stretch-network.ts';

/** One pool in one slot under one kind, by number. */
export interface OneUse {
  readonly pool: number;
  readonly slot: number;
  readonly kind: number;
}

/** What a change of one person costs, level by level; and who is there instead: another pool, or nobody. */
export interface ExactChange {
  readonly costs: readonly number[];
  readonly instead?: { readonly pool: number; readonly kind: number } | 'nobody';
}

/** Exact answers about the best plan of a pure network. */
export interface ExactChanges {
  /** The best plan with one more in a use than now, beside the best plan; undefined when there is none. */
  oneMore(use: OneUse): ExactChange | undefined;
  /** The same with one fewer, where there is somebody. */
  oneFewer(use: OneUse): ExactChange | undefined;
  /** What one more of each other pool in a slot costs that has nobody there; and one more lacking. */
  others(slot: number): readonly (ExactChange & { readonly use: OneUse | 'nobody' })[];
}

/**
 * A best plan with one person more in a use is the plan that is best now, with one unit moved once around the cheapest circle
 * through that use. So each answer is one search for a cheapest way, and exact. Undefined where the problem is no pure network.
 */
export function exactChanges(
  c: CompiledProblem,
  uses: Uses,
  people: PeopleInUses,
  proof: PriceProof,
): ExactChanges | undefined {
  const levels = levelsOfNetwork(c);
  if (!levels) return undefined;
  const nodes = priceNodes(c);
  const prices = [proof.reach, ...proof.levels].map((price) => new Float64Array(price));
  const makeNetwork = networkMaker(c, levels);
  const costOf = useCosts(c, levels);
  const changes = levels.findIndex((level) => level.level === 'changes');

  /** The stretch of a slot with its flow and the prices of all its nodes; the use apart from all others. */
  const open = (slot: number, pool = -1): PricedFlow & { readonly made: StretchNetwork } => {
    const made = makeNetwork(c.slots[slot]?.stretch ?? 0, { pool, slot });
    const { hubs, network, priceNode, firstHub, firstWork } = made;
    const { cheapest, dearest } = priceHubs(hubs, nodes, prices);
    const all = prices.map((price, k) => {
      const own = new Float64Array(network.nodes);
      for (const [node, of] of priceNode.entries()) own[node] = price[of] ?? 0;
      for (let hub = 0; hub < hubs.kinds.length; hub++) own[firstHub + hub] = cheapest.at(hub, k);
      for (let work = 0; work < hubs.workCount; work++) own[firstWork + work] = -dearest.at(work, k);
      return own;
    });
    return { made, network, prices: all, flow: flowOf(c, made, uses, people) };
  };
  /** What a way costs, without the prices of its ends. */
  const trueCosts = ({ prices: at }: PricedFlow, ways: Ways, from: number, to: number): number[] =>
    levels.map((_, k) => ways.costs.at(to, k + 1) - (at[k + 1]?.[from] ?? 0) + (at[k + 1]?.[to] ?? 0));

  const costsOf = ({ pool, slot, kind }: OneUse, kept: boolean): number[] =>
    levels.map((_, k) => costOf(k, pool, slot, kind) - (kept && k === changes ? 2 : 0));
  const sum = (one: readonly number[], other: readonly number[]) => one.map((n, k) => n + (other[k] ?? 0));

  const oneMore = (use: OneUse): ExactChange | undefined => {
    const opened = open(use.slot, use.pool);
    const { made, flow, network } = opened;
    const own = arcsOfUse(made, use);
    const arc = own.find((one) => (flow[one] ?? 0) < (network.upper[one] ?? 0));
    const [from, to] = [nodeOfSlot(made, use.slot), nodeOfPool(made, use.pool)];
    if (arc === undefined) return undefined;
    const ways = cheapestWays(opened, from, to, (one) => own.includes(one));
    if (ways.stepTo(to) === undefined) return undefined;
    return { costs: sum(costsOf(use, arc >= made.arcs.direct), trueCosts(opened, ways, from, to)) };
  };

  const oneFewer = (use: OneUse): ExactChange | undefined => {
    const opened = open(use.slot, use.pool);
    const { made, flow, network } = opened;
    const own = arcsOfUse(made, use);
    const arc = own.findLast((one) => (flow[one] ?? 0) > (network.lower[one] ?? 0));
    const [from, to] = [nodeOfPool(made, use.pool), nodeOfSlot(made, use.slot)];
    if (arc === undefined) return undefined;
    const ways = cheapestWays(opened, from, to, (one) => own.includes(one));
    if (ways.stepTo(to) === undefined) return undefined;
    const freed = costsOf(use, arc >= made.arcs.direct).map((cost) => -cost);
    const instead = whoComes(made, ways, to, uses, people);
    return { costs: sum(freed, trueCosts(opened, ways, from, to)), ...(instead !== undefined && { instead }) };
  };

  const others = (slot: number): (ExactChange & { readonly use: OneUse | 'nobody' })[] => {
    const opened = open(slot);
    const { made, flow, network } = opened;
    const { members, pairs, kinds, workOf, slots } = made.hubs;
    const from = nodeOfSlot(made, slot);
    const there = new Set<number>();
    for (const use of people.keys()) if (uses.slot[use] === slot) there.add(uses.pool[use] ?? 0);
    const work = workOf[slots.indexOf(slot)];
    const open_ = new Set(pairs.people.filter((_, i) => pairs.work[i] === work));
    const ways = cheapestWays(opened, from);
    const found: (ExactChange & { readonly use: OneUse | 'nobody' })[] = [];
    for (const [i, pool] of members.pool.entries()) {
      const hub = members.hub[i] ?? 0;
      const to = nodeOfPool(made, pool);
      if (there.has(pool) || !open_.has(hub) || ways.stepTo(to) === undefined) continue;
      const use = { pool, slot, kind: kinds[hub] ?? 0 };
      const kept = made.direct.some(
        (one) => one.kept && one.pool === pool && one.slot === slot && one.kind === use.kind,
      );
      found.push({ use, costs: sum(costsOf(use, kept), trueCosts(opened, ways, from, to)) });
    }
    const lacking = made.arcs.lacking + slots.indexOf(slot);
    const lost = (flow[lacking] ?? 0) > 0 ? cheapestWays(opened, from, 0, (arc) => arc === lacking) : ways;
    if (lost.stepTo(0) !== undefined)
      found.push({
        use: 'nobody',
        costs: sum(
          levels.map((_, k) => network.costs[k]?.[lacking] ?? 0),
          trueCosts(opened, lost, from, 0),
        ),
      });
    return found;
  };
  return { oneMore, oneFewer, others };
}

const nodeOfPool = ({ pools, firstPool }: StretchNetwork, pool: number): number => firstPool + pools.indexOf(pool);
const nodeOfSlot = ({ hubs, firstSlot }: StretchNetwork, slot: number): number => firstSlot + hubs.slots.indexOf(slot);

/** The arcs of a use that stands apart: those of whoever was kept or is pinned, if anybody is, then that between its two hubs. */
function arcsOfUse({ hubs, arcs, direct }: StretchNetwork, { pool, slot, kind }: OneUse): number[] {
  const { members, kinds, pairs, workOf, slots } = hubs;
  const work = workOf[slots.indexOf(slot)];
  const own = direct.flatMap((one, i) =>
    one.pool === pool && one.slot === slot && one.kind === kind ? [arcs.direct + i] : [],
  );
  for (const [i, hub] of pairs.people.entries()) {
    if (pairs.work[i] === work && kinds[hub] === kind && members.pool[members.hub.indexOf(hub)] === pool)
      own.push(arcs.pairs + i);
  }
  return own;
}

/** Who comes to a slot at the end of a way; where somebody of a hub moves over, one of those who were where it comes from. */
function whoComes(
  { hubs, arcs, direct, firstHub, firstWork, network }: StretchNetwork,
  ways: Ways,
  slot: number,
  uses: Uses,
  people: PeopleInUses,
): ExactChange['instead'] {
  const { members, kinds, pairs, workOf, slots } = hubs;
  const last = ways.stepTo(slot) ?? -1;
  if (last >= arcs.direct) return direct[last - arcs.direct];
  if (last >= arcs.lacking) return 'nobody';
  const pair = (ways.stepTo(network.tail[last] ?? -1) ?? -1) - arcs.pairs;
  const hub = pairs.people[pair];
  if (hub === undefined) return undefined;
  const kind = kinds[hub] ?? 0;
  const before = ways.stepTo(firstHub + hub) ?? -1;
  if (before >= 0) return { pool: members.pool[before - arcs.members] ?? 0, kind };
  const workLeft = (network.head[-2 - before] ?? 0) - firstWork;
  const ofHub = new Set(members.pool.filter((_, i) => members.hub[i] === hub));
  for (const use of people.keys()) {
    const at = slots.indexOf(uses.slot[use] ?? -1);
    if (at >= 0 && workOf[at] === workLeft && uses.kind[use] === kind && ofHub.has(uses.pool[use] ?? -1))
      return { pool: uses.pool[use] ?? 0, kind };
  }
  return undefined;
}
