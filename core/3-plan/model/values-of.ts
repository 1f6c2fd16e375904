import type { Plan } from '../events.ts';
import { peopleByUse } from './objectives.ts';
import type { PlanModel } from './plan-model.ts';

/** What every column of the model comes to in a plan: its uses, what lines lack, and the changes from the plan before. */
export function valuesOf(plan: Plan, model: PlanModel, former: Plan | undefined): number[] {
  const uses = peopleByUse(plan, model);
  const values = [...uses, ...model.columns.slice(uses.length).map(() => 0)];
  const there = new Map<string, number>();
  const keyOf = (lineId: string, fromOn: string): string => `${lineId} ${fromOn}`;
  for (const [column, { line, period }] of model.arcs.entries()) {
    const key = keyOf(line.lineId, period.fromOn);
    there.set(key, (there.get(key) ?? 0) + (uses[column] ?? 0));
  }
  const most = new Map<string, number>();
  for (const { line, period, unfilled } of model.slots) {
    const lacking = line.people - (there.get(keyOf(line.lineId, period.fromOn)) ?? 0);
    values[unfilled] = lacking;
    most.set(line.lineId, Math.max(most.get(line.lineId) ?? 0, lacking));
  }
  for (const { line, column } of model.lacks) values[column] = most.get(line.lineId) ?? 0;
  if (!former) return values;
  const before = peopleByUse(former, model);
  // The columns that count changes come last, two for every use: more, then fewer.
  let column = values.length - 2 * uses.length;
  for (const [i, people] of uses.entries()) {
    values[column++] = Math.max(0, people - (before[i] ?? 0));
    values[column++] = Math.max(0, (before[i] ?? 0) - people);
  }
  return values;
}
