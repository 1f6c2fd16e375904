import type { Day, Period } from '@muster/terms';
import { teamOf } from '../problem-model.ts';
import { type Hindrance, hindrances, reaches } from '../uses.ts';
import { type BindingRule, bindingRules } from './binding-rules.ts';
import type { LevelProver } from './level-prover.ts';
import type { OpenPlan } from './open-plan.ts';
import { type Move, worseBy } from './worse.ts';

/** Who would be on the line if one of the people there were not; nobody where no pool is named. */
export interface Instead {
  readonly poolId?: string;
  readonly kind?: string;
  /** How much worse it would be at least; absent where the certificates prove no loss. */
  readonly worse?: Move;
}

/** Why a pool is, or is not, on a line in one period under one kind of service. */
export interface WhyUse {
  /** Its number among the open uses; absent where it is barred. */
  readonly use?: number;
  readonly lineId: string;
  readonly period: Period;
  readonly kind: string;
  readonly people: number;
  /** What stands in the way, all of it by name; empty when nothing does. */
  readonly hindrances: readonly Hindrance[];
  /** They come so many at a time. */
  readonly team: number;
  /** What one more team there would cost at least; absent where they are barred, or where no loss is proved. */
  readonly oneMore?: Move;
  readonly rules: readonly BindingRule[];
  /** The next best in their stead, best first; only where they are there. */
  readonly instead: readonly Instead[];
}

/** The next best shown. */
const fewInstead = 3;

/** Every period and kind in which the pool could be thought of on the line, or those of one day. */
export function why(plan: OpenPlan, poolId: string, lineId: string, on?: Day): WhyUse[] {
  const { c, uses } = plan.model;
  const p = c.pools.findIndex((pool) => pool.poolId === poolId);
  const [firstUse, endUse] = usesOfPool(plan, p);
  const found: WhyUse[] = [];
  for (const [l, line] of c.lines.entries()) {
    if (line.ofLineId !== lineId && line.lineId !== lineId) continue;
    for (const [slot, , period] of reaches(c, l)) {
      if (on !== undefined && !(period.fromOn <= on && on < period.toOn)) continue;
      for (const kind of c.pools[p]?.kinds ?? []) {
        let use = -1;
        for (let u = firstUse; u < endUse; u++) {
          if (uses.line[u] === l && uses.slot[u] === slot && c.kinds[uses.kind[u] ?? 0] === kind) use = u;
        }
        const about = { lineId: line.lineId, period, kind };
        if (use >= 0) found.push({ use, ...about, ...openUse(plan, use) });
        else {
          const barred = hindrances(c, p, l, period, kind);
          const team = c.pools[p]?.teamSize ?? 1;
          found.push({ ...about, people: 0, team, hindrances: barred, rules: [], instead: [] });
        }
      }
    }
  }
  return found;
}

function openUse(plan: OpenPlan, use: number): Omit<WhyUse, 'use' | 'lineId' | 'period' | 'kind'> {
  const people = plan.people.get(use) ?? 0;
  const oneMore = costOfOneMore(plan, use);
  return {
    people,
    team: teamOf(plan.model, use),
    hindrances: [],
    ...(oneMore && { oneMore }),
    rules: bindingRules(plan, use),
    instead: people > 0 ? insteadOf(plan, use) : [],
  };
}

/** How much worse a plan is at least that has one team more in a use. */
export const costOfOneMore = (plan: OpenPlan, use: number): Move | undefined => {
  const people = (plan.people.get(use) ?? 0) + teamOf(plan.model, use);
  return worseBy(plan, (prover) => atLeastNothing(prover.costOfUse(use)) * BigInt(people));
};

/** Uses that take all the slots of this one, and nobody at all, by what one more of them would cost. */
function insteadOf(plan: OpenPlan, use: number): Instead[] {
  const { c, uses } = plan.model;
  const first = uses.slot[use] ?? 0;
  const found: (Instead & { readonly rank: readonly number[] })[] = [];
  const lacking = (prover: LevelProver) => {
    let cost = 0n;
    for (let s = first; s < first + (uses.slots[use] ?? 0); s++)
      cost += atLeastNothing(prover.costOfLacking(s)) * BigInt((plan.evaluation.lacking[s] ?? 0) + 1);
    return cost;
  };
  const nobody = worseBy(plan, lacking);
  found.push({ ...(nobody && { worse: nobody }), rank: rankOf(plan, nobody) });
  for (let u = 0; u < uses.count; u++) {
    if (uses.slot[u] !== first || uses.pool[u] === uses.pool[use]) continue;
    const worse = costOfOneMore(plan, u);
    const poolId = c.pools[uses.pool[u] ?? 0]?.poolId ?? '';
    const kind = c.kinds[uses.kind[u] ?? 0] ?? '';
    found.push({ poolId, kind, ...(worse && { worse }), rank: rankOf(plan, worse) });
  }
  return found
    .sort((a, b) => (b.rank[0] ?? 0) - (a.rank[0] ?? 0) || (a.rank[1] ?? 0) - (b.rank[1] ?? 0))
    .slice(0, fewInstead)
    .map(({ rank: _, ...instead }) => instead);
}

/** The later the level that suffers the better, then the less it suffers. */
const rankOf = ({ model }: OpenPlan, worse: Move | undefined): readonly number[] =>
  worse ? [model.levels.findIndex((level) => level.level === worse.level), worse.by] : [model.levels.length, 0];

const atLeastNothing = (cost: bigint): bigint => (cost > 0n ? cost : 0n);

/** Uses are numbered pool by pool. */
function usesOfPool({ model: { uses } }: OpenPlan, p: number): [first: number, end: number] {
  const firstFrom = (pool: number) => {
    let [low, high] = [0, uses.count];
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((uses.pool[mid] ?? 0) < pool) low = mid + 1;
      else high = mid;
    }
    return low;
  };
  return [firstFrom(p), firstFrom(p + 1)];
}
