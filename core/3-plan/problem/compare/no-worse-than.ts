import { assignedUses, peopleAmong } from '../assigned-uses.ts';
import { compileProblem } from '../compile-problem.ts';
import type { PlanProblem } from '../plan-problem.ts';
import { problemModel } from '../problem-model.ts';
import { type ProblemAnswer, tellSolved } from '../solve-problem.ts';

type Solved = Extract<ProblemAnswer, { outcome: 'solved' }>;

/**
 * A plan that allows less is a plan that allows more, too: where a solver has found none as good as the one before, that
 * one is told again, with what is proved of this problem. So a curve never turns back.
 */
export function noWorseThan(problem: PlanProblem, before: Solved | undefined, now: Solved): Solved {
  const { certificates } = now;
  if (!before || now.prices) return now;
  const c = compileProblem(problem);
  const assigned = assignedUses(c, before.solved.assignments);
  if (typeof assigned === 'string') return now;
  const model = problemModel(c);
  const told = tellSolved(model, peopleAmong(model.uses, assigned), certificates, before.solved.solver);
  if (told.outcome !== 'solved') return now;
  for (const [k, { value }] of told.solved.levels.entries()) {
    const other = now.solved.levels[k]?.value ?? value;
    if (value !== other) return value < other ? told : now;
  }
  return now;
}
