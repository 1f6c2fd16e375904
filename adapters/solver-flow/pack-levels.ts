import { type FlowNetwork, largestExact } from './flow-network.ts';

/** Levels solved together: each arc's costs summed into one number, every level scaled above all that follow it. */
export interface Pack {
  /** What one unit without a way is worth; 0 in every pack but the first. */
  readonly reachScale: number;
  readonly levels: readonly { readonly level: number; readonly scale: number }[];
}

/**
 * Puts as many levels into one double as fit exactly. A level fits when its scale is above the sum of all that the
 * later levels can reach on any path or cycle, and the whole stays below 2^51. Then comparing the packed numbers is
 * comparing level by level, and no sum can overflow. What does not fit begins the next pack.
 */
export function packLevels(network: FlowNetwork): readonly Pack[] | { readonly tooLarge: number } {
  // A path meets the outside at most once, so two arcs to it at most are on any cycle.
  const reachBound = 2;
  const bounds = network.costs.map((cost) => boundOnCycles(network, cost));
  const tooLarge = bounds.findIndex((bound) => bound > largestExact);
  if (tooLarge >= 0) return { tooLarge };
  const packs: Pack[] = [];
  let next = 0;
  while (packs.length === 0 || next < bounds.length) {
    const [first, topBound] = packs.length === 0 ? [next, reachBound] : [next + 1, bounds[next] as number];
    let radix = 1;
    let end = first;
    while (end < bounds.length) {
      const wider = radix * (2 * (bounds[end] as number) + 1);
      if ((topBound + 1) * wider > largestExact) break;
      radix = wider;
      end++;
    }
    let scale = radix;
    const levels = packs.length === 0 ? [] : [{ level: next, scale }];
    for (let level = first; level < end; level++) {
      scale /= 2 * (bounds[level] as number) + 1;
      levels.push({ level, scale });
    }
    packs.push({ reachScale: packs.length === 0 ? radix : 0, levels });
    next = end;
  }
  return packs;
}

/**
 * No simple path or cycle costs more than this, in either direction. It has at most two arcs at any tail, two at any
 * head, and no more arcs than nodes: the least of the three sums holds.
 */
function boundOnCycles({ nodes, tail, head }: FlowNetwork, cost: Int32Array | Float64Array): number {
  const tails = new TwoLargest(nodes);
  const heads = new TwoLargest(nodes);
  for (let arc = 0; arc < cost.length; arc++) {
    const size = Math.abs(cost[arc] as number);
    if (size === 0) continue;
    tails.see(tail[arc] as number, size);
    heads.see(head[arc] as number, size);
  }
  let eitherEnd = 0;
  for (let node = 0; node < nodes; node++)
    eitherEnd += Math.max(tails.largest[node] as number, heads.largest[node] as number);
  return Math.min(tails.sum(), heads.sum(), eitherEnd);
}

class TwoLargest {
  readonly largest: Float64Array;
  private readonly second: Float64Array;

  constructor(nodes: number) {
    this.largest = new Float64Array(nodes);
    this.second = new Float64Array(nodes);
  }

  see(node: number, size: number): void {
    if (size <= (this.second[node] as number)) return;
    const largest = this.largest[node] as number;
    this.second[node] = Math.min(size, largest);
    this.largest[node] = Math.max(size, largest);
  }

  sum(): number {
    let sum = 0;
    for (let node = 0; node < this.largest.length; node++)
      sum += (this.largest[node] as number) + (this.second[node] as number);
    return sum;
  }
}
