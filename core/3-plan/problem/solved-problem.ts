import { daySchema } from '@muster/terms';
import { z } from 'zod';
import { objectiveNames } from './plan-problem.ts';

const count = z.number();
/** What proves that no plan does better on a level: multipliers of the model's rows, and of the levels held before it. */
export const certificateSchema = z.strictObject({
  level: z.enum(objectiveNames),
  rows: z.array(z.tuple([z.int(), count])),
  held: z.array(count),
  /** Multipliers are read as whole multiples of 2 to the minus so many; 26 when absent. */
  bits: z.int().min(0).max(60).optional(),
  /**
   * Of the burden alone: it proves that no plan with at most this largest share does as well on the levels before. What
   * a lender gives then is whole people, where `rows` and `held` alone would count parts of them.
   */
  heavierThan: z.int().min(0).max(1000).optional(),
});
export type LevelCertificate = z.infer<typeof certificateSchema>;

/** For a plan that is a pure network: what one more person at each node costs, level by level. It proves all levels at once. */
export const priceProofSchema = z.strictObject({ reach: z.array(z.int()), levels: z.array(z.array(z.int())) });
export type PriceProof = z.infer<typeof priceProofSchema>;

/** All that proves a plan: multipliers of rows level by level, or the prices of a network's nodes. */
export interface Proof {
  readonly certificates: readonly LevelCertificate[];
  readonly prices?: PriceProof | undefined;
}

const name = z.string();
const day = daySchema;

/** So many of one pool on one line under one kind of service over one period; the tour of a relieved line has its number. */
const assignment = z.strictObject({
  poolId: name,
  lenderId: name,
  lineId: name,
  kind: name,
  period: z.strictObject({ fromOn: day, toOn: day }),
  people: count,
  arriveOn: day,
});
export type SolvedAssignment = z.infer<typeof assignment>;

const line = z.strictObject({
  lineId: name,
  asked: count,
  /** People there throughout: the least over its times. */
  filled: count,
  short: count,
});

const level = z.strictObject({
  level: z.enum(objectiveNames),
  meaning: z.string(),
  unit: z.string(),
  value: count,
  /** No plan can do better than this, as the certificate proves. */
  bound: count,
  /** (value - bound) / max(1, |value|); 0 means no better plan exists. */
  gap: count,
});
export type ProvenLevel = z.infer<typeof level>;

/** A plan for a problem, with all that a checker needs who trusts no solver. */
export const solvedProblemSchema = z.strictObject({
  problemId: name,
  assignments: z.array(assignment),
  lines: z.array(line),
  asked: count,
  filled: count,
  short: count,
  levels: z.array(level),
  /** The largest gap of any level. */
  gap: count,
  solver: z.string(),
});
export type SolvedProblem = z.infer<typeof solvedProblemSchema>;
