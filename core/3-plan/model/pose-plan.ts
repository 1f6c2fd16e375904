import type { LawPort } from '@muster/decision/events';
import type { Line } from '@muster/request/events';
import type { Period } from '@muster/terms';
import { type Arc, type TravelTerms, weighArc } from '../arc.ts';
import { allConstraints } from '../constraints/index.ts';
import type { Plan } from '../events.ts';
import { linePeriods, turningDays } from '../periods.ts';
import type { PlanningPicture } from '../planning-picture.ts';
import type { Objective } from '../solver-port.ts';
import { countChanges } from './count-changes.ts';
import { arrival, changes, cost, days, fill, peopleByUse } from './objectives.ts';
import { buildModel, type PlanModel } from './plan-model.ts';

/** The question a plan answers. It follows from the record alone, so that a certificate can be checked against it later. */
export interface PosedPlan {
  /** Every possible use, barred or not. */
  readonly arcs: readonly Arc[];
  readonly slots: readonly { readonly line: Line; readonly period: Period }[];
  readonly model: PlanModel;
  readonly objectives: readonly Objective[];
}

/** Poses the question: a first plan, or, where one stands, the one nearest to it. */
export function posePlan(
  picture: PlanningPicture,
  law: LawPort,
  travel: TravelTerms,
  former: Plan | undefined,
): PosedPlan {
  const turning = turningDays(picture, law);
  const slots = (picture.request?.lines ?? []).flatMap((line) =>
    linePeriods(line, turning).map((period) => ({ line, period })),
  );
  const arcs: Arc[] = [];
  for (const { lenderId, pools } of picture.offers) {
    for (const pool of pools) {
      for (const slot of slots) {
        for (const kind of pool.kinds) arcs.push(weighArc(picture, law, travel, { pool, lenderId, kind, ...slot }));
      }
    }
  }
  const open = arcs.filter((a) => a.obstacles.length === 0);
  const base = buildModel(picture, open, slots, allConstraints);
  if (!former) return { arcs, slots, model: base, objectives: [fill(base), days(base), arrival(base), cost(base)] };
  // Re-planning: after the fill, fewest changes come before everything else.
  const { model, changeColumns } = countChanges(base, peopleByUse(former, base));
  const objectives = [fill(model), changes(changeColumns), days(model), arrival(model), cost(model)];
  return { arcs, slots, model, objectives };
}
