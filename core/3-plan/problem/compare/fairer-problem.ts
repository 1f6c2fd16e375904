import type { ObjectiveName, PlanProblem } from '../plan-problem.ts';
import type { SolvedProblem } from '../solved-problem.ts';

/** What may be given up for a fairer share: filling never. */
const givingUp = ['arrival', 'travel', 'cost'] as const;
type GivingUp = (typeof givingUp)[number];

/** What is given up unless a planner says otherwise, in percent of arrival and of cost. */
export const usualSlacks: readonly number[] = [0, 0.1, 1, 5];

/**
 * The problem whose best plan is the fairest: filled as well as ever, with so many percent more of arrival and cost than
 * the plan has, the largest share of strength that any lender gives is as small as can be; then the rest, as before. It
 * is a problem like any other, so its plan is proved like any other. A sentence where there is nothing to give up.
 */
export function fairerProblem(
  problem: PlanProblem,
  plan: Pick<SolvedProblem, 'levels'>,
  slackPercent: number,
): PlanProblem | { readonly fault: string } {
  const ceilings = plan.levels.flatMap(({ level, value }) =>
    isGivingUp(level) ? [{ objective: level, most: withSlack(value, slackPercent) }] : [],
  );
  if (ceilings.length === 0)
    return { fault: 'the plan was not made to keep arrival or cost small, so there is nothing to give up' };
  const others = problem.objectives.filter((name) => name !== 'burden');
  const afterFilling = others.findIndex((name) => name !== 'lean' && name !== 'fill');
  const at = afterFilling < 0 ? others.length : afterFilling;
  const objectives: ObjectiveName[] = [...others.slice(0, at), 'burden', ...others.slice(at)];
  return { ...problem, objectives, ceilings };
}

const isGivingUp = (level: ObjectiveName): level is GivingUp => givingUp.some((one) => one === level);

/** Whole numbers throughout; a slack has three decimals at most. */
function withSlack(value: number, slackPercent: number): number {
  const thousandths = BigInt(Math.round(slackPercent * 1000));
  return Number(BigInt(value) + (BigInt(value) * thousandths) / 100_000n);
}
