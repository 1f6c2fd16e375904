import type { Column, LinearModel, Objective, Row } from '../../solver-port.ts';
import { teamOf, writeOut } from '../problem-model.ts';
import type { LooseModel } from './loosen.ts';

/** What is wanted: the slots to be filled, and how many may lack in each of the others. */
export interface Wanted {
  isTarget(slot: number): boolean;
  mostLacking(slot: number): number;
}

export interface WrittenLoose {
  readonly linear: LinearModel;
  /** People-days lacking on the line; then things changed; then by how many. */
  readonly objectives: readonly Objective[];
  readonly chosen: Int32Array;
  readonly firstLacking: number;
  /** The column that says by how many each thing is changed. */
  readonly firstBy: number;
  /** The column that says whether it is changed at all. */
  readonly firstChanged: number;
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
  const rows: Row[] = written.linear.rows.map((row, r) => {
    const more = giving.get(written.rows[r] ?? -1);
    return more ? { ...row, terms: [...row.terms, ...more] } : row;
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
  ];
  return { linear: { columns, rows }, objectives, chosen: written.chosen, firstLacking, firstBy, firstChanged };
}
