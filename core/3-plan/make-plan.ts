import { kindKey, type LawPort } from '@muster/decision/events';
import { lengthDays, type PlanId } from '@muster/terms';
import type { Assignment, LineOutcome, Plan } from './events.ts';
import { explainShort } from './explain-short.ts';
import { recordedName } from './plan-order.ts';
import { type PlanWatch, progressWords } from './plan-watch.ts';
import type { PlanningPicture } from './planning-picture.ts';
import { type PosedTerms, poseProblem } from './pose-problem.ts';
import { assignedUses } from './problem/assigned-uses.ts';
import { compileProblem } from './problem/compile-problem.ts';
import { evaluate } from './problem/evaluate.ts';
import type { PlanProblem } from './problem/plan-problem.ts';
import { problemModel } from './problem/problem-model.ts';
import { problemPoolId } from './problem/problem-of-picture.ts';
import type { ProblemAnswer } from './problem/solve-problem.ts';
import type { SolvedAssignment } from './problem/solved-problem.ts';
import type { ProblemSolver } from './problem-solver.ts';
import type { Solution } from './solver-port.ts';

export interface PlanTerms extends PosedTerms {
  readonly planId: PlanId;
}

type Unsolved = { readonly unsolved: Exclude<Solution, { outcome: 'solved' }> };
export type Made = { readonly plan: Plan } | Unsolved;

/**
 * Makes the best plan that law, counsel, consents, skills, distances and reserves allow, proves it, and says for every
 * short line why it is short. Where a plan stands, as much of it is kept as can be.
 */
export async function makePlan(
  picture: PlanningPicture,
  law: LawPort,
  solver: ProblemSolver,
  terms: PlanTerms,
  { onProgress = () => {}, signal }: PlanWatch = {},
): Promise<Made> {
  const { request } = picture;
  const problem = poseProblem(picture, law, terms);
  if (!request || !problem) return { unsolved: { outcome: 'infeasible', level: 'request' } };
  onProgress(0, 7, 'Finding the best plan');
  const answer = await solver.solve(problem, {
    onProgress: (p) => {
      const at = { ...p, level: recordedName(p.level) };
      onProgress(0, 7, `Finding the best plan: ${progressWords(at)}`, at);
    },
    signal,
  });
  if (answer.outcome !== 'solved') return { unsolved: unsolvedOf(answer) };
  const { solved, certificates } = answer;
  const proved = await solver.prove({ problem, assignments: solved.assignments, certificates }, { signal });
  if ('unsolved' in proved) return proved;
  if ('fault' in proved) return { unsolved: { outcome: 'unproved', level: 'all', why: proved.fault } };
  const { levels } = proved;

  const assignments = translate(picture, solved.assignments);
  const outcomes = lineOutcomes(problem, solved.assignments);
  if (typeof outcomes === 'string') return { unsolved: { outcome: 'unproved', level: 'all', why: outcomes } };
  const question = { picture, law, travel: terms, problem, outcomes, assignments: solved.assignments };
  const lines = await explainShort({ ...question, solver, onProgress, signal });
  if ('unsolved' in lines) return lines;
  const { planId, orderOn, travelKmPerDay, order } = terms;
  return {
    plan: {
      planId,
      requestId: request.requestId,
      requestVersion: request.requestVersion,
      orderOn,
      travelKmPerDay,
      ...(order && { order }),
      assignments,
      lines: lines.lines,
      levels,
      costCents: costOf(assignments, picture),
      solver: solved.solver,
    },
  };
}

function unsolvedOf(answer: Exclude<ProblemAnswer, { outcome: 'solved' }>): Unsolved['unsolved'] {
  if (answer.outcome === 'cancelled') return answer;
  const why =
    answer.outcome === 'unproved' ? answer.why : answer.faults.map((f) => `${f.field} ${f.problem}`).join('; ');
  return { outcome: 'unproved', level: 'all', why };
}

/** The assignments by the names that the record has for pools and kinds of service. */
function translate({ offers }: PlanningPicture, solved: readonly SolvedAssignment[]): Assignment[] {
  const pools = new Map(
    offers.flatMap(({ lenderId, pools }) =>
      pools.map((pool) => [problemPoolId(lenderId, pool.poolId), { lenderId, pool }] as const),
    ),
  );
  return solved.flatMap(({ poolId: named, kind: key, lineId, period, people, arriveOn }) => {
    const { lenderId, pool } = pools.get(named) ?? {};
    const kind = pool?.kinds.find((k) => kindKey(k) === key);
    if (!lenderId || !pool || !kind) return [];
    return [{ poolId: pool.poolId, lenderId, lineId: lineId as Assignment['lineId'], kind, period, people, arriveOn }];
  });
}

function lineOutcomes(problem: PlanProblem, assignments: readonly SolvedAssignment[]): LineOutcome[] | string {
  const c = compileProblem(problem);
  const assigned = assignedUses(c, assignments);
  if (typeof assigned === 'string') return assigned;
  const { lacking } = evaluate(problemModel(c, assigned.uses), assigned.people);
  return c.lines.map((line, l) => {
    const byPeriod: { period: LineOutcome['byPeriod'][number]['period']; filled: number }[] = [];
    for (let slot = c.slotStart[l] ?? 0; slot < (c.slotStart[l + 1] ?? 0); slot++) {
      const period = c.slots[slot]?.period;
      if (period) byPeriod.push({ period, filled: line.people - (lacking[slot] ?? 0) });
    }
    const filled = Math.min(...byPeriod.map((p) => p.filled));
    const { lineId, people: asked } = line;
    return { lineId: lineId as LineOutcome['lineId'], asked, filled, byPeriod, short: asked - filled, reasons: [] };
  });
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
