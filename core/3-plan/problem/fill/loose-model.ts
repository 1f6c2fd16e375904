import type { Column, LinearModel, Objective, Row } from '../../solver-port.ts';
import { cost } from '../levels/cost.ts';
import { type ProblemModel, teamOf, type WrittenModel, writeOut } from '../problem-model.ts';
import type { LooseModel } from './loosen.ts';
import type { PartOfProblem } from './part-of-problem.ts';

/** What is wanted: the slots to be filled, how many may lack in each of the others, and who is where now. */
export interface Wanted {
  isTarget(slot: number): boolean;
  mostLacking(slot: number): number;
  peopleNow(use: number): number;
  readonly elsewhere: PartOfProblem['elsewhere'];
}

export interface WrittenLoose {
  readonly linear: LinearModel;
  /** People-days lacking on the line; things changed; by how many; people put on or taken off; cost in cents. */
  readonly objectives: readonly Objective[];
  readonly chosen: Int32Array;
  readonly firstLacking: number;
  /** The column that says by how many each thing is changed. */
  readonly firstBy: number;
  /** The column that says whether it is changed at all. */
  readonly firstChanged: number;
  /** What people cost where they are now, in cents. */
  readonly centsNow: number;
}

/** Writes the model out with a column for every thing that may give way, and another that counts it once. */
export function writeLoose({ model, things, gatesOf }: LooseModel, wanted: Wanted, chosen?: Int32Array): WrittenLoose {
  const { c, uses } = model;
  const written = writeOut(model, chosen);
  const firstLacking = written.chosen.length;
  const strengthGives = things.some(({ change }) => change.of === 'pool');
  const columns: Column[] = written.linear.columns.map((column, i) => {
    const slot = i - firstLacking;
    if (slot >= 0 && slot < c.slots.length)
      return wanted.isTarget(slot) ? column : { ...column, high: Math.min(column.high, wanted.mostLacking(slot)) };
    if (slot >= 0 || !strengthGives) return column;
    const use = written.chosen[i] ?? 0;
    return { ...column, high: Math.floor((c.lines[uses.line[use] ?? 0]?.people ?? 0) / teamOf(model, use)) };
  });
  const firstBy = columns.length;
  columns.push(...things.map(({ change, most }) => ({ id: `by ${change.of} ${change.id}`, low: 0, high: most })));
  const firstChanged = columns.length;
  columns.push(...things.map(({ change }) => ({ id: `changed ${change.of} ${change.id}`, low: 0, high: 1 })));

  const giving = new Map<number, [column: number, coefficient: number][]>();
  for (const [i, { rows, idle }] of things.entries()) {
    for (const row of rows) {
      const terms = giving.get(row) ?? [];
      terms.push([firstBy + i, -1]);
      if (idle > 0) terms.push([firstChanged + i, idle]);
      giving.set(row, terms);
    }
  }
  const taken = takenElsewhere(model, wanted);
  const rows: Row[] = written.linear.rows.map((row, r) => {
    const whole = written.rows[r] ?? -1;
    const more = giving.get(whole) ?? [];
    return { ...row, high: row.high - taken(whole), terms: [...row.terms, ...more] };
  });
  const atMostIfChanged = (id: string, column: number, thing: number, most: number) =>
    rows.push({
      id,
      low: Number.NEGATIVE_INFINITY,
      high: 0,
      terms: [
        [column, 1],
        [firstChanged + thing, -most],
      ],
    });
  for (const [i, { most }] of things.entries()) {
    if (most > 0) atMostIfChanged(`changed ${i}`, firstBy + i, i, most);
  }
  const gated: [number, number][] = [];
  for (const [column, use] of written.chosen.entries()) {
    const gates = gatesOf(use);
    for (const thing of gates) atMostIfChanged(`opened ${use} ${thing}`, column, thing, columns[column]?.high ?? 0);
    if (gates.length > 0) gated.push([column, teamOf(model, use)]);
  }
  const objectives: Objective[] = [
    {
      level: 'lacking',
      meaning: 'people-days lacking on the line',
      terms: c.slots.flatMap(({ days }, slot) => (wanted.isTarget(slot) ? [[firstLacking + slot, days] as const] : [])),
    },
    { level: 'changed', meaning: 'things changed', terms: things.map((_, i) => [firstChanged + i, 1] as const) },
    { level: 'by', meaning: 'by how many', terms: [...things.map((_, i) => [firstBy + i, 1] as const), ...gated] },
    movedObjective(model, written, wanted, columns, rows),
  ];
  const cents = cost(c);
  const centsOf = (use: number) => cents.perPerson(uses, use);
  objectives.push({
    level: 'cost',
    meaning: cents.meaning,
    terms: [...written.chosen].map((use, column) => [column, centsOf(use) * teamOf(model, use)] as const),
  });
  const centsNow = written.chosen.reduce((sum, use) => sum + centsOf(use) * wanted.peopleNow(use), 0);
  return {
    linear: { columns, rows },
    objectives,
    chosen: written.chosen,
    firstLacking,
    firstBy,
    firstChanged,
    centsNow,
  };
}

/** Everybody put on or taken off counts once: people as they are, plus twice those who are fewer than now. */
function movedObjective(
  model: ProblemModel,
  { chosen }: WrittenModel,
  { peopleNow }: Wanted,
  columns: Column[],
  rows: Row[],
): Objective {
  const terms: [number, number][] = [];
  for (const [column, use] of chosen.entries()) {
    const [team, now] = [teamOf(model, use), peopleNow(use)];
    terms.push([column, team]);
    if (now === 0) continue;
    const fewer = columns.push({ id: `fewer ${use}`, low: 0, high: now }) - 1;
    const kept = [[column, team] as const, [fewer, 1] as const];
    rows.push({ id: `kept ${use}`, low: now, high: Number.POSITIVE_INFINITY, terms: kept });
    terms.push([fewer, 2]);
  }
  return { level: 'moved', meaning: 'people put on or taken off anywhere', terms };
}

/** How many of a rule's room people take who are on lines left out, by row of the whole model. */
function takenElsewhere({ c, families, offsets }: ProblemModel, { elsewhere }: Wanted): (row: number) => number {
  const times = c.stretches.length;
  const shared = (['limit', 'reserve-floor'] as const).map((rule) => {
    const f = families.findIndex((family) => family.id === rule);
    return { rule, first: offsets[f] ?? 0, end: offsets[f + 1] ?? 0 };
  });
  return (whole) => {
    const at = shared.find(({ first, end }) => first <= whole && whole < end);
    const day = at && c.stretches[(whole - at.first) % times]?.fromOn;
    return at && day ? elsewhere(at.rule, Math.floor((whole - at.first) / times), day) : 0;
  };
}
