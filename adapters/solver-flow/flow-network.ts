/** Whole numbers, one an arc. */
type WholeNumbers = Int32Array | Float64Array;

/** Where units may go, how many, and what each costs. Whole numbers throughout. */
export interface FlowNetwork {
  /** How many nodes; they are named 0, 1, 2 and so on. */
  readonly nodes: number;
  /** Units that come in at each node (positive) or are taken out (negative). Over all nodes they sum to zero. */
  readonly supply: Int32Array;
  /** The node each arc leaves, and the one it enters. */
  readonly tail: Int32Array;
  readonly head: Int32Array;
  /** The least and the most units each arc carries. */
  readonly lower: Int32Array;
  readonly upper: Int32Array;
  /** What one unit costs on each arc, level by level. An earlier level counts before all later ones together. */
  readonly costs: readonly WholeNumbers[];
}

/**
 * What one more unit at each node costs, measured from a place outside the network. The reduced cost of an arc, its
 * cost + price(tail) - price(head), tells how much worse one unit on it makes the whole.
 */
export interface NodePrices {
  /** In units that find no way at all: the level before all costs, where every arc costs nothing. */
  readonly reach: Float64Array;
  /** Level by level, in the unit of that level's cost. */
  readonly levels: readonly Float64Array[];
}

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
