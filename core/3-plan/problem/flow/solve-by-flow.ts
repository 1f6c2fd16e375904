import { type AssignedUses, usesWithPeople } from '../assigned-uses.ts';
import type { CompiledProblem } from '../compile-problem.ts';
import type { PriceProof } from '../solved-problem.ts';
import { useNumber } from '../use-numbers.ts';
import type { FlowPort } from './flow-port.ts';
import { levelsOfNetwork } from './plain-network.ts';
import { priceNodes } from './price-nodes.ts';
import { networkMaker, readFlow, type StretchNetwork } from './stretch-network.ts';

/** Who is where, and what proves it. */
export interface Flowed extends AssignedUses {
  readonly proof: PriceProof;
}

/** The best plan of a problem that is a pure network, with the prices of its nodes; undefined where it is none, or where no plan meets its
 * pins. */
export function solveByFlow(c: CompiledProblem, flow: FlowPort): Flowed | { readonly why: string } | undefined {
  const levels = levelsOfNetwork(c);
  if (!levels) return undefined;
  const nodes = priceNodes(c);
  const reach = new Float64Array(nodes.count);
  const prices = levels.map(() => new Float64Array(nodes.count));
  const makeNetwork = networkMaker(c, levels);
  const people = new Map<number, number>();
  /** The source of each stretch is one and the same. */
  const tellPrices = (found: Float64Array, price: Float64Array, made: StretchNetwork, stretch: number) => {
    const source = found[0] ?? 0;
    // A pool that could serve nowhere in the stretch has no node: it is worth what its lender's people are.
    for (let p = 0; p < c.pools.length; p++)
      price[nodes.pool(p, stretch)] = (found[1 + (c.lenderOf[p] ?? 0)] ?? 0) - source;
    for (let node = 1; node < made.priceNode.length; node++)
      price[made.priceNode[node] ?? 0] = (found[node] ?? 0) - source;
  };
  for (const stretch of c.stretches.keys()) {
    const made = makeNetwork(stretch);
    const answer = flow.solve(made.network);
    // Only pins can ask for what cannot be; whoever solves it otherwise names them.
    if (answer.outcome === 'infeasible') return undefined;
    if (answer.outcome === 'faulty') return answer;
    readFlow(made, answer.flow, (pool, slot, kind, n) => {
      const use = useNumber(c, pool, slot, kind);
      people.set(use, (people.get(use) ?? 0) + n);
    });
    for (let k = 0; k <= levels.length; k++) {
      const found = k === 0 ? answer.prices.reach : answer.prices.levels[k - 1];
      const price = k === 0 ? reach : prices[k - 1];
      if (found && price) tellPrices(found, price, made, stretch);
    }
  }
  return { ...usesWithPeople(c, people), proof: { reach: [...reach], levels: prices.map((price) => [...price]) } };
}
