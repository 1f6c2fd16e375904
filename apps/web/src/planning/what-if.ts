import type { SolverPort } from '@muster/plan';
import {
  checkSolved,
  comparePlans,
  compileProblem,
  type FlowPort,
  type PlanDifference,
  type PlanProblem,
  type ProblemOptions,
  type Proof,
  type SolvedProblem,
  type Supposition,
  solveProblem,
  suppose,
} from '@muster/plan/problem';
import { lengthDays } from '@muster/terms';

/** What a what-if comes to. */
export type WhatIfAnswer =
  | {
      readonly outcome: 'workedOut';
      readonly difference: PlanDifference;
      /** People x days that people serve, before and after: what the figures of arrival are shared by. */
      readonly servedDays: { readonly before: number; readonly after: number };
      /** The plan as supposed, with its problem and all that proves it: `muster plan verify` reads it. */
      readonly file: PlanFile;
    }
  /** Nothing can be worked out, and why, in words. */
  | { readonly outcome: 'notWorkedOut'; readonly why: string };

/** Both solvers that run anywhere. */
export interface Solvers {
  readonly solver: SolverPort;
  readonly flow: FlowPort;
}

/** A plan as `muster plan solve --json` prints it. */
export interface PlanFile extends Proof {
  readonly format: 'muster-plan-2';
  readonly gap: number;
  readonly plan: SolvedProblem;
  readonly problem: PlanProblem;
}

/** The plan as it would be made now, or why there is none. What is proved of it is checked again, with no solver. */
export async function planNow(
  problem: PlanProblem,
  { solver, flow }: Solvers,
  options: Pick<ProblemOptions, 'onProgress'> = {},
): Promise<PlanFile | string> {
  const answer = await solveProblem(problem, solver, { ...options, flow });
  switch (answer.outcome) {
    case 'solved': {
      const checked = checkSolved(compileProblem(problem), answer.solved, answer);
      if (!checked.holds) return `The plan does not hold: ${checked.fault}.`;
      const { solved: plan, certificates, prices } = answer;
      return { format: 'muster-plan-2', gap: plan.gap, plan, certificates, ...(prices && { prices }), problem };
    }
    case 'impossible':
      return `There is no plan: ${answer.faults.map((fault) => `${fault.field} ${fault.problem}`).join('; ')}.`;
    case 'unproved':
      return answer.why;
    case 'cancelled':
      return 'It was stopped.';
  }
}

/** The difference that a supposition makes to a plan; both are made, checked and compared here. */
export async function whatIf(
  before: PlanFile,
  supposed: Supposition,
  solvers: Solvers,
  options: Pick<ProblemOptions, 'onProgress'> = {},
): Promise<WhatIfAnswer> {
  const problem = suppose(before.problem, before.plan, supposed);
  if (!('lines' in problem))
    return { outcome: 'notWorkedOut', why: problem.map((f) => `${f.field} ${f.problem}`).join('; ') };
  const after = await planNow(problem, solvers, options);
  if (typeof after === 'string') return { outcome: 'notWorkedOut', why: after };
  const difference = comparePlans(before, after);
  if (typeof difference === 'string') return { outcome: 'notWorkedOut', why: difference };
  const servedDays = { before: servedDaysOf(before.plan), after: servedDaysOf(after.plan) };
  return { outcome: 'workedOut', difference, servedDays, file: after };
}

const servedDaysOf = ({ assignments }: SolvedProblem): number =>
  assignments.reduce((sum, { people, period }) => sum + people * lengthDays(period), 0);
