import { lengthDays } from '@muster/terms';
import type { Plan } from '../events.ts';
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

/** People of a pool on a line in a period, in the plan before. */
export function formerPeople(former: Plan, model: PlanModel): number[] {
  return model.arcs.map((arc) =>
    former.assignments
      .filter(
        (a) =>
          a.lenderId === arc.lenderId &&
          a.poolId === arc.pool.poolId &&
          a.lineId === arc.line.lineId &&
          a.kind.statusId === arc.kind.statusId &&
          a.period.fromOn <= arc.period.fromOn &&
          arc.period.toOn <= a.period.toOn,
      )
      .reduce((n, a) => n + a.people, 0),
  );
}
