import type { LinearModel, Objective } from '@muster/plan';
import { compileProblem, type FlowNetwork, openUses, type PlanProblem } from '@muster/plan/problem';

/**
 * A problem that is a pure network, every use an arc: source, lender in a stretch of time, pool in that stretch, line in it;
 * whoever lacks comes from the source. It is what a solver of networks is given; ours makes a smaller one with the same answer.
 */
export function plainNetwork(
  problem: PlanProblem,
  { columns, rows }: LinearModel,
  objectives: readonly Objective[],
): FlowNetwork {
  const c = compileProblem(problem);
  const uses = openUses(c);
  const stretches = c.stretches.length;
  const [L, P, S] = [problem.lenders.length * stretches, c.pools.length * stretches, c.slots.length];
  const lenderNode = (lender: number, t: number) => 1 + lender * stretches + t;
  const poolNode = (pool: number, t: number) => 1 + L + pool * stretches + t;
  const slotNode = (slot: number) => 1 + L + P + slot;
  const stretchOf = (use: number) => c.slots[uses.slot[use] ?? 0]?.stretch ?? 0;
  const arcs = uses.count + S + P + L;
  const [tail, head, upper] = [new Int32Array(arcs), new Int32Array(arcs), new Int32Array(arcs)];
  const supply = new Int32Array(1 + L + P + S);
  for (const [column, { high }] of columns.entries()) upper[column] = high;
  for (let use = 0; use < uses.count; use++) {
    tail[use] = poolNode(uses.pool[use] ?? 0, stretchOf(use));
    head[use] = slotNode(uses.slot[use] ?? 0);
  }
  for (let slot = 0; slot < S; slot++) {
    const people = upper[uses.count + slot] ?? 0;
    head[uses.count + slot] = slotNode(slot);
    supply[slotNode(slot)] = -people;
    supply[0] = (supply[0] ?? 0) + people;
  }
  for (const [p, { people }] of c.pools.entries()) {
    for (let t = 0; t < stretches; t++) {
      const arc = uses.count + S + p * stretches + t;
      tail[arc] = lenderNode(c.lenderOf[p] ?? 0, t);
      head[arc] = poolNode(p, t);
      upper[arc] = people;
    }
  }
  const lenderArc = uses.count + S + P;
  for (let l = 0; l < L; l++) {
    head[lenderArc + l] = 1 + l;
    upper[lenderArc + l] = supply[0] ?? 0;
  }
  for (const { id, high, terms } of rows) {
    const [use] = terms[0] ?? [];
    if (!id.startsWith('reserve-floor') || use === undefined) continue;
    const lender = c.lenderOf[uses.pool[use] ?? 0] ?? 0;
    upper[lenderArc + lender * stretches + stretchOf(use)] = high;
  }
  const costs = objectives.map(({ terms }) => {
    const cost = new Float64Array(arcs);
    for (const [column, coefficient] of terms) cost[column] = coefficient;
    return cost;
  });
  return { nodes: supply.length, supply, tail, head, lower: new Int32Array(arcs), upper, costs };
}
