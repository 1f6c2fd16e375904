import type { CompiledProblem } from '../compile-problem.ts';
import type { PeopleInUses } from '../evaluate.ts';
import type { Level } from '../levels/level.ts';
import { reserveFloor } from '../rows/reserve-floor.ts';
import { useNumber } from '../use-numbers.ts';
import type { Uses } from '../uses.ts';
import { type DirectUse, directUses } from './direct-uses.ts';
import type { FlowNetwork } from './flow-port.ts';
import { type Hubs, hubMaker, useCosts } from './hubs.ts';
import { priceNodes } from './price-nodes.ts';
import { type Apart, standApart } from './stand-apart.ts';

/**
 * One stretch of a problem as a network: from the source to lenders (all but their reserve), to their pools, through people
 * hubs and work hubs to the slots; and from the source to each slot those who lack. Nothing but lines that are served
 * throughout ties one stretch to another, so each is a network by itself.
 */
export interface StretchNetwork {
  readonly hubs: Hubs;
  readonly network: FlowNetwork;
  /** The node that prices speak of, for each of the first nodes; hubs come after them and have none. */
  readonly priceNode: Int32Array;
  /** The first node behind which people hubs, and then work hubs, stand. */
  readonly firstHub: number;
  readonly firstWork: number;
  /** The pools that have a node, after the source and the lenders. */
  readonly pools: Int32Array;
  readonly firstPool: number;
  readonly firstSlot: number;
  /** The first arc of each kind; they follow one another in this order. */
  readonly arcs: {
    readonly lenders: 0;
    readonly pools: number;
    readonly members: number;
    readonly pairs: number;
    readonly fills: number;
    readonly lacking: number;
    readonly direct: number;
  };
  /** Uses with an arc of their own besides the way through the hubs. */
  readonly direct: readonly DirectUse[];
}

export type NetworkMaker = (stretch: number, apart?: Apart) => StretchNetwork;

/** Makes the network of any stretch of a problem that is a pure network; `levelsOfNetwork` tells. */
export function networkMaker(c: CompiledProblem, levels: readonly Level[]): NetworkMaker {
  const makeHubs = hubMaker(c, levels);
  const nodes = priceNodes(c);
  const reserve = reserveFloor(c);
  const changes = levels.findIndex((level) => level.level === 'changes');
  const allDirect = directUses(c, changes >= 0);
  const costOf = useCosts(c, levels);
  const lenders = c.problem.lenders.length;

  return (stretch, apart) => {
    const hubs = apart ? standApart(makeHubs(stretch), apart) : makeHubs(stretch);
    const { members, slots, workOf, workCount, pairs } = hubs;
    const firstPool = 1 + lenders;
    const nodeOfPool = new Int32Array(c.pools.length).fill(-1);
    const pools: number[] = [];
    for (const pool of members.pool) if (nodeOfPool[pool] === -1) nodeOfPool[pool] = firstPool + pools.push(pool) - 1;
    const firstSlot = firstPool + pools.length;
    const firstHub = firstSlot + slots.length;
    const firstWork = firstHub + hubs.kinds.length;
    const count = firstWork + workCount;
    const nodeOfSlot = new Map(Array.from(slots, (slot, i) => [slot, firstSlot + i]));
    const direct = allDirect.filter(({ pool, slot }) => nodeOfSlot.has(slot) && (nodeOfPool[pool] ?? -1) >= 0);

    const first = { lenders: 0, pools: lenders, members: lenders + pools.length } as const;
    const pairsFrom = first.members + members.pool.length;
    const fills = pairsFrom + pairs.people.length;
    const lacking = fills + slots.length;
    const arcs = { ...first, pairs: pairsFrom, fills, lacking, direct: lacking + slots.length };
    const all = arcs.direct + direct.length;
    const [tail, head, lower, upper] = [0, 1, 2, 3].map(() => new Int32Array(all)) as [
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    const costs = levels.map(() => new Float64Array(all));
    const put = (arc: number, from: number, to: number, most: number) => {
      tail[arc] = from;
      head[arc] = to;
      upper[arc] = most;
    };
    const price = (arc: number, of: (k: number) => number) => {
      for (let k = 0; k < levels.length; k++) (costs[k] as Float64Array)[arc] = of(k);
    };

    const supply = new Int32Array(count);
    const priceNode = new Int32Array(firstHub);
    for (let lender = 0; lender < lenders; lender++) {
      priceNode[1 + lender] = nodes.lender(lender, stretch);
      put(lender, 0, 1 + lender, reserve.high(lender * c.stretches.length + stretch));
    }
    for (const [i, pool] of pools.entries()) {
      priceNode[firstPool + i] = nodes.pool(pool, stretch);
      put(arcs.pools + i, 1 + (c.lenderOf[pool] ?? 0), firstPool + i, c.pools[pool]?.people ?? 0);
    }
    // What comes after a pool, and before a slot, is never its own limit: so no price has to account for it.
    for (let i = 0; i < members.pool.length; i++) {
      const pool = members.pool[i] ?? 0;
      const arc = arcs.members + i;
      put(arc, nodeOfPool[pool] ?? 0, firstHub + (members.hub[i] ?? 0), (c.pools[pool]?.people ?? 0) + 1);
    }
    for (let k = 0; k < levels.length; k++) {
      costs[k]?.set(members.costs[k] ?? [], arcs.members);
      costs[k]?.set(pairs.costs[k] ?? [], arcs.pairs);
    }
    let asked = 0;
    for (const [i, slot] of slots.entries()) {
      const people = c.lines[c.slots[slot]?.line ?? 0]?.people ?? 0;
      asked += people;
      priceNode[firstSlot + i] = nodes.slot(slot);
      supply[firstSlot + i] = -people;
      put(arcs.fills + i, firstWork + (workOf[i] ?? 0), firstSlot + i, people + 1);
      put(arcs.lacking + i, 0, firstSlot + i, people + 1);
      price(arcs.lacking + i, (k) => levels[k]?.perLacking(slot) ?? 0);
    }
    supply[0] = asked;
    for (let i = 0; i < pairs.people.length; i++) {
      put(arcs.pairs + i, firstHub + (pairs.people[i] ?? 0), firstWork + (pairs.work[i] ?? 0), asked + 1);
    }
    // Each kept person is one change fewer; whoever comes besides is one more.
    for (const [i, { pool, slot, kind, least, most, kept }] of direct.entries()) {
      put(arcs.direct + i, nodeOfPool[pool] ?? 0, nodeOfSlot.get(slot) ?? 0, most);
      lower[arcs.direct + i] = least;
      price(arcs.direct + i, (k) => costOf(k, pool, slot, kind) - (kept && k === changes ? 2 : 0));
    }
    const network = { nodes: count, supply, tail, head, lower, upper, costs };
    const places = { priceNode, firstHub, firstWork, pools: Int32Array.from(pools), firstPool, firstSlot };
    return { hubs, network, ...places, arcs, direct };
  };
}

/** So many people of a pool in a slot under a kind. */
type Put = (pool: number, slot: number, kind: number, people: number) => void;

/**
 * Tells who is where in a flow. Through hubs it tells only how many go from one to the other: pools and slots behind the
 * same two hubs are matched in their order, since who takes whose place there makes no difference.
 */
export function readFlow(made: StretchNetwork, flow: Int32Array, put: Put): void {
  const { hubs, arcs, direct } = made;
  const { members, slots, workOf, pairs, kinds } = hubs;
  for (const [i, { pool, slot, kind }] of direct.entries()) {
    const n = flow[arcs.direct + i] ?? 0;
    if (n > 0) put(pool, slot, kind, n);
  }
  const pooled = queues(hubs.kinds.length, members.hub, (i) => flow[arcs.members + i] ?? 0);
  const wanted = queues(hubs.workCount, workOf, (i) => flow[arcs.fills + i] ?? 0);
  for (let i = 0; i < pairs.people.length; i++) {
    const hub = pairs.people[i] ?? 0;
    for (let left = flow[arcs.pairs + i] ?? 0; left > 0; ) {
      const from = pooled.at(hub);
      const to = wanted.at(pairs.work[i] ?? 0);
      const n = Math.min(left, pooled.left(from), wanted.left(to));
      // More people going through a hub than come to it are nobody: whoever checks the flow finds them lacking.
      if (!(n > 0)) break;
      pooled.take(hub, from, n);
      wanted.take(pairs.work[i] ?? 0, to, n);
      put(members.pool[from] ?? 0, slots[to] ?? 0, kinds[hub] ?? 0, n);
      left -= n;
    }
  }
}

/** Things that stand behind hubs, each with so many people, taken in their order. */
function queues(hubCount: number, hubOf: Int32Array, peopleOf: (thing: number) => number) {
  const people = Int32Array.from(hubOf, (_, i) => peopleOf(i));
  const behind = Array.from({ length: hubCount }, (): number[] => []);
  for (let i = 0; i < hubOf.length; i++) if ((people[i] ?? 0) > 0) behind[hubOf[i] ?? 0]?.push(i);
  const next = new Int32Array(hubCount);
  return {
    at: (hub: number): number => behind[hub]?.[next[hub] ?? 0] ?? -1,
    left: (thing: number): number => people[thing] ?? 0,
    take(hub: number, thing: number, n: number): void {
      people[thing] = (people[thing] ?? 0) - n;
      if (people[thing] === 0) next[hub] = (next[hub] ?? 0) + 1;
    },
  };
}

/** What every arc of a stretch carries, when people are in their uses; each of them is open. */
export function flowOf(c: CompiledProblem, made: StretchNetwork, uses: Uses, people: PeopleInUses): Int32Array {
  const { hubs, network, arcs, direct, pools, firstSlot } = made;
  const { members, slots, workOf, workCount, pairs } = hubs;
  const kindCount = c.kinds.length;
  const flow = new Int32Array(network.tail.length);
  const add = (arc: number, n: number) => {
    flow[arc] = (flow[arc] ?? 0) + n;
  };
  const placeOfPool = new Map(Array.from(pools, (pool, i) => [pool, i]));
  const placeOfSlot = new Map(Array.from(slots, (slot, i) => [slot, i]));
  const member = new Map(
    Array.from(members.pool, (pool, i) => [pool * kindCount + (hubs.kinds[members.hub[i] ?? 0] ?? 0), i]),
  );
  const pair = new Map(Array.from(pairs.people, (hub, i) => [hub * workCount + (pairs.work[i] ?? 0), i]));
  const directOf = new Map<number, number[]>();
  for (const [i, { pool, slot, kind }] of direct.entries()) {
    const number = useNumber(c, pool, slot, kind);
    directOf.set(number, [...(directOf.get(number) ?? []), i]);
  }
  for (const i of slots.keys()) flow[arcs.lacking + i] = -(network.supply[firstSlot + i] ?? 0);
  for (const [use, n] of people) {
    const [pool, slot, kind] = [uses.pool[use] ?? 0, uses.slot[use] ?? 0, uses.kind[use] ?? 0];
    const s = placeOfSlot.get(slot);
    if (s === undefined) continue;
    const p = placeOfPool.get(pool) ?? 0;
    add(arcs.lacking + s, -n);
    add(arcs.pools + p, n);
    add((network.tail[arcs.pools + p] ?? 1) - 1, n);
    // Whoever was kept first, then the rest of the pinned, and all others through the hubs.
    let rest = n;
    for (const i of directOf.get(useNumber(c, pool, slot, kind)) ?? []) {
      const there = Math.min(rest, direct[i]?.most ?? 0);
      add(arcs.direct + i, there);
      rest -= there;
    }
    if (rest === 0) continue;
    const m = member.get(pool * kindCount + kind) ?? -1;
    const w = pair.get((members.hub[m] ?? -1) * workCount + (workOf[s] ?? 0)) ?? -1;
    add(arcs.members + m, rest);
    add(arcs.pairs + w, rest);
    add(arcs.fills + s, rest);
  }
  return flow;
}
