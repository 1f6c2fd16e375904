import { assignedUses } from '../assigned-uses.ts';
import { compileProblem } from '../compile-problem.ts';
import { evaluate } from '../evaluate.ts';
import type { ObjectiveName, PlanProblem } from '../plan-problem.ts';
import { type ProblemModel, problemModel } from '../problem-model.ts';
import type { SolvedProblem } from '../solved-problem.ts';

/** Counted for every plan, whatever it was made to make small. */
const counted: readonly ObjectiveName[] = ['fill', 'arrival', 'cost', 'burden'];

export interface PlanFigures {
  readonly levels: readonly { readonly level: string; readonly unit: string; readonly value: number }[];
  /** The most people of each lender away at any one time. */
  readonly lenders: ReadonlyMap<string, number>;
}

/** The figures by which any two plans are compared; words when the plan is none for its problem. */
export function planFigures(problem: PlanProblem, solved: Pick<SolvedProblem, 'assignments'>): PlanFigures | string {
  const c = compileProblem({ ...problem, objectives: [...counted] });
  const assigned = assignedUses(c, solved.assignments);
  if (typeof assigned === 'string') return assigned;
  const { uses, people } = assigned;
  const model = problemModel(c, uses);
  const { values } = evaluate(model, people);
  return {
    levels: model.levels.map(({ level, unit }, k) => ({ level, unit, value: values[k] ?? 0 })),
    lenders: mostAway(model, people),
  };
}

function mostAway({ c, uses }: ProblemModel, people: ReadonlyMap<number, number>): Map<string, number> {
  const away = new Map<string, number[]>();
  for (const [use, n] of people) {
    const { lenderId = '' } = c.pools[uses.pool[use] ?? 0] ?? {};
    const times = away.get(lenderId) ?? c.stretches.map(() => 0);
    const first = uses.slot[use] ?? 0;
    for (let slot = first; slot < first + (uses.slots[use] ?? 0); slot++) {
      const t = c.slots[slot]?.stretch ?? 0;
      times[t] = (times[t] ?? 0) + n;
    }
    away.set(lenderId, times);
  }
  return new Map([...away].map(([lenderId, times]) => [lenderId, Math.max(0, ...times)]));
}
