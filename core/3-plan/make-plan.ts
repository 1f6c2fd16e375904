import type { LawPort } from '@muster/decision/events';
import { lengthDays, type PlanId } from '@muster/terms';
import type { TravelTerms } from './arc.ts';
import { checkCertificate } from './certificate/check-certificate.ts';
import { wholeDuals } from './certificate/whole-duals.ts';
import type { Assignment, LineOutcome, Plan, ProvedLevel } from './events.ts';
import { explainShort } from './explain-short.ts';
import type { PlanModel } from './model/plan-model.ts';
import { posePlan } from './model/pose-plan.ts';
import type { PlanningPicture } from './planning-picture.ts';
import type { Objective, Solution, SolveProgress, SolverPort } from './solver-port.ts';

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
  const { arcs, slots, model, objectives } = posePlan(picture, law, terms, terms.former);
  onProgress(0, 7, 'Finding the best plan');
  const solution = await solver.solveInOrder(model, objectives, {
    onProgress: (p) => onProgress(0, 7, `Finding the best plan: ${levelWords(p)}`),
  });
  if (solution.outcome !== 'solved') return { unsolved: solution };

  const levels = prove(model, objectives, solution);
  if ('unsolved' in levels) return levels;

  const assignments = assigned(model, solution.values);
  const outcomes = lineOutcomes(model, solution.values);
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
      levels,
      costCents: costOf(assignments, picture),
      solver: solution.solver,
    },
  };
}

/** Where a level stands: its gap says how much better a plan could still be. */
const levelWords = ({ level, gap }: SolveProgress): string =>
  gap === undefined ? level : `${level}, gap ${(gap * 100).toFixed(1)} %`;

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

/** Adds up from the solver's duals what is proved: its own word of a bound counts for nothing. */
function prove(
  model: PlanModel,
  objectives: readonly Objective[],
  solution: Extract<Solution, { outcome: 'solved' }>,
): ProvedLevel[] | Extract<Made, { unsolved: unknown }> {
  const claims = solution.levels.map((level) => ({
    value: level.value,
    bound: Number.NEGATIVE_INFINITY,
    duals: wholeDuals(model.rows.length, level),
  }));
  const certified = checkCertificate(model, objectives, solution.values, claims);
  if ('fault' in certified) return { unsolved: { outcome: 'unproved', level: 'all', why: certified.fault } };
  return certified.map((level, i) => ({ ...level, meaning: objectives[i]?.meaning ?? '', duals: claims[i]?.duals }));
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
