import { daysBetween, lengthDays } from '@muster/terms';
import { type CompiledProblem, compileProblem } from '../compile-problem.ts';
import { type ProblemModel, problemModel } from '../problem-model.ts';
import { picksDays, picksKind } from '../selector.ts';
import type { Change, ChangeKind } from './change.ts';

/** Something that could be changed, and where the model feels it. */
export interface Loosened {
  readonly change: Omit<Change, 'by'>;
  /** Rows that give way by one for each that it is changed by. */
  readonly rows: readonly number[];
  /** The most it can be changed by; 0 where it is there or not. */
  readonly most: number;
  /** How much of a change does nothing yet: a reserve greater than all there are. */
  readonly idle: number;
  /** Days a tour must be longer for a use that needs it. */
  readonly daysFor?: (use: number) => number;
}

/** A problem in which everything of some kinds may give way. */
export interface LooseModel {
  readonly model: ProblemModel;
  readonly things: readonly Loosened[];
  /** The things without which a use cannot be, by number. */
  gatesOf(use: number): readonly number[];
}

/** The line that is to be filled: the skill it needs, and how many lack when most do. */
export interface ShortLine {
  readonly skillId: string;
  readonly short: number;
}

/**
 * Opens all that bars of these kinds close, and lists all that could give way for a line. `tight` is the
 * problem's model with nothing opened: it serves as it is where no bar and no tour gives way.
 */
export function loosen(tight: ProblemModel, kinds: ReadonlySet<ChangeKind>, line: ShortLine): LooseModel {
  const before = tight.c;
  const { problem } = before;
  const lifted = new Map<number, number>();
  const things: Loosened[] = [];
  const gate = (change: Omit<Change, 'by'>, more: Partial<Loosened> = {}) =>
    things.push({ change, rows: [], most: 0, idle: 0, ...more }) - 1;
  for (const [b, { barId, barrier, words }] of problem.bars.entries()) {
    if (barrier !== 'authority' && kinds.has(barrier))
      lifted.set(b, gate({ kind: barrier, of: 'bar', id: barId, words }));
  }
  const toursGive = kinds.has('tour') && problem.pools.some((pool) => pool.tourDays !== undefined);
  const model = lifted.size > 0 || toursGive ? opened(before, lifted, toursGive) : tight;
  const tours = toursGive ? tourGates(before, model, gate) : new Map<number, number>();
  things.push(...givingRows(model, kinds, line));

  const { c, uses } = model;
  return {
    model,
    things,
    gatesOf: (use) => {
      const [p, l] = [uses.pool[use] ?? 0, uses.line[use] ?? 0];
      const kind = c.kinds[uses.kind[use] ?? 0] ?? '';
      const first = uses.slot[use] ?? 0;
      const last = first + (uses.slots[use] ?? 1) - 1;
      const [fromOn, toOn] = [c.slots[first]?.period.fromOn ?? '', c.slots[last]?.period.toOn ?? ''];
      const bars = before.barsOn(p, l).flatMap((b) => {
        const select = problem.bars[b]?.select;
        const thing = lifted.get(b);
        return thing !== undefined && select && picksKind(select, kind) && picksDays(select, fromOn, toOn)
          ? [thing]
          : [];
      });
      const tour = tours.get(p);
      return tour !== undefined && (things[tour]?.daysFor?.(use) ?? 0) > 0 ? [...bars, tour] : bars;
    },
  };
}

function opened({ problem, stretches }: CompiledProblem, lifted: ReadonlyMap<number, number>, toursGive: boolean) {
  return problemModel(
    compileProblem({
      ...problem,
      bars: problem.bars.filter((_, b) => !lifted.has(b)),
      pools: toursGive ? problem.pools.map(({ tourDays: _, ...pool }) => pool) : problem.pools,
      // Counts may still change on every day they might before.
      turningDays: [...problem.turningDays, ...stretches.flatMap(({ fromOn, toOn }) => [fromOn, toOn])],
    }),
  );
}

function tourGates(
  { pools }: CompiledProblem,
  { c, uses }: ProblemModel,
  gate: (change: Omit<Change, 'by'>, more: Partial<Loosened>) => number,
): Map<number, number> {
  return new Map(
    pools.flatMap(({ poolId, tourDays }, p) => {
      if (tourDays === undefined) return [];
      const daysFor = (use: number) => {
        const line = c.lines[uses.line[use] ?? 0];
        return line?.throughout ? Math.max(0, lengthDays(line.period) - tourDays) : 0;
      };
      return [[p, gate({ kind: 'tour', of: 'tour', id: poolId }, { daysFor })] as const];
    }),
  );
}

/** Rules that can give way a little: limits, reserves, people-days, and how many there are. */
function givingRows(
  { c, families, offsets }: ProblemModel,
  kinds: ReadonlySet<ChangeKind>,
  { skillId, short }: ShortLine,
): Loosened[] {
  const { problem, stretches } = c;
  const asked = problem.lines.reduce((n, line) => n + line.people, 0);
  const rowsOf = (family: string, thing: number, times = stretches.length): number[] => {
    const first = (offsets[families.findIndex((f) => f.id === family)] ?? 0) + thing * times;
    return Array.from({ length: times }, (_, t) => first + t);
  };
  // Where people come one by one and for any time, each that a line gains takes one more of anything at a time, at most.
  const oneByOne =
    c.pools.every((pool) => (pool.teamSize ?? 1) === 1 && pool.mostPersonDays === undefined) &&
    problem.lines.every((line) => !line.throughout && !line.minimum && !line.relief);
  const most = oneByOne ? short : asked;
  const found: Loosened[] = [];
  for (const [i, { limitId, barrier, words }] of problem.limits.entries()) {
    if (kinds.has(barrier))
      found.push({
        change: { kind: barrier, of: 'limit', id: limitId, words },
        rows: rowsOf('limit', i),
        most,
        idle: 0,
      });
  }
  const inPools = problem.lenders.map((lender) =>
    c.pools.reduce((n, pool) => (pool.lenderId === lender.lenderId ? n + pool.people : n), 0),
  );
  for (const [i, { lenderId, reserve }] of problem.lenders.entries()) {
    if (!kinds.has('reserve') || reserve === 0) continue;
    const idle = Math.max(0, reserve - (inPools[i] ?? 0));
    found.push({
      change: { kind: 'reserve', of: 'reserve', id: lenderId },
      rows: rowsOf('reserve-floor', i),
      most: Math.min(reserve, idle + most),
      idle,
    });
  }
  let limited = -1;
  const days = stretches.length > 0 ? daysBetween(stretches[0]?.fromOn as never, stretches.at(-1)?.toOn as never) : 0;
  for (const [p, { poolId, mostPersonDays, skillId: offered }] of c.pools.entries()) {
    if (mostPersonDays !== undefined) limited += 1;
    // Other skills are of no use there, nor to any line that could give it people.
    if (offered !== skillId) continue;
    if (kinds.has('tour') && mostPersonDays !== undefined)
      found.push({
        change: { kind: 'tour', of: 'pool-days', id: poolId },
        rows: rowsOf('pool-days', limited, 1),
        most: asked * days,
        idle: 0,
      });
    const lender = c.lenderOf[p] ?? 0;
    // Where a lender keeps more than it has, one more of its people is one more kept.
    const kept = (problem.lenders[lender]?.reserve ?? 0) > (inPools[lender] ?? 0);
    if (kinds.has('strength') && !kept)
      found.push({
        change: { kind: 'strength', of: 'pool', id: poolId },
        rows: [...rowsOf('pool-strength', p), ...rowsOf('reserve-floor', lender)],
        most,
        idle: 0,
      });
  }
  return found;
}
