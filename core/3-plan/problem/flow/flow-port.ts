/** Where people may flow, how many, and what each costs level by level; whole numbers throughout. */
export interface FlowNetwork {
  readonly nodes: number;
  /** People who come in at a node (positive) or are asked for (negative); they sum to zero. */
  readonly supply: Int32Array;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly lower: Int32Array;
  readonly upper: Int32Array;
  readonly costs: readonly (Int32Array | Float64Array)[];
}

/** What one more person at each node costs, level by level: with these anybody can check that no flow is better. */
export interface NodePrices {
  readonly reach: Float64Array;
  readonly levels: readonly Float64Array[];
}

export type FlowAnswer =
  | { readonly outcome: 'solved'; readonly flow: Int32Array; readonly prices: NodePrices }
  | { readonly outcome: 'infeasible' }
  | { readonly outcome: 'faulty'; readonly why: string };

/** Solves pure networks in strict order of costs, and checks a proof without solving. */
export interface FlowPort {
  readonly name: string;
  solve(network: FlowNetwork): FlowAnswer;
  /** Why a flow is not proved best by the prices, in words; undefined when it is. */
  disprove(network: FlowNetwork, flow: Int32Array, prices: NodePrices): string | undefined;
}
