import { addDays, type Day, daysBetween, lengthDays } from '@muster/terms';
import type { LinearModel, Solution, SolverPort } from '../../solver-port.ts';
import { compileProblem } from '../compile-problem.ts';
import type { OpenPlan } from '../explain/open-plan.ts';
import type { PlanProblem } from '../plan-problem.ts';
import { type ProblemModel, problemModel, teamOf } from '../problem-model.ts';
import { applyChanges, type Change, type ChangeKind, changeKinds } from './change.ts';
import { type WrittenLoose, writeLoose } from './loose-model.ts';
import { type LooseModel, loosen } from './loosen.ts';
import { type PartOfProblem, partOfSkill, wholeProblem } from './part-of-problem.ts';

/** Of a greater problem only the part is looked at that the line's skill has to do with. */
const mostInWhole = 100_000;
/** More uses than this are not all shown to the solver. */
const mostShown = 50_000;

/** A set of changes that fills a line, or comes as near as its kinds allow, while no other line loses anybody. */
export interface FillSet {
  readonly kinds: readonly ChangeKind[];
  readonly changes: readonly Change[];
  /** People on the line throughout besides those there now. */
  readonly fills: number;
  readonly left: number;
  /** What all people then cost more, in cents, when as few as can be are put elsewhere for it; less where negative. */
  readonly costCents: number;
  /** Whether no set of these kinds with fewer things does as much; unknown where not all uses were looked at. */
  readonly proved: boolean;
}

export interface LineFill {
  readonly lineId: string;
  readonly short: number;
  /** Those that fill it first, the cheapest before the others; at the same cost those that change fewer things, and by less. */
  readonly sets: readonly FillSet[];
}

/** For a line that is short, the smallest set of changes of each kind that would fill it; of all kinds together where none alone does. */
export async function fillLine(plan: OpenPlan, lineId: string, solver: SolverPort): Promise<LineFill | string> {
  const short = shortOf(plan.model, plan.evaluation.lacking, lineId);
  const sets: FillSet[] = [];
  const line = plan.model.c.problem.lines.find((one) => one.lineId === lineId);
  if (short === 0 || !line) return { lineId, short, sets };
  const part = usesAtMost(plan.model) > mostInWhole ? partOfSkill(plan, line.skillId) : wholeProblem(plan);
  const tight = problemModel(compileProblem(part.problem));
  const asked: Asked = { plan, line, short, solver, part, tight };
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
  sets.sort(
    (a, b) =>
      a.left - b.left || a.costCents - b.costCents || a.changes.length - b.changes.length || amount(a) - amount(b),
  );
  return { lineId, short, sets };
}

/** No more uses than this are open; a plan proved by prices has not listed them. */
function usesAtMost({ c }: ProblemModel): number {
  const slots = new Map<string, number>();
  for (const { line } of c.slots) {
    const skillId = c.lines[line]?.skillId ?? '';
    slots.set(skillId, (slots.get(skillId) ?? 0) + 1);
  }
  return c.pools.reduce((n, pool) => n + pool.kinds.length * (slots.get(pool.skillId) ?? 0), 0);
}

interface Asked {
  readonly plan: OpenPlan;
  readonly line: PlanProblem['lines'][number];
  readonly short: number;
  readonly solver: SolverPort;
  readonly part: PartOfProblem;
  /** The part with nothing opened. */
  readonly tight: ProblemModel;
}

async function smallestSet(asked: Asked, kinds: readonly ChangeKind[]): Promise<FillSet | undefined | string> {
  const loose = loosen(asked.tight, new Set(kinds), { skillId: asked.line.skillId, short: asked.short });
  if (loose.things.length === 0) return undefined;
  const solved = await solveLoose(asked, loose, 'asked');
  if (typeof solved === 'string') return solved;
  if (solved.left >= asked.short) return undefined;
  const { changes, left, costCents, proved } = solved;
  return {
    kinds: [...new Set(changes.map((change) => change.kind))],
    changes,
    fills: asked.short - left,
    left,
    costCents,
    proved,
  };
}

/** The earliest later start by which the line is filled with no other change; the later, the fewer stand in its way. */
async function laterStart(asked: Asked): Promise<FillSet | undefined | string> {
  const { part, line, short } = asked;
  const starts = startsOf(line);
  const changeTo = (fromOn: Day): Change => ({
    kind: 'start',
    of: 'start',
    id: line.lineId,
    by: daysBetween(line.period.fromOn, fromOn),
  });
  const startingOn = (fromOn: Day): LooseModel => {
    const changed = applyChanges(part.problem, [changeTo(fromOn)]);
    return loosen(problemModel(compileProblem(changed)), new Set(), { skillId: line.skillId, short });
  };
  let [low, high] = [0, starts.length];
  let proved = true;
  while (low < high) {
    const middle = (low + high) >> 1;
    const solved = await solveLoose(asked, startingOn(starts[middle] as Day), 'unasked');
    if (typeof solved === 'string') return solved;
    proved &&= solved.proved;
    if (solved.left === 0) high = middle;
    else low = middle + 1;
  }
  const fromOn = starts[low];
  if (!fromOn) return undefined;
  const solved = await solveLoose(asked, startingOn(fromOn), 'asked');
  if (typeof solved === 'string') return solved;
  return { kinds: ['start'], changes: [changeTo(fromOn)], fills: short, left: 0, costCents: solved.costCents, proved };
}

/** The days after it begins. Any of them may do: people arrive on some, and days that pools have left suffice from others. */
const startsOf = ({ period }: PlanProblem['lines'][number]): Day[] =>
  Array.from({ length: Math.max(0, lengthDays(period) - 1) }, (_, i) => addDays(period.fromOn, i + 1));

interface LooseAnswer {
  readonly changes: Change[];
  readonly left: number;
  readonly costCents: number;
  readonly proved: boolean;
}

async function solveLoose(asked: Asked, loose: LooseModel, costs: 'asked' | 'unasked'): Promise<LooseAnswer | string> {
  const { plan, part } = asked;
  const { lineId } = asked.line;
  const { model } = loose;
  const { c, uses } = model;
  const now = whereNow(plan);
  const isTarget = (slot: number) => c.lines[c.slots[slot]?.line ?? 0]?.ofLineId === lineId;
  const shown = uses.count <= mostShown;
  const wanted = {
    isTarget,
    mostLacking: (slot: number) =>
      now.lacking(c.lines[c.slots[slot]?.line ?? 0]?.lineId ?? '', c.slots[slot]?.period.fromOn as Day),
    peopleNow: (use: number) => now.people(nameOf(model, use), c.slots[uses.slot[use] ?? 0]?.period.fromOn as Day),
    elsewhere: part.elsewhere,
  };
  const written = writeLoose(loose, wanted, shown ? undefined : nearUses(plan, loose, isTarget));
  const wantedLevels = loose.things.length > 0 ? ['lacking', 'changed', 'by'] : ['lacking'];
  const found = await solveLevels(asked, written, written.linear, wantedLevels);
  if (typeof found === 'string') return found;
  const lacking = Float64Array.from(c.slots, (_, slot) => found.values[written.firstLacking + slot] ?? 0);
  const answer = { left: shortOf(model, lacking, lineId), proved: shown && part.whole };
  if (costs === 'unasked') return { ...answer, changes: [], costCents: 0 };
  // What is changed is settled: what is left to say is who goes where, and that is nearly a network.
  const settled = written.linear.columns.map((column, i) => {
    const value = found.values[i] ?? 0;
    if (i >= written.firstBy && i < written.firstBy + 2 * loose.things.length)
      return { ...column, low: value, high: value };
    const slot = i - written.firstLacking;
    return slot >= 0 && slot < c.slots.length && isTarget(slot) ? { ...column, high: value } : column;
  });
  const moved = await solveLevels(asked, written, { ...written.linear, columns: settled }, ['moved', 'cost']);
  if (typeof moved === 'string') return moved;
  return {
    ...answer,
    changes: changesOf(loose, written, moved.values),
    costCents: (moved.levels.find(({ level }) => level === 'cost')?.value ?? 0) - written.centsNow,
  };
}

async function solveLevels(
  { line, solver }: Asked,
  { objectives }: WrittenLoose,
  linear: LinearModel,
  levels: readonly string[],
): Promise<Extract<Solution, { outcome: 'solved' }> | string> {
  const solution = await solver.solveInOrder(
    linear,
    objectives.filter(({ level }) => levels.includes(level)),
  );
  if (solution.outcome === 'solved') return solution;
  return `What would fill ${line.lineId} was not found: ${JSON.stringify(solution)}`;
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

/** Who is where, and who lacks, in the plan: by the names of uses and of lines as served, on a day. */
function whereNow({ model, people, evaluation }: OpenPlan) {
  const { c, uses } = model;
  const there = new Map<string, number[]>();
  for (const use of people.keys()) there.set(nameOf(model, use), [...(there.get(nameOf(model, use)) ?? []), use]);
  const lineNumbers = new Map(c.lines.map((line, l) => [line.lineId, l]));
  const covers = (slot: number, day: Day): boolean => {
    const period = c.slots[slot]?.period;
    return period !== undefined && period.fromOn <= day && day < period.toOn;
  };
  return {
    people: (name: string, day: Day): number => {
      for (const use of there.get(name) ?? []) {
        const first = uses.slot[use] ?? 0;
        for (let slot = first; slot < first + (uses.slots[use] ?? 0); slot++)
          if (covers(slot, day)) return people.get(use) ?? 0;
      }
      return 0;
    },
    lacking: (servedLineId: string, day: Day): number => {
      const l = lineNumbers.get(servedLineId) ?? -1;
      for (let slot = c.slotStart[l] ?? 0; slot < (c.slotStart[l + 1] ?? 0); slot++)
        if (covers(slot, day)) return evaluation.lacking[slot] ?? 0;
      return 0;
    },
  };
}

const nameOf = ({ c, uses }: ProblemModel, use: number): string =>
  `${c.pools[uses.pool[use] ?? 0]?.poolId} ${c.lines[uses.line[use] ?? 0]?.lineId} ${c.kinds[uses.kind[use] ?? 0]}`;

/** Of very many uses those of a pool and a line that the plan has, at whatever time, and all on the line. */
function nearUses(plan: OpenPlan, { model }: LooseModel, isTarget: (slot: number) => boolean): Int32Array {
  const { uses } = model;
  const inPlan = new Set([...plan.people.keys()].map((use) => nameOf(plan.model, use)));
  const near: number[] = [];
  for (let use = 0; use < uses.count; use++) {
    if (isTarget(uses.slot[use] ?? 0) || inPlan.has(nameOf(model, use))) near.push(use);
  }
  return Int32Array.from(near);
}
