import type { FlowNetwork } from '@muster/solver-flow';

/** A network of chance with a feasible flow in it, unless `spoil`: then supplies are moved about, and there may be none. */
export function randomNetwork(
  draw: (limit: number) => number,
  size: { readonly nodes: number; readonly arcs: number; readonly levels: number; readonly spoil: boolean },
): FlowNetwork {
  const { nodes, arcs, levels } = size;
  const network = {
    nodes,
    supply: new Int32Array(nodes),
    tail: Int32Array.from({ length: arcs }, () => draw(nodes)),
    head: Int32Array.from({ length: arcs }, () => draw(nodes)),
    lower: Int32Array.from({ length: arcs }, () => (draw(4) === 0 ? draw(3) : 0)),
    upper: new Int32Array(arcs),
    costs: Array.from({ length: levels }, () => {
      const range = [2, 5, 100, 5_000][draw(4)] ?? 2;
      return Int32Array.from({ length: arcs }, () => draw(range) - (draw(5) === 0 ? Math.floor(range / 3) : 0));
    }),
  } satisfies FlowNetwork;
  const move = (from: number, to: number, units: number) => {
    network.supply[from] = (network.supply[from] ?? 0) + units;
    network.supply[to] = (network.supply[to] ?? 0) - units;
  };
  for (let arc = 0; arc < arcs; arc++) {
    const lower = network.lower[arc] ?? 0;
    const units = lower + (draw(3) === 0 ? draw(8) : 0);
    network.upper[arc] = units + draw(4);
    move(network.tail[arc] ?? 0, network.head[arc] ?? 0, units);
  }
  if (size.spoil) move(draw(nodes), draw(nodes), 1 + draw(5));
  return network;
}
