import { lengthDays } from '@muster/terms';
import type { Assignment, Plan } from '../events.ts';
import type { Objective } from '../solver-port.ts';
import type { PlanModel } from './plan-model.ts';

/** How much a missing person weighs, by the line's priority: each step down counts half. */
export const priorityWeight = (priority: number): number => 2 ** (5 - priority);

/** First of all: as few people lacking as can be, the urgent lines first, each line measured when it lacks most. */
export const fill = (model: PlanModel): Objective => ({
  level: 'fill',
  meaning: 'people lacking at each line’s leanest time, weighted 16, 8, 4, 2, 1 by priority',
  terms: model.lacks.map((l) => [l.column, priorityWeight(l.line.priority)]),
});

/** Then as few days without people, so that those who can come for part of the time are used too. */
export const days = (model: PlanModel): Objective => ({
  level: 'days',
  meaning: 'person-days lacking, weighted 16, 8, 4, 2, 1 by priority',
  terms: model.slots.map((s) => [s.unfilled, priorityWeight(s.line.priority) * lengthDays(s.period)]),
});

/** People come from as near as can be. */
export const arrival = (model: PlanModel): Objective => ({
  level: 'arrival',
  meaning: 'days of travel, over all people and days',
  terms: model.arcs.map((a, column) => [column, a.travelDays * lengthDays(a.period)]),
});

export const cost = (model: PlanModel): Objective => ({
  level: 'cost',
  meaning: 'cost in cents',
  terms: model.arcs.map((a, column) => [column, a.pool.personDayCents * lengthDays(a.period)]),
});

/** When re-planning: everybody who is moved counts. */
export const changes = (changeColumns: readonly number[]): Objective => ({
  level: 'changes',
  meaning: 'people put on or taken off a line, over all periods, against the plan before',
  terms: changeColumns.map((column) => [column, 1]),
});

/** People of a pool on a line in a period, in a plan. */
export function peopleByUse(plan: Plan, model: PlanModel): number[] {
  const keyOf = ({ lenderId, lineId, kind }: UseKey, poolId: string): string =>
    JSON.stringify([lenderId, poolId, lineId, kind.statusId, kind.delegationIds]);
  const byUse = new Map<string, Assignment[]>();
  for (const a of plan.assignments) {
    const key = keyOf(a, a.poolId);
    byUse.set(key, [...(byUse.get(key) ?? []), a]);
  }
  return model.arcs.map(({ pool, lenderId, line, kind, period }) =>
    (byUse.get(keyOf({ lenderId, lineId: line.lineId, kind }, pool.poolId)) ?? [])
      .filter((a) => a.period.fromOn <= period.fromOn && period.toOn <= a.period.toOn)
      .reduce((n, a) => n + a.people, 0),
  );
}

type UseKey = Pick<Assignment, 'lenderId' | 'lineId' | 'kind'>;
