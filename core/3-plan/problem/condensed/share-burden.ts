import { capAtLeastShare } from './least-share.ts';
import type { LinearPlan, Unsolved } from './linear-plan.ts';
import { settle } from './settle.ts';

/** So much more than they are worth levels before weigh, lest more than that be taken from them. */
const restraint = 1.1;

/**
 * Caps the shares of lenders, so that the largest burden is light. Right after the first level it is as light as whole people of
 * lenders can have it. Later a planner who allows a gap lets the levels between be a little worse: that is given for a lighter
 * burden. `spentGap` is the gap that is spent so on each of those levels.
 */
export async function shareBurden(plan: LinearPlan, spentGap: number): Promise<Unsolved | undefined> {
  const { burdenLevel } = plan.condensed;
  const last = burdenLevel - 1;
  if (last < 0 || (last > 0 && spentGap <= 0)) return undefined;
  const values = plan.levelValues().map((value, k) => {
    return k > 0 && k < last ? value + spentGap * Math.abs(value) : value;
  });
  const stopped = (await plan.minimize(last, values)) ?? (await settle(plan));
  if (stopped) return stopped;
  const worths = plan.worths();
  const least = plan.levelValues()[last] ?? 0;
  values[last] = last > 0 ? least + spentGap * Math.abs(least) : Math.ceil(least - 1e-6);
  const halted = (await plan.minimize(burdenLevel, values)) ?? (await settle(plan));
  if (halted) return halted;
  const share = Math.ceil((plan.levelValues()[burdenLevel] ?? 0) - 1e-6);
  const uncapped = last > 0 ? undefined : await capAtLeastShare(plan, values, share);
  if (uncapped) return uncapped;
  const weights = plan.usual.map((usual, k) => {
    if (k === burdenLevel) return 0;
    return k > 0 && k < last ? Math.min(usual, restraint * (worths[k] ?? 0)) : usual;
  });
  const weighed = (await plan.weighAll(weights)) ?? (await settle(plan));
  if (weighed || last === 0) return weighed;
  plan.capShares(share);
  return plan.solve();
}
