import { z } from 'zod';
import type { ObjectiveName, PlanProblem } from './problem/plan-problem.ts';

/** What plans call the objectives of a problem: they have been recorded under these names from the first. */
const problemNames = {
  fill: 'lean',
  changes: 'changes',
  days: 'fill',
  arrival: 'travel',
  cost: 'cost',
  burden: 'burden',
} as const satisfies Readonly<Record<string, ObjectiveName>>;

export type PlanObjective = keyof typeof problemNames;
const planObjectives = Object.keys(problemNames) as PlanObjective[];

/** A recorded name for an objective of a problem; the problem's own where there is none. */
export const recordedName = (level: string): string =>
  planObjectives.find((name) => problemNames[name] === level) ?? level;

/** The order in which a planner wants the objectives, filling first; what is not named follows as it would be. */
export const planOrderSchema = z
  .array(z.enum(planObjectives, `must be one of ${planObjectives.join(', ')}`))
  .min(1)
  .refine((order) => order[0] === 'fill', 'must begin with "fill": nobody is left out to save anything else')
  .refine((order) => new Set(order).size === order.length, 'must name nothing twice');
export type PlanOrdering = z.infer<typeof planOrderSchema>;

/** The problem with its objectives in that order. Where no plan stands there are no changes to keep small. */
export function inOrder(problem: PlanProblem, order: readonly PlanObjective[] = []): PlanProblem {
  const named = order.map((name) => problemNames[name]).filter((name) => name !== 'changes' || problem.former);
  const rest = problem.objectives.filter((name) => !named.some((one) => one === name));
  return { ...problem, objectives: [...named, ...rest] };
}
