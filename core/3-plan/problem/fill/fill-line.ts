import { type Day, daysBetween } from '@muster/terms';
import type { SolverPort } from '../../solver-port.ts';
import type { OpenPlan } from '../explain/open-plan.ts';
import type { PlanProblem } from '../plan-problem.ts';
import { type ProblemModel, teamOf } from '../problem-model.ts';
import { applyChanges, type Change, type ChangeKind, changeKinds } from './change.ts';
import { type WrittenLoose, writeLoose } from './loose-model.ts';
import { type LooseModel, loosen } from './loosen.ts';

/** More uses than this are not all shown to the solver. */
const mostUses = 100_000;

/** A set of changes that fills a line, or comes as near as its kinds allow, while no other line loses anybody. */
export interface FillSet {
  readonly kinds: readonly ChangeKind[];
  readonly changes: readonly Change[];
  /** People on the line throughout besides those there now. */
  readonly fills: number;
  readonly left: number;
  /** Whether no set of these kinds with fewer things does as much; unknown where not all uses were looked at. */
  readonly proved: boolean;
}

export interface LineFill {
  readonly lineId: string;
  readonly short: number;
  /** Those that fill it first, then fewer things, then fewer people. */
  readonly sets: readonly FillSet[];
}

/** For a line that is short, the smallest set of changes of each kind that would fill it; of all kinds together where none alone does. */
export async function fillLine(plan: OpenPlan, lineId: string, solver: SolverPort): Promise<LineFill | string> {
  const short = shortOf(plan.model, plan.evaluation.lacking, lineId);
  const sets: FillSet[] = [];
  if (short === 0) return { lineId, short, sets };
  const asked = { plan, lineId, short, solver };
  for (const kind of changeKinds) {
    const found = kind === 'start' ? await laterStart(asked) : await smallestSet(asked, [kind]);
    if (typeof found === 'string') return found;
    if (found) sets.push(found);
  }
  // More people fill any line; what is asked is whether the people there are would do.
  if (!sets.some((set) => set.left === 0 && !set.kinds.includes('strength'))) {
    const together = await smallestSet(asked, ['consent', 'review', 'planner', 'reserve', 'tour']);
    if (typeof together === 'string') return together;
    if (together && sets.every((set) => set.kinds.includes('strength') || set.fills < together.fills))
      sets.push(together);
  }
  const amount = (set: FillSet) => set.changes.reduce((n, change) => n + change.by, 0);
  sets.sort((a, b) => a.left - b.left || a.changes.length - b.changes.length || amount(a) - amount(b));
  return { lineId, short, sets };
}

interface Asked {
  readonly plan: OpenPlan;
  readonly lineId: string;
  readonly short: number;
  readonly solver: SolverPort;
}

async function smallestSet(asked: Asked, kinds: readonly ChangeKind[]): Promise<FillSet | undefined | string> {
  const loose = loosen(bareProblem(asked.plan), new Set(kinds));
  if (loose.things.length === 0) return undefined;
  const solved = await solveLoose(asked, loose);
  if (typeof solved === 'string') return solved;
  if (solved.left >= asked.short) return undefined;
  const { changes, left, proved } = solved;
  return {
    kinds: [...new Set(changes.map((change) => change.kind))],
    changes,
    fills: asked.short - left,
    left,
    proved,
  };
}

/** The earliest later start by which the line is filled with no other change; the later, the fewer stand in its way. */
async function laterStart(asked: Asked): Promise<FillSet | undefined | string> {
  const { plan, lineId, short } = asked;
  const line = plan.model.c.problem.lines.find((one) => one.lineId === lineId);
  if (!line) return undefined;
  const starts = startsOf(plan.model, line);
  const changeTo = (fromOn: Day): Change => ({
    kind: 'start',
    of: 'start',
    id: lineId,
    by: daysBetween(line.period.fromOn, fromOn),
  });
  let [low, high] = [0, starts.length];
  let proved = true;
  while (low < high) {
    const middle = (low + high) >> 1;
    const changed = applyChanges(bareProblem(plan), [changeTo(starts[middle] as Day)]);
    const solved = await solveLoose(asked, loosen(changed, new Set()));
    if (typeof solved === 'string') return solved;
    proved &&= solved.proved;
    if (solved.left === 0) high = middle;
    else low = middle + 1;
  }
  const fromOn = starts[low];
  return fromOn && { kinds: ['start'], changes: [changeTo(fromOn)], fills: short, left: 0, proved };
}

/** The days on which somebody comes to be able to serve on the line, after it begins. */
function startsOf({ c }: ProblemModel, { lineId, skillId, period }: PlanProblem['lines'][number]): Day[] {
  const l = c.lines.findIndex((served) => served.ofLineId === lineId);
  const days = c.pools.flatMap((pool, p) => {
    if (pool.skillId !== skillId || pool.people === 0) return [];
    return [c.arriveOn(p, l), ...(pool.available ? [pool.available.fromOn] : [])];
  });
  return [...new Set(days)].filter((day) => period.fromOn < day && day < period.toOn).sort();
}

/** The problem with its rules alone: neither the levels nor what has changed are asked here. */
function bareProblem({ model }: OpenPlan): PlanProblem {
  const { former: _, mostChanges: __, ...rules } = model.c.problem;
  return { ...rules, objectives: ['fill'] };
}

interface LooseAnswer {
  readonly changes: Change[];
  readonly left: number;
  readonly proved: boolean;
}

async function solveLoose({ plan, lineId, solver }: Asked, loose: LooseModel): Promise<LooseAnswer | string> {
  const { c } = loose.model;
  const now = lackingOn(plan);
  const isTarget = (slot: number) => c.lines[c.slots[slot]?.line ?? 0]?.ofLineId === lineId;
  const mostLacking = (slot: number) =>
    now(c.lines[c.slots[slot]?.line ?? 0]?.lineId ?? '', c.slots[slot]?.period.fromOn as Day);
  const all = loose.model.uses.count <= mostUses;
  const written = writeLoose(loose, { isTarget, mostLacking }, all ? undefined : nearUses(plan, loose, isTarget));
  const objectives = loose.things.length > 0 ? written.objectives : written.objectives.slice(0, 1);
  const solution = await solver.solveInOrder(written.linear, objectives);
  if (solution.outcome !== 'solved') return `What would fill ${lineId} was not found: ${JSON.stringify(solution)}`;
  const lacking = Float64Array.from(c.slots, (_, slot) => solution.values[written.firstLacking + slot] ?? 0);
  return {
    changes: changesOf(loose, written, solution.values),
    left: shortOf(loose.model, lacking, lineId),
    proved: all,
  };
}

function changesOf(loose: LooseModel, written: WrittenLoose, values: readonly number[]): Change[] {
  const { model, things, gatesOf } = loose;
  const opened = things.map(() => new Map<number, number>());
  const longer = things.map(() => 0);
  for (const [column, use] of written.chosen.entries()) {
    const people = (values[column] ?? 0) * teamOf(model, use);
    if (people === 0) continue;
    for (const thing of gatesOf(use)) {
      longer[thing] = Math.max(longer[thing] ?? 0, things[thing]?.daysFor?.(use) ?? 0);
      const first = model.uses.slot[use] ?? 0;
      for (let slot = first; slot < first + (model.uses.slots[use] ?? 0); slot++) {
        const t = model.c.slots[slot]?.stretch ?? 0;
        opened[thing]?.set(t, (opened[thing]?.get(t) ?? 0) + people);
      }
    }
  }
  return things.flatMap(({ change }, i): Change[] => {
    if ((values[written.firstChanged + i] ?? 0) === 0) return [];
    const by =
      change.of === 'tour'
        ? (longer[i] ?? 0)
        : change.of === 'bar'
          ? Math.max(0, ...(opened[i]?.values() ?? []))
          : (values[written.firstBy + i] ?? 0);
    return [{ ...change, by }];
  });
}

/** People who lack on a line when it lacks most. */
function shortOf({ c }: ProblemModel, lacking: Float64Array, lineId: string): number {
  return Math.max(
    0,
    ...c.slots.map(({ line }, slot) => (c.lines[line]?.ofLineId === lineId ? (lacking[slot] ?? 0) : 0)),
  );
}

/** How many lack on a line as served on a day, in the plan. */
function lackingOn({ model: { c }, evaluation }: OpenPlan): (servedLineId: string, day: Day) => number {
  const numbers = new Map(c.lines.map((line, l) => [line.lineId, l]));
  return (lineId, day) => {
    const l = numbers.get(lineId) ?? -1;
    for (let slot = c.slotStart[l] ?? 0; slot < (c.slotStart[l + 1] ?? 0); slot++) {
      const period = c.slots[slot]?.period;
      if (period && period.fromOn <= day && day < period.toOn) return evaluation.lacking[slot] ?? 0;
    }
    return 0;
  };
}

/** Of very many uses those of a pool and a line that the plan has, at whatever time, and all on the line. */
function nearUses(plan: OpenPlan, { model }: LooseModel, isTarget: (slot: number) => boolean): Int32Array {
  const nameOf = ({ uses }: ProblemModel, use: number) => `${uses.pool[use]} ${uses.line[use]} ${uses.kind[use]}`;
  const inPlan = new Set([...plan.people.keys()].map((use) => nameOf(plan.model, use)));
  const near: number[] = [];
  for (let use = 0; use < model.uses.count; use++) {
    if (isTarget(model.uses.slot[use] ?? 0) || inPlan.has(nameOf(model, use))) near.push(use);
  }
  return Int32Array.from(near);
}
