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

export type FlowAnswer =
  | { readonly outcome: 'solved'; readonly flow: Int32Array; readonly prices: NodePrices }
  | { readonly outcome: 'infeasible' }
  | { readonly outcome: 'faulty'; readonly why: string };

/** Solves pure networks in strict order of costs. What it answers is checked by its prices. */
export interface FlowPort {
  readonly name: string;
  solve(network: FlowNetwork): FlowAnswer;
}
