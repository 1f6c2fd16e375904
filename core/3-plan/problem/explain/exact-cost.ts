import type { SolverPort } from '../../solver-port.ts';
import { evaluate, type PeopleInUses } from '../evaluate.ts';
import { asNetwork } from '../flow/as-network.ts';
import type { FlowPort } from '../flow/flow-port.ts';
import { type ProblemModel, teamOf, writeOut } from '../problem-model.ts';
import type { OpenPlan } from './open-plan.ts';
import type { Move } from './worse.ts';

/** More uses than this are too many for a solver to be shown at once. */
const mostUses = 200_000;

export type ExactCost =
  | { readonly outcome: 'solved'; readonly moves: readonly Move[]; readonly people: PeopleInUses }
  /** No plan that keeps the rules has it so. */
  | { readonly outcome: 'impossible' }
  | { readonly outcome: 'unproved'; readonly why: string };

/**
 * What it costs, level by level, to have one team more or one fewer in a use, found by solving again: exact, where a
 * proof alone says "at least". Levels that stay as they are are left out; a level after the first may be better.
 */
export async function exactCost(
  plan: OpenPlan,
  use: number,
  want: 'more' | 'fewer',
  { solver, flow }: { readonly solver: SolverPort; readonly flow?: FlowPort },
): Promise<ExactCost> {
  const { model, people } = plan;
  const team = teamOf(model, use);
  const wanted = (people.get(use) ?? 0) + (want === 'more' ? team : -team);
  const found = (flow && byFlow(model, use, want, wanted, flow)) ?? (await bySolver(model, use, want, wanted, solver));
  if (!(found instanceof Map)) return found;
  const { values } = evaluate(model, found);
  const moves = model.levels.flatMap(({ level, unit, meaning }, k): Move[] => {
    const by = (values[k] ?? 0) - (plan.evaluation.values[k] ?? 0);
    return by === 0 ? [] : [{ level, unit, meaning, by }];
  });
  return { outcome: 'solved', moves, people: found };
}

type Found = Map<number, number> | Exclude<ExactCost, { outcome: 'solved' }>;

function byFlow(model: ProblemModel, use: number, want: string, wanted: number, flow: FlowPort): Found | undefined {
  const network = asNetwork(model)?.network;
  if (!network) return undefined;
  if (want === 'more' && wanted > (network.upper[use] ?? 0)) return { outcome: 'impossible' };
  if (want === 'more') network.lower[use] = wanted;
  else network.upper[use] = wanted;
  const answer = flow.solve(network);
  if (answer.outcome === 'infeasible') return { outcome: 'impossible' };
  if (answer.outcome === 'faulty') return { outcome: 'unproved', why: answer.why };
  return peopleIn(model.uses.count, (one) => answer.flow[one] ?? 0);
}

async function bySolver(
  model: ProblemModel,
  use: number,
  want: string,
  wanted: number,
  solver: SolverPort,
): Promise<Found> {
  if (model.uses.count > mostUses) {
    const why = `The problem has ${model.uses.count} uses, too many to solve again with all of them.`;
    return { outcome: 'unproved', why };
  }
  const teams = wanted / teamOf(model, use);
  const written = writeOut(model);
  const columns = written.linear.columns.map((one, i) =>
    i !== use ? one : want === 'more' ? { ...one, low: teams } : { ...one, high: teams },
  );
  const solution = await solver.solveInOrder({ ...written.linear, columns }, written.objectives);
  if (solution.outcome === 'infeasible') return { outcome: 'impossible' };
  if (solution.outcome !== 'solved') return { outcome: 'unproved', why: JSON.stringify(solution) };
  return peopleIn(model.uses.count, (one) => (solution.values[one] ?? 0) * teamOf(model, one));
}

function peopleIn(count: number, of: (use: number) => number): Map<number, number> {
  const people = new Map<number, number>();
  for (let use = 0; use < count; use++) if (of(use) > 0) people.set(use, of(use));
  return people;
}
