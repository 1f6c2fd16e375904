import { type FlowNetwork, findNetworkFault, largestExact, type NodePrices } from './flow-network.ts';

/** The first thing that is not as claimed, with its figures. */
export type FlowFault =
  | { readonly broken: 'network'; readonly why: string }
  | { readonly broken: 'sizes'; readonly why: string }
  | { readonly broken: 'price'; readonly node: number; readonly level: 'reach' | number; readonly price: number }
  | {
      readonly broken: 'bounds';
      readonly arc: number;
      readonly flow: number;
      readonly lower: number;
      readonly upper: number;
    }
  | { readonly broken: 'conservation'; readonly node: number; readonly supply: number; readonly leaves: number }
  /** Another flow is cheaper: this arc should carry more (its reduced cost is below zero), or less. */
  | {
      readonly broken: 'optimality';
      readonly arc: number;
      readonly flow: number;
      readonly level: 'reach' | number;
      readonly reducedCost: number;
    };

/**
 * Proves a flow best without knowing how it was found: it keeps every bound, units are kept at every node, and on every
 * arc the first level whose reduced cost is not zero lets it carry no other number: above zero its least, below zero its
 * most. Undefined when all holds. Every sum here is of whole numbers below 2^53, so nothing is rounded.
 *
 * Why that is a proof: the reduced costs of a level, weighed by the flow, differ from its costs by the same sum for every
 * flow. So level by level no flow does better without giving up one before.
 */
export function checkFlow(network: FlowNetwork, flow: Int32Array, prices: NodePrices): FlowFault | undefined {
  const { nodes, tail, lower, upper, costs } = network;
  const why = findNetworkFault(network);
  if (why) return { broken: 'network', why };
  const levels = [prices.reach, ...prices.levels];
  if (flow.length !== tail.length) return { broken: 'sizes', why: `${tail.length} arcs, but ${flow.length} flows.` };
  if (prices.levels.length !== costs.length)
    return { broken: 'sizes', why: `${costs.length} levels of cost, but ${prices.levels.length} of prices.` };
  for (const [level, price] of levels.entries()) {
    if (price.length !== nodes) return { broken: 'sizes', why: `${nodes} nodes, but ${price.length} prices.` };
    for (let node = 0; node < nodes; node++)
      if (!Number.isInteger(price[node]) || Math.abs(price[node] as number) > largestExact)
        return { broken: 'price', node, level: level === 0 ? 'reach' : level - 1, price: price[node] as number };
  }
  for (let arc = 0; arc < flow.length; arc++)
    if ((flow[arc] as number) < (lower[arc] as number) || (flow[arc] as number) > (upper[arc] as number))
      return {
        broken: 'bounds',
        arc,
        flow: flow[arc] as number,
        lower: lower[arc] as number,
        upper: upper[arc] as number,
      };
  return findUnkept(network, flow) ?? findBetter(network, flow, prices);
}

/** Proves that no flow keeps all bounds: whatever it carries, prices and supplies do not agree. */
export function checkInfeasible(network: FlowNetwork, reach: Float64Array): boolean {
  const { nodes, supply, tail, head, lower, upper } = network;
  if (findNetworkFault(network)) return false;
  if (reach.length !== nodes || reach.some((price) => !Number.isInteger(price) || Math.abs(price) > 1)) return false;
  // Any flow, weighed by the prices' differences, comes to the same sum; its bounds allow no less than `least`.
  let same = 0;
  for (let node = 0; node < nodes; node++) same += (reach[node] as number) * (supply[node] as number);
  let least = 0;
  for (let arc = 0; arc < tail.length; arc++) {
    const reduced = (reach[tail[arc] as number] as number) - (reach[head[arc] as number] as number);
    least += reduced * ((reduced > 0 ? lower[arc] : upper[arc]) as number);
  }
  return least > same;
}

function findUnkept({ nodes, supply, tail, head }: FlowNetwork, flow: Int32Array): FlowFault | undefined {
  const leaves = new Float64Array(nodes);
  for (let arc = 0; arc < flow.length; arc++) {
    const units = flow[arc] as number;
    if (units === 0) continue;
    const [from, to] = [tail[arc] as number, head[arc] as number];
    leaves[from] = (leaves[from] as number) + units;
    leaves[to] = (leaves[to] as number) - units;
  }
  for (let node = 0; node < nodes; node++)
    if (leaves[node] !== supply[node])
      return { broken: 'conservation', node, supply: supply[node] as number, leaves: leaves[node] as number };
  return undefined;
}

function findBetter(
  { tail, head, lower, upper, costs }: FlowNetwork,
  flow: Int32Array,
  { reach, levels }: NodePrices,
): FlowFault | undefined {
  for (let arc = 0; arc < flow.length; arc++) {
    const [from, to] = [tail[arc] as number, head[arc] as number];
    let level = -1;
    let reducedCost = (reach[from] as number) - (reach[to] as number);
    while (reducedCost === 0 && ++level < levels.length) {
      const price = levels[level] as Float64Array;
      reducedCost = ((costs[level] as Int32Array)[arc] as number) + (price[from] as number) - (price[to] as number);
    }
    if (reducedCost > 0 ? flow[arc] !== lower[arc] : reducedCost < 0 && flow[arc] !== upper[arc])
      return { broken: 'optimality', arc, flow: flow[arc] as number, level: level < 0 ? 'reach' : level, reducedCost };
  }
  return undefined;
}
