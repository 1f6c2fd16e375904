import type { Barrier } from './events.ts';
import { periodOf } from './problem/check-solved.ts';
import { chooseUses } from './problem/choose-uses.ts';
import { compileProblem } from './problem/compile-problem.ts';
import type { PeopleInUses } from './problem/evaluate.ts';
import type { PlanProblem } from './problem/plan-problem.ts';
import { type ProblemModel, problemModel, teamOf, writeOut } from './problem/problem-model.ts';
import { mostWritten, type ProblemOptions } from './problem/solve-problem.ts';
import type { SolvedAssignment } from './problem/solved-problem.ts';
import { placeOfUse } from './problem/use-numbers.ts';
import { openUses } from './problem/uses.ts';
import type { Solution, SolverPort } from './solver-port.ts';

type Standing = Pick<SolvedAssignment, 'poolId' | 'lineId' | 'kind' | 'period' | 'people'>;

/** What could be if some barriers were not. */
export interface WithoutBarriers {
  readonly problem: PlanProblem;
  readonly lifted: readonly Barrier[];
  /** People on each line throughout, below which none may fall. */
  readonly reached: ReadonlyMap<string, number>;
  /** Who is where when that is reached. */
  readonly standing: readonly Standing[];
}

/** The same, as far as lines can be filled then. */
export type FilledWithout =
  | Pick<WithoutBarriers, 'reached' | 'standing'>
  | { readonly unsolved: Exclude<Solution, { outcome: 'solved' }> };

/**
 * The best fill with some barriers imagined away, no line falling below what was reached before. Of too many uses to be
 * written out a solver is shown those of the plan that stands, and others as they prove to be wanted.
 */
export async function fillWithout(
  { problem, lifted, reached, standing }: WithoutBarriers,
  solver: SolverPort,
  options: Pick<ProblemOptions, 'signal' | 'mostWritten'> = {},
): Promise<FilledWithout> {
  const { signal } = options;
  const away = new Set<string>(lifted);
  const stands = ({ barrier }: { readonly barrier: string }) => !away.has(barrier);
  const c = compileProblem({
    ...problem,
    bars: problem.bars.filter(stands),
    limits: problem.limits.filter(stands),
    lenders: away.has('reserve') ? problem.lenders.map((l) => ({ ...l, reserve: 0 })) : problem.lenders,
    objectives: ['lean'],
  });
  const model = noneBelow(problemModel(c, openUses(c, away)), reached);
  const few = model.uses.count > (options.mostWritten ?? mostWritten);
  const chosen = few ? await chooseUses(model, solver, { signal }, usesOf(model, standing)) : undefined;
  if (chosen && 'unsolved' in chosen) return chosen;
  const written = writeOut(model, chosen?.uses);
  const { columns } = written.linear;
  const solution = await solver.solveInOrder(written.linear, written.objectives, { signal });
  if (solution.outcome !== 'solved') return { unsolved: solution };
  const lacks = new Map(problem.lines.map((line) => [`lack ${line.lineId}`, line]));
  const filled = columns.flatMap(({ id }, column) => {
    const line = lacks.get(id);
    return line ? [[line.lineId, line.people - (solution.values[column] ?? 0)] as const] : [];
  });
  const people = new Map(
    [...written.chosen].map((use, column) => [use, (solution.values[column] ?? 0) * teamOf(model, use)]),
  );
  return { reached: new Map(filled), standing: few ? standingOf(model, people) : [] };
}

/** The model of how lines are filled, in which none lacks more than it did. */
function noneBelow(model: ProblemModel, reached: WithoutBarriers['reached']): ProblemModel {
  const { c, levels, families, offsets } = model;
  const [lean] = levels;
  const { family } = lean ?? {};
  if (!lean || !family?.own) return model;
  const own = family.own.map((column, l) => {
    const { lineId = '', people = 0 } = c.lines[l] ?? {};
    return { ...column, high: people - (reached.get(lineId) ?? 0) };
  });
  const bounded = { ...family, own };
  return {
    c,
    uses: model.uses,
    levels: [{ ...lean, family: bounded }],
    families: families.map((one) => (one === family ? bounded : one)),
    offsets,
  };
}

/** The uses that these people are in, of those that are open now. */
function usesOf({ c, uses }: ProblemModel, standing: readonly Standing[]): number[] {
  const poolNumber = new Map(c.pools.map((pool, p) => [pool.poolId, p]));
  const lineNumber = new Map(c.lines.map((line, l) => [line.lineId, l]));
  return standing.flatMap(({ poolId, lineId, kind, period }) => {
    const l = lineNumber.get(lineId) ?? -1;
    const first = c.slotStart[l] ?? 0;
    const slots = c.slots.slice(first, c.slotStart[l + 1] ?? first).flatMap((slot, i) => {
      return period.fromOn <= slot.period.fromOn && slot.period.toOn <= period.toOn ? [first + i] : [];
    });
    const places = slots.map((slot) => placeOfUse(uses, poolNumber.get(poolId) ?? -1, slot, c.kinds.indexOf(kind)));
    return places.filter((use) => use >= 0);
  });
}

function standingOf(model: ProblemModel, people: PeopleInUses): Standing[] {
  const { c, uses } = model;
  return [...people].flatMap(([use, n]) => {
    const [pool, line] = [c.pools[uses.pool[use] ?? 0], c.lines[uses.line[use] ?? 0]];
    const kind = c.kinds[uses.kind[use] ?? 0];
    if (n === 0 || !pool || !line || !kind) return [];
    return [{ poolId: pool.poolId, lineId: line.lineId, kind, period: periodOf(model, use), people: n }];
  });
}
