import type { LinearAnswer, LinearStep, LinearWork } from '../../linear-port.ts';
import { mostWithin } from '../levels/burden.ts';
import type { Condensed } from './condense.ts';
import { growing } from './growing.ts';
import { wantedWays } from './priced-ways.ts';

export type Unsolved = Exclude<LinearAnswer, { outcome: 'solved' }>;

/** A row over all people of some times of pools, so many for each person. */
export interface TimesRow {
  readonly times: readonly { readonly time: number; readonly coefficient: number }[];
  readonly most: number;
  /** The row of the whole model that it is; absent for one that only whole people keep. */
  readonly whole?: number;
  /** What the largest burden takes from it. */
  readonly burden?: number;
  /** A level that it holds: what each person adds to it, and each lacking, over `scale`. */
  readonly level?: number;
  readonly scale?: number;
  /** Whoever lacks in a berth is counted by its crew. */
  readonly lean?: { readonly berth: number; readonly crew: number };
}

/**
 * A condensed problem as a solver sees it, in parts of people: a few of its ways, more as they prove to be wanted, and
 * the largest burden as one column. It is solved from where it stood whenever something changes.
 *
 * Columns: those lacking, the burden, what each crew lacks when it lacks most, then ways as they come. Rows: berths, rules, then what is added.
 */
export class LinearPlan {
  readonly condensed: Condensed;
  /** The way of each column behind those lacking, the burden and the crews. */
  readonly shown: number[] = [];
  /** The column of each way; -1 while it is not shown. */
  readonly columnOf: Int32Array;
  /** What a unit of each level weighs when all are made small together in strict order, and now. */
  readonly usual: readonly number[];
  private weights: readonly number[];
  values: Float64Array = new Float64Array(0);
  duals: Float64Array = new Float64Array(0);
  readonly added: TimesRow[] = [];
  private readonly work: LinearWork;
  private readonly firstCrew: number;
  private readonly firstWay: number;
  /** The added rows that look at a time, with their coefficients. */
  private readonly addedAt = new Map<number, [row: number, coefficient: number][]>();
  private readonly limitedRules = new Map<number, number>();
  /** What each rule allows before it is limited further: less than it says where shares are capped. */
  private readonly most: Float64Array;
  /** Limits of rows that the next solve takes up. */
  private readonly waiting = new Map<number, number>();
  /** Levels before this one are held. */
  private heldBefore = 0;
  private readonly limitedColumns = new Set<number>();

  constructor(work: LinearWork, condensed: Condensed, weights: readonly number[]) {
    this.work = work;
    this.condensed = condensed;
    this.weights = weights;
    this.usual = weights;
    this.firstCrew = condensed.lacks.length + (condensed.burdenLevel >= 0 ? 1 : 0);
    this.firstWay = this.firstCrew + condensed.crews.length;
    this.columnOf = new Int32Array(condensed.ways.count).fill(-1);
    this.most = Float64Array.from(condensed.most);
  }

  get solver(): string {
    return this.work.solver;
  }

  /** Begins with some ways; no other is looked at until `priceOut`. */
  async begin(ways: readonly number[]): Promise<Unsolved | undefined> {
    const { berths, most, crews } = this.condensed;
    const people = berths.map((berth) => berth.people);
    const low = new Float64Array(berths.length + most.length).fill(Number.NEGATIVE_INFINITY);
    low.set(people);
    const rows = { low, high: Float64Array.from([...people, ...most]) };
    const unsolved = await this.solve({ rows, columns: this.columnsOf(ways, true) });
    if (unsolved || crews.length === 0) return unsolved;
    return this.add(
      crews.flatMap((of, crew) => of.berths.map((berth) => ({ times: [], most: 0, lean: { berth, crew } }))),
    );
  }

  /** Shows every way that would make the costs less, a few at once, until none would. */
  async priceOut(): Promise<Unsolved | undefined> {
    for (;;) {
      const wanted = wantedWays(this);
      const unsolved = wanted.length > 0 ? await this.solve({ columns: this.columnsOf(wanted, false) }) : undefined;
      if (unsolved || wanted.length === 0) return unsolved;
    }
  }

  /**
   * Makes one level as small as can be, while none before is worse than it is in `values`; none after is held. From the first
   * time on it can go back to where all were weighed together.
   */
  minimize(level: number, values: readonly number[]): Promise<Unsolved | undefined> {
    this.heldBefore = level;
    this.weights = this.usual.map((_, k) => (k === level ? this.weightAlone(level) : 0));
    const held = this.heldRows();
    const basis = held.size === 0 ? { basis: 'keep' as const } : {};
    const low: number[] = [];
    const high: number[] = [];
    const limits = [...held].flatMap(([k, { row }]): [number, number][] =>
      k >= level ? [[row, Number.POSITIVE_INFINITY]] : [],
    );
    const starts = [0];
    const entries = growing();
    for (let before = 0; before < level; before++) {
      const known = held.get(before);
      if (known) {
        limits.push([known.row, (values[before] ?? 0) / known.scale]);
        continue;
      }
      const adds = Array.from({ length: this.firstWay + this.shown.length }, (_, column) =>
        this.addsOf(before, column),
      );
      const scale = adds.reduce((most, one) => Math.max(most, Math.abs(one)), 1);
      for (const [column, one] of adds.entries()) if (one !== 0) entries.add(column, one / scale);
      starts.push(entries.count());
      this.added.push({ times: [], most: 0, level: before, scale });
      low.push(Number.NEGATIVE_INFINITY);
      high.push((values[before] ?? 0) / scale);
    }
    const written = { starts: Int32Array.from(starts), at: entries.at(), coefficients: entries.coefficients() };
    const rows = { low: Float64Array.from(low), high: Float64Array.from(high), entries: written };
    return this.solve({ ...basis, ...(low.length > 0 && { rows }), rowHigh: inOrder(limits), costs: this.allCosts() });
  }

  /** Makes all levels small together again, so weighed, and holds none. */
  weighAll(weights: readonly number[]): Promise<Unsolved | undefined> {
    this.weights = weights;
    this.heldBefore = 0;
    const limits = [...this.heldRows().values()].map(({ row }) => [row, Number.POSITIVE_INFINITY] as const);
    return this.solve({ basis: 'return', rowHigh: inOrder(limits), costs: this.allCosts() });
  }

  /** Whether the largest burden has a say: it costs something, or is held. */
  countsBurden(): boolean {
    const { burdenLevel } = this.condensed;
    return burdenLevel >= 0 && (burdenLevel < this.heldBefore || this.weights[burdenLevel] !== 0);
  }

  /**
   * Lets each lender give no more whole people than are within a share of its strength, until another is told; all that it
   * may where none is. It holds from the next time on that the plan is solved.
   */
  capShares(share?: number): void {
    const { berths, reserveAt, model, most } = this.condensed;
    for (const [row, rule] of reserveAt.entries()) {
      if (rule < 0) continue;
      const all = most[rule] ?? 0;
      const cap = share === undefined ? all : Math.min(all, mostWithin(model.c, share, row));
      if (cap !== this.most[rule]) this.waiting.set(berths.length + rule, cap);
      this.most[rule] = cap;
    }
  }

  /** What a unit of each level is worth in the costs: as weighed, or as the row that holds it says. */
  worths(): number[] {
    const worths = [...this.weights];
    for (const [i, { level, scale = 1 }] of this.added.entries())
      if (level !== undefined) worths[level] = (worths[level] ?? 0) + Math.max(0, -this.dualOfAdded(i)) / scale;
    return worths;
  }

  add(rows: readonly TimesRow[]): Promise<Unsolved | undefined> {
    const { burdenLevel, lacks, berths, rows: rules } = this.condensed;
    const starts = new Int32Array(rows.length + 1);
    const entries = growing();
    const columnsAt = this.columnsByTime();
    const lackColumns = berths.map((): number[] => []);
    for (const [column, { berth }] of lacks.entries()) lackColumns[berth]?.push(column);
    for (const [i, row] of rows.entries()) {
      const number = berths.length + rules.length + this.added.push(row) - 1;
      for (const { time, coefficient } of row.times) {
        const at = this.addedAt.get(time) ?? [];
        at.push([number, coefficient]);
        this.addedAt.set(time, at);
        for (const column of columnsAt.get(time) ?? []) entries.add(column, coefficient);
      }
      if (row.burden !== undefined && burdenLevel >= 0) entries.add(lacks.length, row.burden);
      if (row.lean) {
        for (const column of lackColumns[row.lean.berth] ?? []) entries.add(column, 1);
        entries.add(this.firstCrew + row.lean.crew, -1);
      }
      starts[i + 1] = entries.count();
    }
    const low = new Float64Array(rows.length).fill(Number.NEGATIVE_INFINITY);
    const high = Float64Array.from(rows, (row) => row.most);
    const written = { starts, at: entries.at(), coefficients: entries.coefficients() };
    return this.solve({ rows: { low, high, entries: written } });
  }

  /** Limits rules, by their number, and ways further, until `lift`. */
  limit(rules: ReadonlyMap<number, number>, ways: ReadonlyMap<number, number>): Promise<Unsolved | undefined> {
    const { berths } = this.condensed;
    const rows = [...rules].map(([rule, most]) => [berths.length + rule, most] as const);
    const columns = [...ways].map(([way, most]) => [this.columnOf[way] ?? 0, most] as const);
    const isFirst = this.limitedRules.size + this.limitedColumns.size === 0;
    for (const [rule, most] of rules) this.limitedRules.set(rule, most);
    for (const [column] of columns) this.limitedColumns.add(column);
    const limits = { rowHigh: inOrder(rows), columnHigh: inOrder(columns) };
    return this.solve(isFirst ? { basis: 'keep', ...limits } : limits);
  }

  /** What each rule allows as it is limited now. */
  mostNow(): Float64Array {
    const most = this.most.slice();
    for (const [rule, limited] of this.limitedRules) most[rule] = limited;
    return most;
  }

  /** Takes all limits back. */
  lift(): Promise<Unsolved | undefined> {
    const { berths } = this.condensed;
    const rows = [...this.limitedRules.keys()].map((rule) => [berths.length + rule, this.most[rule] ?? 0] as const);
    const columns = [...this.limitedColumns].map((column) => [column, Number.POSITIVE_INFINITY] as const);
    this.limitedRules.clear();
    this.limitedColumns.clear();
    return this.solve({ basis: 'return', rowHigh: inOrder(rows), columnHigh: inOrder(columns) });
  }

  /** Solves again after a change, or as it stands; what it comes to stands in `values` and `duals`. */
  async solve(step: LinearStep = {}): Promise<Unsolved | undefined> {
    const changed = this.waiting.size > 0 ? this.withWaiting(step) : step;
    const answer = await this.work.solve(changed);
    if (answer.outcome !== 'solved') return answer;
    this.values = answer.values;
    this.duals = answer.duals;
    return undefined;
  }

  private withWaiting(step: LinearStep): LinearStep {
    const { rowHigh } = step;
    for (const [i, row] of (rowHigh?.of ?? []).entries()) this.waiting.set(row, rowHigh?.high[i] ?? 0);
    const limits = inOrder([...this.waiting]);
    this.waiting.clear();
    return { ...step, rowHigh: limits };
  }

  /** People in a way, with parts. */
  peopleIn(way: number): number {
    const column = this.columnOf[way] ?? -1;
    return column < 0 ? 0 : (this.values[column] ?? 0);
  }

  /** People of each pool at each time. */
  peopleAtTimes(): Float64Array {
    const { model, ways } = this.condensed;
    const people = new Float64Array(model.c.pools.length * model.c.stretches.length);
    for (const [i, way] of this.shown.entries()) {
      const time = ways.time[way] ?? 0;
      people[time] = (people[time] ?? 0) + (this.values[this.firstWay + i] ?? 0);
    }
    return people;
  }

  /** What each level comes to. The burden is what is counted, which may be less than it is. */
  levelValues(): number[] {
    const { model, lacks, ways, burdenLevel, leanLevel, crews } = this.condensed;
    return model.levels.map((_, k) => {
      if (k === burdenLevel) return this.values[lacks.length] ?? 0;
      let sum = 0;
      if (k === leanLevel)
        for (const [i, { weight }] of crews.entries()) sum += weight * (this.values[this.firstCrew + i] ?? 0);
      for (const [i, { weighs }] of lacks.entries()) sum += (weighs[k] ?? 0) * (this.values[i] ?? 0);
      const adds = ways.adds[k];
      for (const [i, way] of this.shown.entries()) sum += (adds?.[way] ?? 0) * (this.values[this.firstWay + i] ?? 0);
      return sum;
    });
  }

  /** A weight under which a solver's tolerance is nothing beside what one person adds. */
  private weightAlone(level: number): number {
    const { ways, lacks, burdenLevel, leanLevel, crews } = this.condensed;
    if (level === burdenLevel) return 100;
    let most = 1e-9;
    if (level === leanLevel) for (const { weight } of crews) most = Math.max(most, weight);
    for (const adds of ways.adds[level] ?? []) most = Math.max(most, Math.abs(adds));
    for (const { weighs } of lacks) most = Math.max(most, Math.abs(weighs[level] ?? 0));
    return 1000 / most;
  }

  private heldRows(): Map<number, { readonly row: number; readonly scale: number }> {
    const { berths, rows } = this.condensed;
    const held = new Map<number, { readonly row: number; readonly scale: number }>();
    for (const [i, { level, scale = 1 }] of this.added.entries())
      if (level !== undefined) held.set(level, { row: berths.length + rows.length + i, scale });
    return held;
  }

  private addsOf(level: number, column: number): number {
    const { lacks, ways, burdenLevel, leanLevel, crews } = this.condensed;
    if (column >= this.firstWay) return ways.adds[level]?.[this.shown[column - this.firstWay] ?? 0] ?? 0;
    if (column >= this.firstCrew) return level === leanLevel ? (crews[column - this.firstCrew]?.weight ?? 0) : 0;
    return lacks[column]?.weighs[level] ?? (level === burdenLevel ? 1 : 0);
  }

  /** What an added row is worth. */
  dualOfAdded(i: number): number {
    const { berths, rows } = this.condensed;
    return this.duals[berths.length + rows.length + i] ?? 0;
  }

  private allCosts(): Float64Array {
    return Float64Array.from({ length: this.firstWay + this.shown.length }, (_, column) =>
      column < this.firstWay ? this.costOfOwn(column) : this.costOf(this.shown[column - this.firstWay] ?? 0),
    );
  }

  private costOf(way: number): number {
    const { ways } = this.condensed;
    return this.weights.reduce((sum, weight, k) => sum + weight * (ways.adds[k]?.[way] ?? 0), 0);
  }

  private costOfOwn(column: number): number {
    return this.weights.reduce((sum, weight, k) => sum + weight * this.addsOf(k, column), 0);
  }

  /** Columns to add: those lacking and the burden with the first ways, then ways alone. */
  private columnsOf(ways: readonly number[], withOwn: boolean): NonNullable<LinearStep['columns']> {
    const { condensed, firstWay } = this;
    const { lacks, berths, crews, ways: all } = condensed;
    const firstAdded = berths.length + condensed.rows.length;
    const own = withOwn ? firstWay : 0;
    const count = own + ways.length;
    const high = new Float64Array(count);
    const costs = new Float64Array(count);
    const starts = new Int32Array(count + 1);
    const entries = growing();
    for (let i = 0; i < own; i++) {
      const lack = lacks[i];
      if (lack) entries.add(lack.berth, 1);
      high[i] = lack?.people ?? crews[i - this.firstCrew]?.people ?? 1000;
      costs[i] = this.costOfOwn(i);
      starts[i + 1] = entries.count();
    }
    for (const [i, way] of ways.entries()) {
      const berth = all.berth[way] ?? 0;
      entries.add(berth, 1);
      const end = all.starts[way + 1] ?? 0;
      for (let e = all.starts[way] ?? 0; e < end; e++)
        entries.add(berths.length + (all.touched[e] ?? 0), all.coefficients[e] ?? 0);
      for (const [row, coefficient] of this.addedAt.get(all.time[way] ?? 0) ?? []) entries.add(row, coefficient);
      for (const [a, { level, scale = 1 }] of this.added.entries())
        if (level !== undefined) entries.add(firstAdded + a, (all.adds[level]?.[way] ?? 0) / scale);
      // No limit of its own: it would take from the rows what these are worth.
      high[own + i] = Number.POSITIVE_INFINITY;
      costs[own + i] = this.costOf(way);
      starts[own + i + 1] = entries.count();
      this.columnOf[way] = firstWay + this.shown.push(way) - 1;
    }
    const written = { starts, at: entries.at(), coefficients: entries.coefficients() };
    return { low: new Float64Array(count), high, costs, entries: written };
  }

  private columnsByTime(): Map<number, number[]> {
    const columns = new Map<number, number[]>();
    for (const [i, way] of this.shown.entries()) {
      const time = this.condensed.ways.time[way] ?? 0;
      const at = columns.get(time);
      if (at) at.push(this.firstWay + i);
      else columns.set(time, [this.firstWay + i]);
    }
    return columns;
  }
}

/** Upper limits with rising numbers. */
function inOrder(limits: readonly (readonly [of: number, high: number])[]) {
  const sorted = [...limits].sort(([a], [b]) => a - b);
  return { of: Int32Array.from(sorted, ([of]) => of), high: Float64Array.from(sorted, ([, high]) => high) };
}
