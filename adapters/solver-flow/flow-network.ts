import type { FlowNetwork } from '@muster/plan/problem';

export type { FlowNetwork, NodePrices } from '@muster/plan/problem';

/** The largest cost, price or reduced cost: the sum of four is still an exact double. */
export const largestExact = 2 ** 51;

/** The first thing wrong with a network, in one sentence; undefined when it is sound. */
export function findNetworkFault(network: FlowNetwork): string | undefined {
  const { nodes, supply, tail, head, lower, upper, costs } = network;
  if (!Number.isInteger(nodes) || nodes < 0) return `A network has a whole number of nodes, not ${nodes}.`;
  if (supply.length !== nodes) return `${nodes} nodes need ${nodes} supplies; there are ${supply.length}.`;
  const arcs = tail.length;
  let bounds = 0;
  for (const [name, list] of Object.entries({ head, lower, upper }))
    if (list.length !== arcs) return `${arcs} arcs have a tail; "${name}" has ${list.length}. Every arc needs one.`;
  for (let arc = 0; arc < arcs; arc++) {
    const [from, to] = [tail[arc] as number, head[arc] as number];
    if (from < 0 || from >= nodes || to < 0 || to >= nodes)
      return `Arc ${arc} goes from node ${from} to ${to}; nodes are 0 to ${nodes - 1}.`;
    if ((lower[arc] as number) > (upper[arc] as number))
      return `Arc ${arc} carries at least ${lower[arc]} and at most ${upper[arc]}: the least is above the most.`;
    bounds += Math.max(Math.abs(lower[arc] as number), Math.abs(upper[arc] as number));
  }
  if (bounds > largestExact) return `What the arcs carry at most sums to ${bounds}; up to 2^51 would be right.`;
  for (const [level, cost] of costs.entries()) {
    if (cost.length !== arcs) return `${arcs} arcs need ${arcs} costs in level ${level}; there are ${cost.length}.`;
    if (cost instanceof Int32Array) continue;
    const odd = cost.findIndex((c) => !Number.isInteger(c) || Math.abs(c) > largestExact);
    if (odd >= 0) return `Arc ${odd} costs ${cost[odd]} in level ${level}; a whole number up to 2^51 would be right.`;
  }
  const total = supply.reduce((sum, units) => sum + units, 0);
  if (total !== 0) return `Supplies sum to ${total}, not zero: as many units must be taken out as come in.`;
  return undefined;
}
