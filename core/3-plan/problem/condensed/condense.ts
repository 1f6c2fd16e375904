import { type CompiledProblem, picksOf } from '../compile-problem.ts';
import type { Level } from '../levels/level.ts';
import { priorityWeight } from '../levels/priority-weight.ts';
import { type ProblemModel, teamOf } from '../problem-model.ts';
import { growing } from './growing.ts';

/** Slots of one stretch that no rule and no pool tells apart: to a solver they are one. */
export interface Berth {
  readonly stretch: number;
  readonly people: number;
  readonly slots: readonly number[];
}

/** Lines that nothing tells apart at any of their times. Whoever fills them fills one after the other: they lack together what is lacking when most is. */
export interface Crew {
  /** One at each of their times. */
  readonly berths: readonly number[];
  readonly people: number;
  /** What one person lacking at the leanest time adds to the level that counts it. */
  readonly weight: number;
}

/** People lacking in slots of a berth that weigh alike in every level. */
export interface Lack {
  readonly berth: number;
  readonly people: number;
  /** What one person lacking adds to each level. */
  readonly weighs: readonly number[];
}

/** All uses of one pool in one berth under one kind of service. */
export interface Ways {
  readonly count: number;
  readonly pool: Int32Array;
  readonly berth: Int32Array;
  /** One of the uses, which stands for all. */
  readonly use: Int32Array;
  /** The people of its pool and its stretch, as one number. */
  readonly time: Int32Array;
  /** The rows each touches besides its berth and the level's own, by their number in `rows`: from `starts[way]` on. */
  readonly starts: Int32Array;
  readonly touched: Int32Array;
  readonly coefficients: Float64Array;
  /** What one person adds to each level. */
  readonly adds: readonly Float64Array[];
}

/** A problem with alike slots taken together: a hundredth of the columns, and the same best values. */
export interface Condensed {
  readonly model: ProblemModel;
  readonly berths: readonly Berth[];
  readonly berthOf: Int32Array;
  readonly lacks: readonly Lack[];
  readonly ways: Ways;
  /** Rows of the whole model that ways touch, with the most that each allows. */
  readonly rows: readonly number[];
  readonly most: readonly number[];
  /** 1 for rows that look at one pool alone: its strength and its days. */
  readonly ofPool: Uint8Array;
  /** The row, of these, of the strength of each pool at each time; -1 where nothing touches it. */
  readonly strengthAt: Int32Array;
  /** The same of the reserve of each lender at each time. */
  readonly reserveAt: Int32Array;
  /** The level that counts the largest burden, by number; -1 where none does. */
  readonly burdenLevel: number;
  /** The level that counts who lacks at the leanest time; -1 where none does. */
  readonly leanLevel: number;
  /** Where such a level is: every berth is of one crew. */
  readonly crews: readonly Crew[];
}

/**
 * Takes slots together that are alike. Undefined where something looks at single slots or ties them: the same people
 * throughout, minimums, pins, changes, or levels that count lines.
 */
export function condense(model: ProblemModel): Condensed | undefined {
  const { c, uses, levels } = model;
  if (!isCondensable(model)) return undefined;
  const leanLevel = levels.findIndex((level) => level.level === 'lean');
  const { berthOf, berths, crews } = alikeSlots(model, leanLevel >= 0);
  const use = firstUses(model, berthOf, berths.length);
  const { rows, most, ofPool, starts, touched, coefficients } = touchedRows(model, use);
  return {
    model,
    berths,
    berthOf,
    lacks: lacksOf(levels, berths, (slot) => c.lines[c.slots[slot]?.line ?? 0]?.people ?? 0),
    ways: {
      count: use.length,
      pool: use.map((one) => uses.pool[one] ?? 0),
      berth: use.map((one) => berthOf[uses.slot[one] ?? 0] ?? 0),
      use,
      time: use.map((one) => (uses.pool[one] ?? 0) * c.stretches.length + (c.slots[uses.slot[one] ?? 0]?.stretch ?? 0)),
      starts,
      touched,
      coefficients,
      adds: levels.map((level) => Float64Array.from(use, (one) => level.perPerson(uses, one))),
    },
    rows,
    most,
    ofPool,
    strengthAt: numbersOf(model, 'pool-strength', rows),
    reserveAt: numbersOf(model, 'reserve-floor', rows),
    burdenLevel: levels.findIndex((level) => level.level === 'burden'),
    leanLevel,
    crews,
  };
}

/** The first use of each way. Uses come pool by pool, so a table of one pool tells which ways are known. */
function firstUses({ c, uses }: ProblemModel, berthOf: Int32Array, berths: number): Int32Array {
  const kinds = c.kinds.length;
  const first: number[] = [];
  const numbers = new Int32Array(berths * kinds).fill(-1);
  let firstOfPool = 0;
  let before = -1;
  for (let use = 0; use < uses.count; use++) {
    const pool = uses.pool[use] ?? 0;
    if (pool !== before) firstOfPool = first.length;
    before = pool;
    const key = (berthOf[uses.slot[use] ?? 0] ?? 0) * kinds + (uses.kind[use] ?? 0);
    // A number from before the pool's first is another pool's.
    if ((numbers[key] ?? -1) < firstOfPool) numbers[key] = first.push(use) - 1;
  }
  return Int32Array.from(first);
}

const looksAtPeopleOnly = new Set(['lean', 'fill', 'arrival', 'travel', 'cost', 'burden', 'wishes']);

function isCondensable({ c, uses, levels }: ProblemModel): boolean {
  const { problem } = c;
  if (problem.pins.length > 0 || problem.mostChanges !== undefined) return false;
  if (levels.some((level) => !looksAtPeopleOnly.has(level.level))) return false;
  const dwells = c.pools.some((pool) => (pool.dwellDays ?? 0) > 0);
  if (c.lines.some((line) => (line.minimum ?? 0) > 0 || (dwells && line.throughout))) return false;
  for (let use = 0; use < uses.count; use++) if (uses.slots[use] !== 1) return false;
  return true;
}

/** Slots are alike when the same pools can come, and every selector picks both or neither; in crews their lines have the same times too. */
function alikeSlots({ c }: ProblemModel, inCrews: boolean) {
  const { problem } = c;
  const selectors = [...problem.bars, ...problem.wishes]
    .map((one) => one.select)
    .concat(problem.limits.flatMap((limit) => limit.selects));
  const named = new Set((problem.onTheWay ?? []).map((one) => one.lineId));
  const looks = c.lines.map((line, l) => {
    const picks = selectors.map((select) => (picksOf(select, line) ? 1 : 0)).join('');
    const alone = named.has(line.ofLineId) || line.throughout ? l : '';
    const [first, end] = [c.slotStart[l] ?? 0, c.slotStart[l + 1] ?? 0];
    const times = c.slots.slice(first, end).map((slot) => slot.stretch);
    const crew = inCrews ? [priorityWeight(line.priority), ...times].join() : '';
    return [line.skillId, line.positionId, line.placeId, alone, picks, crew].join(' ');
  });
  const numbers = new Map<string, number>();
  const slotsOf: number[][] = [];
  const berthOf = Int32Array.from(c.slots, ({ line, stretch }, slot) => {
    const look = `${looks[line]} ${stretch}`;
    const berth = numbers.get(look) ?? slotsOf.push([]) - 1;
    numbers.set(look, berth);
    slotsOf[berth]?.push(slot);
    return berth;
  });
  const people = (slot: number) => c.lines[c.slots[slot]?.line ?? 0]?.people ?? 0;
  const berths = slotsOf.map((slots): Berth => {
    const stretch = c.slots[slots[0] ?? 0]?.stretch ?? 0;
    return { stretch, people: slots.reduce((sum, slot) => sum + people(slot), 0), slots };
  });
  return { berthOf, berths, crews: inCrews ? crewsOf(c, looks, berthOf) : [] };
}

function crewsOf(c: CompiledProblem, looks: readonly string[], berthOf: Int32Array): Crew[] {
  const crews = new Map<string, { berths: Set<number>; people: number; weight: number }>();
  for (const [l, line] of c.lines.entries()) {
    const look = looks[l] ?? '';
    const crew = crews.get(look) ?? { berths: new Set(), people: 0, weight: priorityWeight(line.priority) };
    crews.set(look, crew);
    crew.people += line.people;
    for (let slot = c.slotStart[l] ?? 0; slot < (c.slotStart[l + 1] ?? 0); slot++) crew.berths.add(berthOf[slot] ?? 0);
  }
  return [...crews.values()].map((crew) => ({ ...crew, berths: [...crew.berths] }));
}

function lacksOf(levels: readonly Level[], berths: readonly Berth[], people: (slot: number) => number): Lack[] {
  return berths.flatMap(({ slots }, berth) => {
    const alike = new Map<string, { berth: number; people: number; weighs: number[] }>();
    for (const slot of slots) {
      const weighs = levels.map((level) => level.perLacking(slot));
      const lack = alike.get(weighs.join()) ?? { berth, people: 0, weighs };
      lack.people += people(slot);
      alike.set(weighs.join(), lack);
    }
    return [...alike.values()];
  });
}

/** The rows of rules that each way touches; the first rule, which fills lines, is what berths are. */
function touchedRows(model: ProblemModel, use: Int32Array) {
  const { uses, families, offsets } = model;
  const numbers = new Int32Array(offsets.at(-1) ?? 0).fill(-1);
  const rows: number[] = [];
  const most: number[] = [];
  const ofPool: number[] = [];
  const starts = new Int32Array(use.length + 1);
  const entries = growing();
  const rules = families.map((family, f) => ({ family, offset: offsets[f] ?? 0 })).slice(1);
  for (const [way, one] of use.entries()) {
    starts[way] = entries.count();
    for (const { family, offset } of rules) {
      if (family.own) continue;
      family.touch(uses, one, (row, perPerson) => {
        let number = numbers[offset + row] ?? -1;
        if (number < 0) {
          number = rows.push(offset + row) - 1;
          numbers[offset + row] = number;
          most.push(wholeTeamsWithin(model, family.id, one, family.high(row)));
          ofPool.push(family.id === 'pool-strength' || family.id === 'pool-days' ? 1 : 0);
        }
        entries.add(number, perPerson);
      });
    }
  }
  starts[use.length] = entries.count();
  return {
    rows,
    most,
    ofPool: Uint8Array.from(ofPool),
    starts,
    touched: entries.at(),
    coefficients: entries.coefficients(),
  };
}

/** A pool that comes in teams gives no more than its whole teams. */
function wholeTeamsWithin(model: ProblemModel, family: string, use: number, people: number): number {
  return family === 'pool-strength' ? people - (people % teamOf(model, use)) : people;
}

/** For each row of a rule its number among `rows`; -1 where it has none. */
function numbersOf({ families, offsets }: ProblemModel, id: string, rows: readonly number[]): Int32Array {
  const f = families.findIndex((family) => family.id === id);
  const first = offsets[f] ?? 0;
  const numbers = new Int32Array(families[f]?.count ?? 0).fill(-1);
  for (const [i, row] of rows.entries()) if (row >= first && row < first + numbers.length) numbers[row - first] = i;
  return numbers;
}

export const teamOfWay = ({ model, ways }: Condensed, way: number): number => teamOf(model, ways.use[way] ?? 0);
