import { type FlowNetwork, findNetworkFault, type NodePrices } from './flow-network.ts';
import { type Basis, NetworkSimplex } from './network-simplex.ts';
import { type Pack, packLevels } from './pack-levels.ts';

export type FlowOutcome =
  | {
      readonly outcome: 'solved';
      /** What each arc carries. */
      readonly flow: Int32Array;
      /** What the flow costs, level by level. */
      readonly values: readonly number[];
      /** The proof, for `checkFlow`. */
      readonly prices: NodePrices;
      /** For solving the network again after a change. */
      readonly basis: Basis;
      readonly pivots: number;
    }
  | {
      readonly outcome: 'infeasible';
      /** The fewest units that find no way. */
      readonly unrouted: number;
      /** The proof, for `checkInfeasible`. */
      readonly reach: Float64Array;
    }
  | { readonly outcome: 'faulty'; readonly why: string };

/** How far a solve is. The same network takes the same pivots everywhere. */
export interface FlowProgress {
  readonly pivots: number;
  /** Units that find no way so far. */
  readonly unrouted: number;
  readonly done: boolean;
}

/** A solve under way: it stands still between steps, and may be left at any of them. */
export interface FlowRun {
  /** Goes on for so many pivots at most. */
  step(mostPivots: number): FlowProgress;
  /** Goes on to the end. */
  finish(): FlowOutcome;
}

/** The flow whose costs are least in strict order of levels, with its proof. */
export const solveFlow = (network: FlowNetwork, from?: Basis): FlowOutcome => startFlow(network, from).finish();

/** Begins to solve a network, from the basis of an earlier answer if there is one; it may have fewer nodes and arcs. */
export function startFlow(network: FlowNetwork, from?: Basis): FlowRun {
  const why = findNetworkFault(network);
  if (why) return standingStill({ outcome: 'faulty', why });
  const packs = packLevels(network);
  if ('tooLarge' in packs) {
    const why = `Costs of level ${packs.tooLarge} can sum to more than 2^51 on one way through the network; a coarser unit would be right.`;
    return standingStill({ outcome: 'faulty', why });
  }
  return new SimplexRun(network, packs, from);
}

const standingStill = (outcome: FlowOutcome): FlowRun => ({
  step: () => ({ pivots: 0, unrouted: 0, done: true }),
  finish: () => outcome,
});

class SimplexRun implements FlowRun {
  private readonly network: FlowNetwork;
  private readonly simplex: NetworkSimplex;
  private readonly packs: Pack[];

  constructor(network: FlowNetwork, packs: readonly Pack[], from: Basis | undefined) {
    this.network = network;
    this.simplex = new NetworkSimplex(network, from);
    this.packs = [...packs];
    this.beginNext();
  }

  step(mostPivots: number): FlowProgress {
    const { simplex } = this;
    const last = simplex.pivots + mostPivots;
    while (this.packs.length > 0 && simplex.improve(last - simplex.pivots)) {
      this.packs.shift();
      // What finds no way at first finds none later.
      if (simplex.unrouted() > 0) this.packs.length = 0;
      this.beginNext();
    }
    return { pivots: simplex.pivots, unrouted: simplex.unrouted(), done: this.packs.length === 0 };
  }

  finish(): FlowOutcome {
    this.step(Number.POSITIVE_INFINITY);
    const { network, simplex } = this;
    const reach = simplex.priceNodes(new Int8Array(network.tail.length), 1);
    const unrouted = simplex.unrouted();
    if (unrouted > 0) return { outcome: 'infeasible', unrouted, reach };
    const flow = simplex.flow();
    const values: number[] = [];
    for (const [level, cost] of network.costs.entries()) {
      const value = sumExactly(cost, flow);
      if (value === undefined)
        return {
          outcome: 'faulty',
          why: `The costs of level ${level} sum to more than 2^53; a coarser unit would be right.`,
        };
      values.push(value);
    }
    const levels = network.costs.map((cost) => simplex.priceNodes(cost, 0));
    return {
      outcome: 'solved',
      flow,
      values,
      prices: { reach, levels },
      basis: simplex.basis(),
      pivots: simplex.pivots,
    };
  }

  private beginNext(): void {
    const [pack] = this.packs;
    if (pack) this.simplex.begin(pack);
  }
}

/** What a flow costs; undefined when that cannot be told exactly. */
function sumExactly(cost: Int32Array | Float64Array, flow: Int32Array): number | undefined {
  let sum = 0;
  let sizes = 0;
  for (let arc = 0; arc < flow.length; arc++) {
    const part = (cost[arc] as number) * (flow[arc] as number);
    sum += part;
    sizes += Math.abs(part);
  }
  return sizes <= Number.MAX_SAFE_INTEGER ? sum : undefined;
}
