import type { LinearWork } from './linear-port.ts';

/** Coefficients by column index. */
export type Terms = readonly (readonly [column: number, coefficient: number])[];

export interface Column {
  readonly id: string;
  readonly low: number;
  readonly high: number;
}

export interface Row {
  /** Stable: the constraint's name, then what it is about. */
  readonly id: string;
  readonly low: number;
  readonly high: number;
  readonly terms: Terms;
}

/** Whole-number columns, linear rows. Integers throughout, so that every answer can be checked exactly. */
export interface LinearModel {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** One thing to make as small as can be. Coefficients are whole numbers. */
export interface Objective {
  readonly level: string;
  readonly meaning: string;
  readonly terms: Terms;
}

export interface SolvedLevel {
  readonly level: string;
  readonly value: number;
  /** No answer can be lower than this: the solver's word. What is proved follows from the duals. */
  readonly bound: number;
  /**
   * What one more of a row's limit would be worth, in the objective's unit, by the row's place in the model; rows
   * worth nothing are left out. They solve the level without its whole numbers, the levels before being held, and
   * prove a bound to anybody who adds them up: `certificate/bound-by-duals.ts`.
   */
  readonly duals: readonly (readonly [row: number, value: number])[];
  /** The same for the rows that hold the levels before: "this objective is at most its value". */
  readonly heldDuals: readonly number[];
}

export type Solution =
  | {
      readonly outcome: 'solved';
      /** One whole number a column. */
      readonly values: readonly number[];
      readonly levels: readonly SolvedLevel[];
      readonly solver: string;
    }
  | { readonly outcome: 'infeasible'; readonly level: string }
  | { readonly outcome: 'unproved'; readonly level: string; readonly why: string }
  | { readonly outcome: 'cancelled'; readonly level: string };

/** How far a level has come: when it begins, when a better answer or bound is found, and when it is solved. */
export interface SolveProgress {
  readonly level: string;
  /** The value of the best answer found. */
  readonly incumbent?: number;
  readonly bound?: number;
  /** (incumbent - bound) / max(1, |incumbent|). */
  readonly gap?: number;
  /** Since the level began. */
  readonly seconds?: number;
  /** What is being done for it, such as "whole people, step 14": for a person who waits. */
  readonly doing?: string;
}

/** What an AbortSignal offers; core knows no machine, and so not that name. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

export interface SolveOptions {
  /** Ends the solving as soon as can be; the outcome is then "cancelled", unless it was solved already. */
  readonly signal?: CancelSignal | undefined;
  readonly onProgress?: ((progress: SolveProgress) => void) | undefined;
  /** Only the duals are wanted: parts of people are as good as people, and the values need not be whole. */
  readonly relaxed?: boolean | undefined;
  /** A gap with which a level is good enough, such as 0.001; 0 when absent. */
  readonly enoughGap?: number | undefined;
}

/**
 * Solves objectives in strict order: each is made as small as can be without giving up any of the
 * ones before. The same model gives the same answer. Whatever it is given, it answers with an outcome and throws nothing.
 */
export interface SolverPort {
  solveInOrder(model: LinearModel, objectives: readonly Objective[], options?: SolveOptions): Promise<Solution>;
  /** Begins a linear problem that is solved step by step; absent where a solver cannot. */
  beginLinear?(options?: Pick<SolveOptions, 'signal'>): Promise<LinearWork>;
}
