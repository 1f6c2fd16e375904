import type { PeopleInUses } from '../evaluate.ts';
import { mostTeams, type ProblemModel } from '../problem-model.ts';
import type { FlowNetwork } from './flow-port.ts';

/** A problem as a pure network, and how its arcs are numbered: uses first, then people lacking, then what holds them. */
export interface ProblemNetwork {
  readonly network: FlowNetwork;
  /** People on every arc that follow from the people in their uses. */
  flowOf(people: PeopleInUses): Int32Array;
}

/**
 * The problem as a network, where it is one: people of a lender (less its reserve) to its pools, from each pool to the
 * slots, time by time, and to each slot from nowhere those who lack. Undefined where something ties uses together in
 * another way: teams, tours, minimums, people-days, pins or conditions.
 */
export function asNetwork(model: ProblemModel): ProblemNetwork | undefined {
  const { c, uses, levels, families } = model;
  const { problem } = c;
  const tied =
    problem.limits.length > 0 ||
    problem.pins.length > 0 ||
    problem.mostChanges !== undefined ||
    // A level with rows of its own is told by more than people and those lacking.
    levels.some((level) => level.family !== undefined) ||
    c.pools.some((pool) => (pool.teamSize ?? 1) > 1 || pool.mostPersonDays !== undefined) ||
    c.lines.some((line, l) => (line.minimum ?? 0) > 0 || (line.throughout && slotsOf(c.slotStart, l) > 1));
  if (tied) return undefined;

  const stretches = c.stretches.length;
  const [L, P, S] = [problem.lenders.length * stretches, c.pools.length * stretches, c.slots.length];
  const lenderNode = (lender: number, t: number) => 1 + lender * stretches + t;
  const poolNode = (pool: number, t: number) => 1 + L + pool * stretches + t;
  const slotNode = (slot: number) => 1 + L + P + slot;
  const arcs = uses.count + S + P + L;
  const tail = new Int32Array(arcs);
  const head = new Int32Array(arcs);
  const upper = new Int32Array(arcs);
  const costs = levels.map(() => new Float64Array(arcs));

  const stretchOf = Int32Array.from(c.slots, (slot) => slot.stretch);
  for (let use = 0; use < uses.count; use++) {
    const slot = uses.slot[use] ?? 0;
    tail[use] = poolNode(uses.pool[use] ?? 0, stretchOf[slot] ?? 0);
    head[use] = slotNode(slot);
    upper[use] = mostTeams(model, use);
    for (const [k, level] of levels.entries()) (costs[k] as Float64Array)[use] = level.perPerson(uses, use);
  }
  const supply = new Int32Array(1 + L + P + S);
  for (let slot = 0; slot < S; slot++) {
    const people = c.lines[c.slots[slot]?.line ?? 0]?.people ?? 0;
    const arc = uses.count + slot;
    head[arc] = slotNode(slot);
    upper[arc] = people;
    for (const [k, level] of levels.entries()) (costs[k] as Float64Array)[arc] = level.perLacking(slot);
    supply[slotNode(slot)] = -people;
    supply[0] = (supply[0] ?? 0) + people;
  }
  const reserve = families.find((family) => family.id === 'reserve-floor');
  for (let t = 0; t < stretches; t++) {
    for (const [p, pool] of c.pools.entries()) {
      const arc = uses.count + S + p * stretches + t;
      tail[arc] = lenderNode(c.lenderOf[p] ?? 0, t);
      head[arc] = poolNode(p, t);
      upper[arc] = pool.people;
    }
    for (let lender = 0; lender < problem.lenders.length; lender++) {
      const arc = uses.count + S + P + lender * stretches + t;
      head[arc] = lenderNode(lender, t);
      upper[arc] = reserve?.high(lender * stretches + t) ?? 0;
    }
  }
  const network = { nodes: supply.length, supply, tail, head, lower: new Int32Array(arcs), upper, costs };

  return {
    network,
    flowOf: (people) => {
      const flow = new Int32Array(arcs);
      for (let slot = 0; slot < S; slot++) flow[uses.count + slot] = upper[uses.count + slot] ?? 0;
      const add = (arc: number, n: number) => {
        flow[arc] = (flow[arc] ?? 0) + n;
      };
      for (const [use, n] of people) {
        const slot = uses.slot[use] ?? 0;
        const t = stretchOf[slot] ?? 0;
        const pool = uses.pool[use] ?? 0;
        add(use, n);
        add(uses.count + slot, -n);
        add(uses.count + S + pool * stretches + t, n);
        add(uses.count + S + P + (c.lenderOf[pool] ?? 0) * stretches + t, n);
      }
      return flow;
    },
  };
}

const slotsOf = (slotStart: Int32Array, l: number): number => (slotStart[l + 1] ?? 0) - (slotStart[l] ?? 0);
