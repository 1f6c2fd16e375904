import { type AssignedUses, usesWithPeople } from '../assigned-uses.ts';
import type { CompiledProblem } from '../compile-problem.ts';
import type { PriceProof } from '../solved-problem.ts';
import { useNumber } from '../use-numbers.ts';
import type { FlowPort } from './flow-port.ts';
import { levelsOfNetwork } from './plain-network.ts';
import { priceNodes } from './price-nodes.ts';
import { networkMaker, readFlow } from './stretch-network.ts';

/** Who is where, and what proves it. */
export interface Flowed extends AssignedUses {
  readonly proof: PriceProof;
}

/** The best plan of a problem that is a pure network, with the prices of its nodes; undefined where it is none. */
export function solveByFlow(c: CompiledProblem, flow: FlowPort): Flowed | { readonly why: string } | undefined {
  const levels = levelsOfNetwork(c);
  if (!levels) return undefined;
  const nodes = priceNodes(c);
  const reach = new Float64Array(nodes.count);
  const prices = levels.map(() => new Float64Array(nodes.count));
  const makeNetwork = networkMaker(c, levels);
  const people = new Map<number, number>();
  for (const stretch of c.stretches.keys()) {
    const made = makeNetwork(stretch);
    const answer = flow.solve(made.network);
    if (answer.outcome === 'infeasible') return { why: 'the network has no flow, though whoever lacks has an arc' };
    if (answer.outcome === 'faulty') return answer;
    readFlow(made, answer.flow, (pool, slot, kind, n) => {
      const use = useNumber(c, pool, slot, kind);
      people.set(use, (people.get(use) ?? 0) + n);
    });
    // A pool that could serve nowhere in the stretch has no node: it is worth what its lender's people are.
    for (const [k, price] of [reach, ...prices].entries()) {
      const found = k === 0 ? answer.prices.reach : (answer.prices.levels[k - 1] ?? reach);
      const source = found[0] ?? 0;
      for (const p of c.pools.keys()) price[nodes.pool(p, stretch)] = (found[1 + (c.lenderOf[p] ?? 0)] ?? 0) - source;
      for (const [node, of] of made.priceNode.entries()) if (node > 0) price[of] = (found[node] ?? 0) - source;
    }
  }
  return { ...usesWithPeople(c, people), proof: { reach: [...reach], levels: prices.map((price) => [...price]) } };
}
