import type { LawPort } from '@muster/decision/events';
import { lengthDays, type PlanId } from '@muster/terms';
import { type Arc, type TravelTerms, weighArc } from './arc.ts';
import { allConstraints } from './constraints/index.ts';
import type { Assignment, LineOutcome, Plan, ProvedLevel } from './events.ts';
import { explainShort } from './explain-short.ts';
import { countChanges } from './model/count-changes.ts';
import { arrival, changes, cost, days, fill, formerPeople } from './model/objectives.ts';
import { buildModel, type PlanModel } from './model/plan-model.ts';
import { linePeriods, turningDays } from './periods.ts';
import type { PlanningPicture } from './planning-picture.ts';
import type { Objective, Solution, SolvedLevel, SolveProgress, SolverPort } from './solver-port.ts';

export interface PlanTerms extends TravelTerms {
  readonly planId: PlanId;
  /** Re-planning: keep as much of this plan as can be kept. */
  readonly former?: Plan;
}

export type Made = { readonly plan: Plan } | { readonly unsolved: Exclude<Solution, { outcome: 'solved' }> };

/**
 * Makes the best plan that law, counsel, consents, skills, distances and reserves allow, proves it,
 * and says for every short line why it is short.
 */
export async function makePlan(
  picture: PlanningPicture,
  law: LawPort,
  solver: SolverPort,
  terms: PlanTerms,
  onProgress: (done: number, of: number, words: string) => void = () => {},
): Promise<Made> {
  const request = picture.request;
  if (!request) return { unsolved: { outcome: 'infeasible', level: 'request' } };
  const turning = turningDays(picture, law);
  const slots = request.lines.flatMap((line) => linePeriods(line, turning).map((period) => ({ line, period })));
  const arcs = allArcs(picture, law, terms);
  const open = arcs.filter((a) => a.obstacles.length === 0);

  const base = buildModel(picture, open, slots, allConstraints);
  const { model, objectives } = terms.former ? stable(base, terms.former) : fresh(base);
  onProgress(0, 7, 'Finding the best plan');
  const solution = await solver.solveInOrder(model, objectives, {
    onProgress: (p) => onProgress(0, 7, `Finding the best plan: ${levelWords(p)}`),
  });
  if (solution.outcome !== 'solved') return { unsolved: solution };

  const assignments = assigned(base, solution.values);
  const outcomes = lineOutcomes(base, solution.values);
  const lines = await explainShort({ picture, arcs, slots, outcomes, solver, onProgress });
  if ('unsolved' in lines) return lines;
  const { planId, orderOn, travelKmPerDay } = terms;
  return {
    plan: {
      planId,
      requestId: request.requestId,
      requestVersion: request.requestVersion,
      orderOn,
      travelKmPerDay,
      assignments,
      lines: lines.lines,
      levels: objectives.map((o, i) => proved(o, solution.levels[i])),
      costCents: costOf(assignments, picture),
      solver: solution.solver,
    },
  };
}

/** Where a level stands: its gap says how much better a plan could still be. */
const levelWords = ({ level, gap }: SolveProgress): string =>
  gap === undefined ? level : `${level}, gap ${(gap * 100).toFixed(1)} %`;

function allArcs(picture: PlanningPicture, law: LawPort, travel: TravelTerms): Arc[] {
  const turning = turningDays(picture, law);
  const arcs: Arc[] = [];
  for (const { lenderId, pools } of picture.offers) {
    for (const pool of pools) {
      for (const line of picture.request?.lines ?? []) {
        for (const period of linePeriods(line, turning)) {
          for (const kind of pool.kinds)
            arcs.push(weighArc(picture, law, travel, { pool, lenderId, line, kind, period }));
        }
      }
    }
  }
  return arcs;
}

interface Posed {
  readonly model: PlanModel;
  readonly objectives: readonly Objective[];
}

const fresh = (base: PlanModel): Posed => ({
  model: base,
  objectives: [fill(base), days(base), arrival(base), cost(base)],
});

/** Re-planning: after the fill, fewest changes come before everything else. */
function stable(base: PlanModel, former: Plan): Posed {
  const { model, changeColumns } = countChanges(base, formerPeople(former, base));
  return { model, objectives: [fill(model), changes(changeColumns), days(model), arrival(model), cost(model)] };
}

function assigned(model: PlanModel, values: readonly number[]): Assignment[] {
  return model.arcs.flatMap((arc, column) => {
    const people = values[column] ?? 0;
    if (people === 0) return [];
    const { pool, lenderId, line, kind, period, arriveOn } = arc;
    return [{ poolId: pool.poolId, lenderId, lineId: line.lineId, kind, period, people, arriveOn }];
  });
}

function lineOutcomes(model: PlanModel, values: readonly number[]): LineOutcome[] {
  const lines = new Map<string, LineOutcome>();
  for (const { line, period, unfilled } of model.slots) {
    const filled = line.people - (values[unfilled] ?? 0);
    const before = lines.get(line.lineId);
    const byPeriod = [...(before?.byPeriod ?? []), { period, filled }];
    const least = Math.min(...byPeriod.map((p) => p.filled));
    lines.set(line.lineId, {
      lineId: line.lineId,
      asked: line.people,
      filled: least,
      byPeriod,
      short: line.people - least,
      reasons: [],
    });
  }
  return [...lines.values()];
}

function proved(objective: Objective, solved: SolvedLevel | undefined): ProvedLevel {
  const { level, meaning } = objective;
  const value = solved?.value ?? Number.NaN;
  const bound = solved?.bound ?? Number.NaN;
  return { level, meaning, value, bound, gap: (value - bound) / Math.max(1, Math.abs(value)) };
}

/** What the assignments cost: people x days x the pool's cost of a person-day. */
export function costOf(assignments: readonly Assignment[], picture: PlanningPicture): number {
  const rates = new Map(
    picture.offers.flatMap((o) => o.pools.map((p) => [`${o.lenderId} ${p.poolId}`, p.personDayCents])),
  );
  return assignments.reduce(
    (sum, a) => sum + a.people * lengthDays(a.period) * (rates.get(`${a.lenderId} ${a.poolId}`) ?? 0),
    0,
  );
}
