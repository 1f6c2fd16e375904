import { parts } from './heavier-burdens.ts';
import type { LinearPlan, Unsolved } from './linear-plan.ts';
import { settle } from './settle.ts';

/** So much more than they are worth levels before weigh, lest more than that be taken from them. */
const restraint = 1.1;

/**
 * A planner who allows a gap lets the levels before the burden be a little worse: that is given for a lighter largest
 * burden here, as light as it can be for that, and the plan is limited to it. Nothing is taken from the first level.
 * `spentGap` is the gap that is spent so on each of those levels.
 */
export async function shareBurden(plan: LinearPlan, spentGap: number): Promise<Unsolved | undefined> {
  const { burdenLevel } = plan.condensed;
  const last = burdenLevel - 1;
  if (last < 1 || spentGap <= 0) return undefined;
  const values = plan.levelValues().map((value, k) => {
    return k > 0 && k < last ? value + spentGap * Math.abs(value) : value;
  });
  const stopped = (await plan.minimize(last, values)) ?? (await settle(plan));
  if (stopped) return stopped;
  const worths = plan.worths();
  const least = plan.levelValues()[last] ?? 0;
  values[last] = least + spentGap * Math.abs(least);
  const halted = (await plan.minimize(burdenLevel, values)) ?? (await settle(plan));
  if (halted) return halted;
  const limits = limitsOf(plan, Math.ceil((plan.levelValues()[burdenLevel] ?? 0) - 1e-6));
  const weights = plan.usual.map((usual, k) => {
    return k > 0 && k < last ? Math.min(usual, restraint * (worths[k] ?? 0)) : usual;
  });
  return (await plan.weighAll(weights)) ?? (await settle(plan)) ?? (await plan.limit(limits, new Map()));
}

/** What each lender may give, at each time, for no burden to be heavier. */
function limitsOf({ condensed }: LinearPlan, burden: number): Map<number, number> {
  const { reserveAt, model, most } = condensed;
  const { lenders } = model.c.problem;
  const stretches = model.c.stretches.length;
  const limits = new Map<number, number>();
  for (const [row, rule] of reserveAt.entries()) {
    const people = Math.floor((burden * (lenders[Math.floor(row / stretches)]?.strength ?? 0)) / parts);
    if (rule >= 0 && people < (most[rule] ?? 0)) limits.set(rule, people);
  }
  return limits;
}
