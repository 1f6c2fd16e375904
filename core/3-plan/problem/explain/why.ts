import type { Day, Period } from '@muster/terms';
import type { ExactChanges } from '../flow/exact-changes.ts';
import { useNumber, usesNumbered } from '../use-numbers.ts';
import { type Hindrance, hindrances, isOpen, reaches, type Uses } from '../uses.ts';
import { type BindingRule, bindingRules } from './binding-rules.ts';
import { type ExactCost, exactByPrices } from './exact-cost.ts';
import type { LevelProver } from './level-prover.ts';
import type { OpenPlan } from './open-plan.ts';
import { type Move, movesOf, worseBy } from './worse.ts';

/** Who would be on the line if one of the people there were not; nobody where no pool is named. */
export interface Instead {
  readonly poolId?: string;
  readonly kind?: string;
  /** How much worse it would be at least; absent where the certificates prove no loss. */
  readonly worse?: Move;
  /** By how much each level moves exactly; only where the plan is the best of a pure network. */
  readonly exactly?: readonly Move[];
}

/** Why a pool is, or is not, on a line in one period under one kind of service. */
export interface WhyUse {
  /** Its number, by which `exactCost` is asked; absent where it is barred. */
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
  /** What one team more costs exactly, or one fewer where they are; only where the plan is the best of a pure network. */
  readonly exactly?: ExactCost;
  readonly rules: readonly BindingRule[];
  /** The next best in their stead, best first; only where they are there. */
  readonly instead: readonly Instead[];
}

/** The next best shown. */
const fewInstead = 3;

/** Every period and kind in which the pool could be thought of on the line, or those of one day. */
export function why(plan: OpenPlan, poolId: string, lineId: string, on?: Day): WhyUse[] {
  const { c } = plan.model;
  const p = c.pools.findIndex((pool) => pool.poolId === poolId);
  const found: WhyUse[] = [];
  for (const [l, line] of c.lines.entries()) {
    if (line.ofLineId !== lineId && line.lineId !== lineId) continue;
    for (const [slot, , period] of reaches(c, l)) {
      if (on !== undefined && !(period.fromOn <= on && on < period.toOn)) continue;
      for (const kind of c.pools[p]?.kinds ?? []) {
        const about = { lineId: line.lineId, period, kind };
        if (isOpen(c, p, l, slot, kind) && (c.pools[p]?.people ?? 0) > 0) {
          const use = useNumber(c, p, slot, c.kinds.indexOf(kind));
          found.push({ use, ...about, ...openUse(plan, use) });
        } else {
          const barred = hindrances(c, p, l, period, kind);
          const team = c.pools[p]?.teamSize ?? 1;
          found.push({ ...about, people: 0, team, hindrances: barred, rules: [], instead: [] });
        }
      }
    }
  }
  return found;
}

function openUse(plan: OpenPlan, number: number): Omit<WhyUse, 'use' | 'lineId' | 'period' | 'kind'> {
  const { c } = plan.model;
  const people = plan.peopleIn.get(number) ?? 0;
  const uses = usesNumbered(c, [number]);
  const exactly = exactByPrices(plan, number, people > 0 ? 'fewer' : 'more');
  const oneMore = costOfOneMore(plan, uses, 0, people);
  return {
    people,
    team: c.pools[uses.pool[0] ?? 0]?.teamSize ?? 1,
    hindrances: [],
    ...(oneMore && { oneMore }),
    ...(exactly && { exactly }),
    rules: bindingRules(plan, uses, 0),
    instead: people === 0 ? [] : plan.exact ? exactInstead(plan, plan.exact, uses) : insteadOf(plan, uses),
  };
}

/** How much worse a plan is at least that has one team more in a use. */
const costOfOneMore = (plan: OpenPlan, uses: Uses, use: number, people: number): Move | undefined => {
  const { teamSize = 1 } = plan.model.c.pools[uses.pool[use] ?? 0] ?? {};
  return worseBy(plan, (prover) => atLeastNothing(prover.costOfUse(uses, use)) * BigInt(people + teamSize));
};

/** Others who could take the slot, and nobody, by what one more of them costs exactly. */
function exactInstead({ model }: OpenPlan, exact: ExactChanges, uses: Uses): Instead[] {
  const { c } = model;
  const firstDifference = (a: readonly number[], b: readonly number[]) =>
    a.map((n, k) => n - (b[k] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return exact
    .others(uses.slot[0] ?? 0)
    .filter(({ use }) => use === 'nobody' || use.pool !== uses.pool[0])
    .sort((a, b) => firstDifference(a.costs, b.costs))
    .slice(0, fewInstead)
    .map(({ use, costs }) => ({
      ...(use !== 'nobody' && { poolId: c.pools[use.pool]?.poolId ?? '', kind: c.kinds[use.kind] ?? '' }),
      exactly: movesOf(model, costs),
    }));
}

/** Uses that take all the slots of this one, and nobody at all, by what one more of them would cost at least. */
function insteadOf(plan: OpenPlan, asked: Uses): Instead[] {
  const { c, uses } = plan.model;
  const first = asked.slot[0] ?? 0;
  const found: (Instead & { readonly rank: readonly number[] })[] = [];
  const lacking = (prover: LevelProver) => {
    let cost = 0n;
    for (let s = first; s < first + (asked.slots[0] ?? 0); s++)
      cost += atLeastNothing(prover.costOfLacking(s)) * BigInt((plan.evaluation.lacking[s] ?? 0) + 1);
    return cost;
  };
  const nobody = worseBy(plan, lacking);
  found.push({ ...(nobody && { worse: nobody }), rank: rankOf(plan, nobody) });
  for (let u = 0; u < uses.count; u++) {
    if (uses.slot[u] !== first || uses.pool[u] === asked.pool[0]) continue;
    const worse = costOfOneMore(plan, uses, u, plan.people.get(u) ?? 0);
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
