import type { SolverPort } from '../../solver-port.ts';
import { teamOf, useName, writeOut } from '../problem-model.ts';
import type { OpenPlan } from './open-plan.ts';
import type { Move } from './worse.ts';

/** More uses than this are too many for a solver to be shown at once. */
const mostUses = 200_000;

export type ExactCost =
  | { readonly outcome: 'solved'; readonly moves: readonly Move[]; readonly people: ReadonlyMap<number, number> }
  /** No plan that keeps the rules has it so. */
  | { readonly outcome: 'impossible' }
  | { readonly outcome: 'unproved'; readonly why: string };

/**
 * What it costs, level by level, to have one team more or one fewer in a use, found by solving again: exact, where the
 * certificates alone say "at least". Levels that stay as they are are left out; a level after the first may be better.
 */
export async function exactCost(
  plan: OpenPlan,
  use: number,
  want: 'more' | 'fewer',
  solver: SolverPort,
): Promise<ExactCost> {
  const { model } = plan;
  if (model.uses.count > mostUses) {
    const why = `The problem has ${model.uses.count} uses, too many to solve again with all of them: change the problem by a pin or a bar instead.`;
    return { outcome: 'unproved', why };
  }
  const team = teamOf(model, use);
  const teams = (plan.people.get(use) ?? 0) / team;
  const written = writeOut(model);
  const column = written.chosen.indexOf(use);
  const columns = written.linear.columns.map((one, i) => {
    if (i !== column) return one;
    return want === 'more' ? { ...one, low: teams + 1 } : { ...one, high: teams - 1 };
  });
  const solution = await solver.solveInOrder({ ...written.linear, columns }, written.objectives);
  if (solution.outcome === 'infeasible') return { outcome: 'impossible' };
  if (solution.outcome !== 'solved') {
    return { outcome: 'unproved', why: `${useName(model.c, model.uses, use)}: ${JSON.stringify(solution)}` };
  }
  const moves = solution.levels.flatMap((solved, k): Move[] => {
    const { level = 'fill', unit = '', meaning = '', constant = 0 } = model.levels[k] ?? {};
    const by = solved.value + constant - (plan.evaluation.values[k] ?? 0);
    return by === 0 ? [] : [{ level, unit, meaning, by }];
  });
  const people = new Map<number, number>();
  for (const [i, one] of written.chosen.entries()) {
    const there = (solution.values[i] ?? 0) * teamOf(model, one);
    if (there > 0) people.set(one, there);
  }
  return { outcome: 'solved', moves, people };
}
