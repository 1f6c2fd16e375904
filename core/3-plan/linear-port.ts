/** The entries of columns or rows: those of the i-th are from `starts[i]` until before `starts[i + 1]`. */
export interface Entries {
  readonly starts: Int32Array;
  /** The rows that a column touches, or the columns of a row. */
  readonly at: Int32Array;
  readonly coefficients: Float64Array;
}

/** What is added to a linear problem, or changed in it, before it is solved again. Rows come first, then columns. */
export interface LinearStep {
  /** Keeps in mind where it stands before the step, or goes back there first. */
  readonly basis?: 'keep' | 'return';
  readonly rows?: { readonly low: Float64Array; readonly high: Float64Array; readonly entries?: Entries };
  readonly columns?: {
    readonly low: Float64Array;
    readonly high: Float64Array;
    readonly costs: Float64Array;
    readonly entries: Entries;
  };
  /** The cost of every column there is. */
  readonly costs?: Float64Array;
  /** New upper limits of rows that have no lower one, and of columns whose lower one is 0. Their numbers rise. */
  readonly rowHigh?: UpperLimits;
  readonly columnHigh?: UpperLimits;
}

interface UpperLimits {
  readonly of: Int32Array;
  readonly high: Float64Array;
}

export type LinearAnswer =
  | {
      readonly outcome: 'solved';
      /** One a column. */
      readonly values: Float64Array;
      /** One a row: what one more of its limit would add to the sum of costs. */
      readonly duals: Float64Array;
    }
  | { readonly outcome: 'infeasible' }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'unproved'; readonly why: string };

/**
 * A linear problem in parts of people, whose costs are made as small as can be. It grows and changes step by step, and
 * is solved each time from where it stood. The same steps give the same answers.
 */
export interface LinearWork {
  readonly solver: string;
  /** Once it is cancelled, no further step is begun; one that is being solved ends as soon as can be. */
  solve(step: LinearStep): Promise<LinearAnswer>;
  /** Gives back what it holds. */
  close(): void;
}
