import { heavierBurdens } from './heavier-burdens.ts';
import type { LinearPlan, Unsolved } from './linear-plan.ts';

/** Shows what is wanted, until no way would make the costs less and no lender's burden is heavier than counted. */
export async function settle(plan: LinearPlan): Promise<Unsolved | undefined> {
  for (;;) {
    const unsolved = await plan.priceOut();
    if (unsolved) return unsolved;
    const rows = heavierBurdens(plan);
    if (rows.length === 0) return undefined;
    const stopped = await plan.add(rows);
    if (stopped) return stopped;
  }
}
