import { exitCodes } from '@muster/house';
import { orderObjectives, type PlanProblem } from '@muster/plan/problem';
import { didYouMean } from '@muster/policy-cedar';
import { Stop } from './session.ts';

const known = {
  pool: (problem: PlanProblem) => problem.pools.map((pool) => pool.poolId),
  line: (problem: PlanProblem) => problem.lines.map((line) => line.lineId),
  lender: (problem: PlanProblem) => problem.lenders.map((lender) => lender.lenderId),
  limit: (problem: PlanProblem) => problem.limits.map((limit) => limit.limitId),
  'kind of service': (problem: PlanProblem) => [...new Set(problem.pools.flatMap((pool) => pool.kinds))],
} as const;

/** A word typed that names something in the problem; anything else stops with what it may have been meant for. */
export function named(problem: PlanProblem, what: keyof typeof known, word: string): string {
  const all = known[what](problem);
  if (all.includes(word)) return word;
  const { maybe } = didYouMean(word, all);
  const hint = maybe
    ? `Did you mean "${maybe}"?`
    : `It has ${all.length}${all.length > 0 ? `, such as ${all.slice(0, 3).join(', ')}` : ''}.`;
  throw new Stop('PLAN_WORD_UNKNOWN', `The problem has no ${what} "${word}". ${hint}`, exitCodes.badInput);
}

/** The problem with its objectives as `--order` names them; the problem as it is where nothing was typed. */
export function ordered(problem: PlanProblem, named?: readonly string[]): PlanProblem {
  if (named === undefined) return problem;
  const objectives = orderObjectives(problem.objectives, named);
  if (!('fault' in objectives)) return { ...problem, objectives: [...objectives] };
  const words = `--order ${named.join(',')}: ${objectives.fault}. This problem has ${problem.objectives.join(', ')}.`;
  throw new Stop('TYPED_WRONG', words, exitCodes.badInput);
}
