import { parts } from '../levels/burden.ts';
import type { LinearPlan, Unsolved } from './linear-plan.ts';
import { settle } from './settle.ts';

/** A level that is worse by less than this share is a solver's rounding. */
const rounding = 1e-9;

/**
 * Caps shares of strength at the least, in thousandths, within which lenders' whole people leave the first level no worse than
 * `values`; `from` is known to be no more. Parts of people could often be shared lighter: three of a hundred are 30
 * thousandths, and three and a half are nobody.
 */
export async function capAtLeastShare(
  plan: LinearPlan,
  values: readonly number[],
  from: number,
): Promise<Unsolved | undefined> {
  const stopped = await plan.minimize(0, values);
  if (stopped) return stopped;
  let [low, high] = [from - 1, from];
  for (let step = 1; high < parts; step *= 2) {
    const kept = await keepsFirst(plan, values, high);
    if (typeof kept !== 'boolean') return kept;
    if (kept) break;
    low = high;
    high = Math.min(parts, high + step);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const kept = await keepsFirst(plan, values, middle);
    if (typeof kept !== 'boolean') return kept;
    if (kept) high = middle;
    else low = middle;
  }
  plan.capShares(high);
  return undefined;
}

/** Whether the first level, which is being made small, need not be worse where no share is larger. */
export async function keepsFirst(
  plan: LinearPlan,
  values: readonly number[],
  share: number,
): Promise<boolean | Unsolved> {
  plan.capShares(share);
  const stopped = (await plan.solve()) ?? (await settle(plan));
  if (stopped) return stopped;
  const allowed = values[0] ?? 0;
  return (plan.levelValues()[0] ?? 0) <= allowed + rounding * Math.max(1, Math.abs(allowed));
}
