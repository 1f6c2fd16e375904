import { Firsts } from './firsts.ts';
import type { FlowNetwork } from './flow-port.ts';
import { NearestFirst } from './nearest-first.ts';

/** A flow, and prices by which no arc that could carry more, or less, makes it better. */
export interface PricedFlow {
  readonly network: FlowNetwork;
  readonly flow: Int32Array;
  /** One list a level, each with a price a node; the first is `reach`, where arcs cost nothing. */
  readonly prices: readonly Float64Array[];
}

/** The cheapest ways one unit can be moved on from a node, with what each costs in reduced costs, level by level. */
export interface Ways {
  readonly costs: Firsts;
  /** The step by which each node is reached, `arc` forwards or `-2 - arc` backwards; undefined for what is not reached. */
  stepTo(node: number): number | undefined;
}

/**
 * The cheapest ways from a node to all others (or to the one wanted) along which one unit more can go: forwards on arcs with
 * room, backwards on arcs that carry more than their least. By the prices of a best flow no step costs less than nothing, so the nearest node
 * is always final (Dijkstra 1959). `without` arcs are not gone along.
 */
export function cheapestWays(
  { network, flow, prices }: PricedFlow,
  from: number,
  to = -1,
  without: (arc: number) => boolean = () => false,
): Ways {
  const { nodes, tail, head, lower, upper, costs } = network;
  const { starts, arcs } = arcsByNode(network);
  const depth = prices.length;
  const found = new Firsts(nodes, depth);
  const settled = new Uint8Array(nodes);
  const figures = new Float64Array(depth);
  const waiting = new NearestFirst(nodes, (one, other) => found.compare(one, other));
  found.offer(from, figures, from);
  waiting.offer(from);
  for (let node = waiting.take(); node !== undefined; node = waiting.take()) {
    settled[node] = 1;
    if (node === to) break;
    for (let i = starts[node] ?? 0; i < (starts[node + 1] ?? 0); i++) {
      const arc = arcs[i] ?? 0;
      const forwards = tail[arc] === node;
      const next = (forwards ? head[arc] : tail[arc]) ?? 0;
      if (settled[next] === 1 || without(arc)) continue;
      if (forwards ? (flow[arc] ?? 0) >= (upper[arc] ?? 0) : (flow[arc] ?? 0) <= (lower[arc] ?? 0)) continue;
      for (let k = 0; k < depth; k++) {
        const cost = k === 0 ? 0 : (costs[k - 1]?.[arc] ?? 0);
        figures[k] =
          found.at(node, k) + (forwards ? cost : -cost) + (prices[k]?.[node] ?? 0) - (prices[k]?.[next] ?? 0);
      }
      if (found.offer(next, figures, forwards ? arc : -2 - arc)) waiting.offer(next);
    }
  }
  return { costs: found, stepTo: (node) => (settled[node] === 1 && node !== from ? found.of(node) : undefined) };
}

function arcsByNode({ nodes, tail, head }: FlowNetwork): { readonly starts: Int32Array; readonly arcs: Int32Array } {
  const starts = new Int32Array(nodes + 2);
  const count = (node: number) => {
    starts[node + 2] = (starts[node + 2] ?? 0) + 1;
  };
  for (let arc = 0; arc < tail.length; arc++) {
    count(tail[arc] ?? 0);
    count(head[arc] ?? 0);
  }
  for (let node = 1; node < starts.length; node++) starts[node] = (starts[node] ?? 0) + (starts[node - 1] ?? 0);
  const arcs = new Int32Array(2 * tail.length);
  const put = (node: number, arc: number) => {
    const at = starts[node + 1] ?? 0;
    arcs[at] = arc;
    starts[node + 1] = at + 1;
  };
  for (let arc = 0; arc < tail.length; arc++) {
    put(tail[arc] ?? 0, arc);
    put(head[arc] ?? 0, arc);
  }
  return { starts, arcs };
}
