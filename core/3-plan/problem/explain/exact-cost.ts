import type { SolverPort } from '../../solver-port.ts';
import { evaluate } from '../evaluate.ts';
import type { ExactChange } from '../flow/exact-changes.ts';
import { teamOf, writeOut } from '../problem-model.ts';
import { placeOfUse, usesNumbered } from '../use-numbers.ts';
import type { OpenPlan } from './open-plan.ts';
import { type Move, movesOf } from './worse.ts';

/** More uses than this are too many for a solver to be shown at once. */
const mostUses = 200_000;

/** So many people of a pool who come to a slot. */
export interface Coming {
  readonly poolId: string;
  readonly people: number;
}

export type ExactCost =
  | { readonly outcome: 'solved'; readonly moves: readonly Move[]; readonly instead: readonly Coming[] }
  /** No plan that keeps the rules has it so. */
  | { readonly outcome: 'impossible' }
  | { readonly outcome: 'unproved'; readonly why: string };

/**
 * What it costs, level by level, to have one team more or one fewer in a use, by its number: exact, where a proof alone says
 * "at least". A plan of a pure network tells it from its prices; any other is solved again. Levels that stay as they are are
 * left out; a level after the first may be better.
 */
export async function exactCost(
  plan: OpenPlan,
  number: number,
  want: 'more' | 'fewer',
  solver: SolverPort,
): Promise<ExactCost> {
  const exact = exactByPrices(plan, number, want);
  if (exact) return exact;
  const { model, people } = plan;
  const { c, uses } = model;
  const { pool, slot, kind } = partsOf(plan, number);
  const use = placeOfUse(uses, pool, slot, kind);
  if (uses.count > mostUses) {
    return {
      outcome: 'unproved',
      why: `The problem has ${uses.count} uses, too many to solve again with all of them.`,
    };
  }
  const team = teamOf(model, use);
  const teams = (people.get(use) ?? 0) / team + (want === 'more' ? 1 : -1);
  const written = writeOut(model);
  const columns = written.linear.columns.map((one, i) =>
    i !== use ? one : want === 'more' ? { ...one, low: teams } : { ...one, high: teams },
  );
  const solution = await solver.solveInOrder({ ...written.linear, columns }, written.objectives);
  if (solution.outcome === 'infeasible') return { outcome: 'impossible' };
  if (solution.outcome !== 'solved') return { outcome: 'unproved', why: JSON.stringify(solution) };
  const found = new Map<number, number>();
  const instead: Coming[] = [];
  for (let one = 0; one < uses.count; one++) {
    const n = (solution.values[one] ?? 0) * teamOf(model, one);
    if (n > 0) found.set(one, n);
    const more = n - (people.get(one) ?? 0);
    const isThere = uses.line[one] === uses.line[use] && uses.slot[one] === slot;
    if (more > 0 && isThere) instead.push({ poolId: c.pools[uses.pool[one] ?? 0]?.poolId ?? '', people: more });
  }
  const { values } = evaluate(model, found);
  const by = values.map((value, k) => value - (plan.evaluation.values[k] ?? 0));
  return { outcome: 'solved', moves: movesOf(model, by), instead };
}

/** The same at once, where the plan is the best of a pure network; undefined elsewhere. */
export function exactByPrices(plan: OpenPlan, number: number, want: 'more' | 'fewer'): ExactCost | undefined {
  if (!plan.exact) return undefined;
  const use = partsOf(plan, number);
  const change = want === 'more' ? plan.exact.oneMore(use) : plan.exact.oneFewer(use);
  if (!change) return { outcome: 'impossible' };
  return { outcome: 'solved', moves: movesOf(plan.model, change.costs), instead: comingOf(plan, change) };
}

function comingOf({ model }: OpenPlan, { instead }: ExactChange): Coming[] {
  if (instead === undefined || instead === 'nobody') return [];
  return [{ poolId: model.c.pools[instead.pool]?.poolId ?? '', people: 1 }];
}

function partsOf({ model: { c } }: OpenPlan, number: number) {
  const { pool, slot, kind } = usesNumbered(c, [number]);
  return { pool: pool[0] ?? 0, slot: slot[0] ?? 0, kind: kind[0] ?? 0 };
}
