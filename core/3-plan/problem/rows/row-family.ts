import type { CompiledProblem } from '../compile-problem.ts';
import type { Uses } from '../uses.ts';

/**
 * A rule of the model: one kind of constraint, one file. Its rows are numbered from 0, and each use of people touches
 * some of them with a coefficient for each person. So the same rule serves a solver that holds every use in memory, one
 * that is shown a few of them, and a checker that looks at all.
 */
export interface RowFamily {
  /** Stable: plans, certificates and explanations name it. */
  readonly id: string;
  readonly unit: string;
  readonly sentence: string;
  readonly count: number;
  /** What a row is about, in a reader's words. */
  name(row: number): string;
  low(row: number): number;
  high(row: number): number;
  touch(uses: Uses, use: number, visit: (row: number, perPerson: number) => void): void;
  /** Columns of its own besides people, such as the largest burden; each with its bounds and the rows it touches. */
  readonly own?: readonly OwnColumn[];
  /** Whether people alone keep to a row, where it has columns of its own; within its bounds when absent. `all` is what people make of every row of the family. */
  keeps?(row: number, people: number, all: Float64Array): boolean;
  /** The least its own columns can add to their level, given what people make of each row. */
  least?(people: Float64Array): number;
  /** The coefficient of the people lacking at a slot, where the rule looks at them. */
  lacking?(slot: number, visit: (row: number, perPerson: number) => void): void;
}

export interface OwnColumn {
  readonly id: string;
  readonly low: number;
  readonly high: number;
  /** Rows of its family, with their coefficients. */
  readonly terms: readonly (readonly [row: number, coefficient: number])[];
  /** What one of it adds to its level. */
  readonly weight: number;
}

export type RowFamilyOf = (c: CompiledProblem) => RowFamily;

export const unbounded = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
