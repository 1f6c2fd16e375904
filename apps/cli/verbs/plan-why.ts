import { exitCodes } from '@muster/house';
import { exactCost, type OpenPlan, prices, type WhyUse, why } from '@muster/plan/problem';
import { openHighsSolver } from '@muster/solver-highs';
import { type Day, daySchema } from '@muster/terms';
import { openPlanFile, readPlanFile } from '../plan-file.ts';
import { named } from '../plan-words.ts';
import { priceWords } from '../print/plan-prices.ts';
import { printWhy } from '../print/plan-why.ts';
import { print, printJson, Stop } from '../session.ts';

interface Asked {
  readonly pool: string;
  readonly line: string;
  readonly on?: string;
  readonly exact?: boolean;
  readonly json?: boolean;
}

/** Why a pool is, or is not, on a line: what bars it, what keeps it, who would be there instead. */
export async function planWhy(file: string, { pool, line, on, exact, json }: Asked): Promise<void> {
  const read = readPlanFile(file);
  const poolId = named(read.problem, 'pool', pool);
  const lineId = named(read.problem, 'line', line);
  const plan = openPlanFile(read);
  const uses = why(plan, poolId, lineId, on === undefined ? undefined : dayOf(on));
  if (uses.length === 0) {
    throw new Stop('PLAN_DAY_OUTSIDE', `The line "${lineId}" asks for nobody on ${on}.`, exitCodes.badInput);
  }
  const asked = exact ? await exactly(plan, uses) : uses;
  if (json) printJson({ poolId, lineId, uses: asked });
  else print(printWhy(poolId, lineId, asked));
}

/** All that one more of would be worth something. */
export function planPrices(file: string, { json }: { readonly json?: boolean }): void {
  const found = prices(openPlanFile(readPlanFile(file)));
  if (json) printJson({ prices: found });
  else print(found.length > 0 ? found.map(priceWords).join('\n') : 'Nothing that is bounded would be worth more.');
}

/** Solves again for whatever a proof alone does not tell exactly. */
async function exactly(plan: OpenPlan, uses: readonly WhyUse[]): Promise<WhyUse[]> {
  const solver = await openHighsSolver();
  const found: WhyUse[] = [];
  for (const asked of uses) {
    if (asked.use === undefined || asked.exactly) {
      found.push(asked);
      continue;
    }
    const cost = await exactCost(plan, asked.use, asked.people > 0 ? 'fewer' : 'more', solver);
    if (cost.outcome === 'unproved') throw new Stop('PLAN_UNPROVED', cost.why, exitCodes.refused);
    found.push({ ...asked, exactly: cost });
  }
  return found;
}

function dayOf(text: string): Day {
  const read = daySchema.safeParse(text);
  if (read.success) return read.data;
  throw new Stop('TYPED_WRONG', `--on ${text} is no day; write it as 2025-06-01.`, exitCodes.badInput);
}
