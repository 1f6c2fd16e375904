import type { Fault } from '@muster/terms';
import { gapBetween } from '../certificate/check-certificate.ts';
import type { Solution, SolveOptions, SolverPort } from '../solver-port.ts';
import { linesOf, periodOf } from './check-solved.ts';
import { chooseUses, readCertificates } from './choose-uses.ts';
import { type CompiledProblem, compileProblem } from './compile-problem.ts';
import { solveCondensed } from './condensed/solve-condensed.ts';
import { evaluate, firstBroken, type PeopleInUses } from './evaluate.ts';
import { disproveByPrices } from './flow/check-prices.ts';
import type { FlowPort } from './flow/flow-port.ts';
import { levelsOfNetwork } from './flow/plain-network.ts';
import { solveByFlow } from './flow/solve-by-flow.ts';
import type { PlanProblem } from './plan-problem.ts';
import { problemFaults } from './problem-faults.ts';
import { type ProblemModel, problemModel, teamOf, type WrittenModel, writeOut } from './problem-model.ts';
import { proveBounds, type UseCosts } from './prove-bound.ts';
import type { LevelCertificate, Proof, ProvenLevel, SolvedAssignment, SolvedProblem } from './solved-problem.ts';
import { unmeetablePins } from './unmeetable-pins.ts';

export type ProblemAnswer =
  | ({ readonly outcome: 'solved'; readonly solved: SolvedProblem } & Proof)
  /** No plan at all keeps to the rules, and these are why, by name. */
  | { readonly outcome: 'impossible'; readonly faults: readonly Fault[] }
  | { readonly outcome: 'unproved'; readonly why: string }
  | { readonly outcome: 'cancelled'; readonly level: string };

/** How many uses a solver is shown at once before it is better shown a few, and more as they prove to be wanted. */
export const mostWritten = 20_000;

export interface ProblemOptions extends SolveOptions {
  /** Another `mostWritten`. */
  readonly mostWritten?: number;
  /** Solves what is a pure network. */
  readonly flow?: FlowPort;
}

/** Makes the best plan for a problem, with all that proves it. Every figure is added up again from the assignments. */
export async function solveProblem(
  problem: PlanProblem,
  solver: SolverPort,
  options: ProblemOptions = {},
): Promise<ProblemAnswer> {
  const faults = problemFaults(problem);
  if (problem.lines.length === 0) faults.push({ field: 'lines', problem: 'are none: nobody is asked for' });
  if (faults.length > 0) return { outcome: 'impossible', faults };
  const c = compileProblem(problem);
  const flowed = options.flow && planByFlow(c, options.flow);
  if (flowed) return flowed;
  const model = problemModel(c);
  const pinFaults = unmeetablePins(model);
  if (pinFaults.length > 0) return { outcome: 'impossible', faults: pinFaults };

  const few = model.uses.count > (options.mostWritten ?? mostWritten);
  if (few && options.flow && problem.mostChanges !== undefined && levelsOfNetwork(c))
    return { outcome: 'unproved', why: tooManyToBind(model, options.flow) };
  const condensed = few ? await solveCondensed(model, solver, options) : undefined;
  if (condensed) {
    if ('unsolved' in condensed) return tellUnsolved(problem, { level: 'all', ...condensed.unsolved });
    return tellSolved(model, condensed.people, condensed.certificates, condensed.solver, condensed.costs);
  }
  const chosen = few ? await chooseUses(model, solver, options) : undefined;
  if (chosen && 'uses' in chosen) {
    const answer = await solveWritten(model, writeOut(model, chosen.uses), solver, options, chosen.certificates);
    if (!isInfeasible(answer)) return answer;
  } else if (chosen && chosen.unsolved.outcome !== 'infeasible') return tellUnsolved(problem, chosen.unsolved);
  // A few uses may hold no plan where all do: only all can show that there is none.
  const answer = await solveWritten(model, writeOut(model), solver, options);
  return isInfeasible(answer) ? tellUnsolved(problem, answer) : answer;
}

type Infeasible = Extract<Solution, { outcome: 'infeasible' }>;
const isInfeasible = (answer: ProblemAnswer | Infeasible): answer is Infeasible => answer.outcome === 'infeasible';

/**
 * The best plan of the uses that are written. `proved` is what was proved of all uses with parts of people: it holds for
 * whole people too, where what a solver says of the few it was shown need not.
 */
async function solveWritten(
  model: ProblemModel,
  written: WrittenModel,
  solver: SolverPort,
  options: SolveOptions,
  proved?: readonly LevelCertificate[],
): Promise<ProblemAnswer | Infeasible> {
  const solution = await solver.solveInOrder(written.linear, written.objectives, options);
  if (solution.outcome === 'infeasible') return solution;
  if (solution.outcome !== 'solved') return tellUnsolved(model.c.problem, solution);
  const people = readPeople(model, written, solution.values);
  return tellSolved(model, people, proved ?? readCertificates(model, written, solution.levels), solution.solver);
}

/** A plan by flow, proved by its prices; undefined where the problem is no network, or the best flow changes too many. */
function planByFlow(c: CompiledProblem, flow: FlowPort): ProblemAnswer | undefined {
  const flowed = solveByFlow(c, flow);
  if (!flowed) return undefined;
  if ('why' in flowed) return { outcome: 'unproved', why: flowed.why };
  const { uses, people, proof } = flowed;
  const model = problemModel(c, uses);
  if (c.problem.mostChanges !== undefined && firstBroken(model, evaluate(model, people)) !== undefined)
    return changeTooMany(c.problem, flow) ? { outcome: 'impossible', faults: [contradiction(c.problem)] } : undefined;
  // A flow is taken at its word as little as any answer.
  const disproved = disproveByPrices(c, uses, people, proof);
  if (disproved !== undefined) return { outcome: 'unproved', why: `The flow is not proved: ${disproved}.` };
  const told = tellSolved(model, people, [], flow.name);
  return told.outcome === 'solved' ? { ...told, prices: proof } : told;
}

/** Where only a solver that sees all uses could bind a network's changes, and there are too many: what binds them instead. */
function tooManyToBind({ c, uses }: ProblemModel, flow: FlowPort): string {
  const { mostChanges, ...free } = c.problem;
  const changesOf = (objectives: PlanProblem['objectives']): number => {
    const least = compileProblem({ ...free, objectives });
    const flowed = solveByFlow(least, flow);
    if (!flowed || 'why' in flowed) return Number.NaN;
    const { values } = evaluate(problemModel(least, flowed.uses), flowed.people);
    return values[objectives.indexOf('changes')] ?? 0;
  };
  const others = free.objectives.filter((level) => level !== 'changes');
  const [best, stable] = [changesOf([...others, 'changes']), changesOf(['fill', 'changes'])];
  return `No plan with at most ${mostChanges} changes was looked for: with ${uses.count} uses that takes too long. The best plan changes ${best} people; one that only fills as well changes ${stable}.`;
}

/** Whether every plan of a network changes more people than may be. */
function changeTooMany(problem: PlanProblem, flow: FlowPort): boolean {
  const c = compileProblem({ ...problem, objectives: ['changes'] });
  const fewest = solveByFlow(c, flow);
  if (!fewest || 'why' in fewest) return false;
  const model = problemModel(c, fewest.uses);
  return firstBroken(model, evaluate(model, fewest.people)) !== undefined;
}

const tellUnsolved = (problem: PlanProblem, unsolved: Exclude<Solution, { outcome: 'solved' }>): ProblemAnswer => {
  switch (unsolved.outcome) {
    case 'infeasible':
      return { outcome: 'impossible', faults: [contradiction(problem)] };
    case 'cancelled':
      return unsolved;
    case 'unproved':
      return { outcome: 'unproved', why: unsolved.why };
  }
};

const contradiction = (problem: PlanProblem): Fault => {
  const most = problem.mostChanges;
  return most === undefined ? contradictingPins(problem) : { field: 'mostChanges', problem: tooFew(most, problem) };
};

const tooFew = (most: number, { pins }: PlanProblem): string =>
  `is ${most}, and no plan that keeps the rules${pins.length > 0 ? ' and the pins' : ''} changes so few people`;

const contradictingPins = (problem: PlanProblem): Fault => ({
  field: 'pins',
  problem: `cannot all be met together: ${problem.pins.map((p) => `${p.people} of ${p.poolId} on ${p.lineId}`).join(', ')}`,
});

function readPeople(model: ProblemModel, { chosen }: WrittenModel, values: readonly number[]): PeopleInUses {
  const people = new Map<number, number>();
  for (const [column, use] of chosen.entries()) {
    const teams = values[column] ?? 0;
    if (teams > 0) people.set(use, teams * teamOf(model, use));
  }
  return people;
}

/** A plan as it is told: its figures and bounds are made here, from the people in their uses and the certificates alone. */
export function tellSolved(
  model: ProblemModel,
  people: PeopleInUses,
  certificates: readonly LevelCertificate[],
  solver: string,
  costs?: UseCosts,
): ProblemAnswer {
  const { c } = model;
  const evaluation = evaluate(model, people);
  const broken = firstBroken(model, evaluation);
  if (broken !== undefined) return { outcome: 'unproved', why: `The answer breaks a rule: ${broken}.` };
  const levels = model.levels.map((level, k): ProvenLevel => {
    const value = evaluation.values[k] ?? 0;
    const own = certificates.filter((one) => one.level === level.level);
    const bound = own.length > 0 ? Math.min(value, proveBounds(model, own, evaluation.values, costs)) : value;
    const { meaning, unit } = level;
    return { level: level.level, meaning, unit, value, bound, gap: gapBetween(value, bound) };
  });
  const lines = linesOf(c, evaluation.lacking);
  const sum = (of: 'asked' | 'filled' | 'short') => lines.reduce((n, line) => n + line[of], 0);
  return {
    outcome: 'solved',
    certificates,
    solved: {
      problemId: c.problem.problemId,
      assignments: [...people].map(([use, n]) => assignmentOf(c, model, use, n)),
      lines,
      asked: sum('asked'),
      filled: sum('filled'),
      short: sum('short'),
      levels,
      gap: Math.max(0, ...levels.map((level) => level.gap)),
      solver,
    },
  };
}

function assignmentOf(c: CompiledProblem, model: ProblemModel, use: number, people: number): SolvedAssignment {
  const p = model.uses.pool[use] ?? 0;
  const l = model.uses.line[use] ?? 0;
  const { poolId = '', lenderId = '' } = c.pools[p] ?? {};
  return {
    poolId,
    lenderId,
    lineId: c.lines[l]?.lineId ?? '',
    kind: c.kinds[model.uses.kind[use] ?? 0] ?? '',
    period: periodOf(model, use),
    people,
    arriveOn: c.arriveOn(p, l),
  };
}
