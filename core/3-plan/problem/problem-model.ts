import type { Column, LinearModel, Objective, Row, Terms } from '../solver-port.ts';
import type { CompiledProblem } from './compile-problem.ts';
import { levelsOf } from './levels/index.ts';
import type { Level } from './levels/level.ts';
import { rowFamilies } from './rows/index.ts';
import type { RowFamily } from './rows/row-family.ts';
import { openUses, type Uses } from './uses.ts';

/** The whole model of a problem, with every open use: what a certificate speaks of. Nothing of it is written out. */
export interface ProblemModel {
  readonly c: CompiledProblem;
  readonly uses: Uses;
  readonly levels: readonly Level[];
  /** The rules, then those that levels need to be counted. */
  readonly families: readonly RowFamily[];
  /** The first row of each family, and in the end how many rows there are. */
  readonly offsets: readonly number[];
}

export function problemModel(c: CompiledProblem, uses: Uses = openUses(c)): ProblemModel {
  const levels = levelsOf(c);
  const families = [...rowFamilies(c), ...levels.flatMap((level) => level.family ?? [])];
  const offsets = [0];
  for (const family of families) offsets.push((offsets.at(-1) ?? 0) + family.count);
  return { c, uses, levels, families, offsets };
}

/** People come in teams of so many in this use; 1 where they come one by one. */
export const teamOf = ({ c, uses }: ProblemModel, use: number): number => c.pools[uses.pool[use] ?? 0]?.teamSize ?? 1;

/** The most teams a use can have: no more than the pool has, nor than the line asks for. */
export function mostTeams(model: ProblemModel, use: number): number {
  const { c, uses } = model;
  const pool = c.pools[uses.pool[use] ?? 0]?.people ?? 0;
  const line = c.lines[uses.line[use] ?? 0]?.people ?? 0;
  return Math.floor(Math.min(pool, line) / teamOf(model, use));
}

/** Visits every row of the whole model that a use touches, with its coefficient for one person. */
export function touchedBy(model: ProblemModel, use: number, visit: (row: number, perPerson: number) => void): void {
  for (const [f, family] of model.families.entries()) {
    const offset = model.offsets[f] ?? 0;
    family.touch(model.uses, use, (row, perPerson) => visit(offset + row, perPerson));
  }
}

/** The model written out for some of its uses, and how to read an answer back. */
export interface WrittenModel {
  readonly linear: LinearModel;
  readonly objectives: readonly Objective[];
  /** The use each of the first columns stands for. */
  readonly chosen: Int32Array;
  /** The row of the whole model that each row stands for. */
  readonly rows: readonly number[];
}

/** Writes the model out for the chosen uses: rows that none of its columns touches, and that hold by themselves, are left out. */
export function writeOut(model: ProblemModel, chosen: Int32Array = everyUse(model)): WrittenModel {
  const { c, uses, families, offsets, levels } = model;
  const columns: Column[] = [];
  const terms = new Map<number, [number, number][]>();
  const put = (row: number, column: number, coefficient: number) => {
    const row_ = terms.get(row);
    if (row_) row_.push([column, coefficient]);
    else terms.set(row, [[column, coefficient]]);
  };
  for (const use of chosen) {
    const team = teamOf(model, use);
    const column = columns.push({ id: useName(c, uses, use), low: 0, high: mostTeams(model, use) }) - 1;
    touchedBy(model, use, (row, perPerson) => put(row, column, perPerson * team));
  }
  const firstLacking = columns.length;
  for (const [slot, { line, period }] of c.slots.entries()) {
    const of = c.lines[line];
    columns.push({ id: `lacking ${of?.lineId} ${period.fromOn}`, low: 0, high: of?.people ?? 0 });
    for (const [f, family] of families.entries()) {
      family.lacking?.(slot, (row, coefficient) => put((offsets[f] ?? 0) + row, firstLacking + slot, coefficient));
    }
  }
  const ownFirst = families.map((family, f) => {
    const first = columns.length;
    for (const own of family.own ?? []) {
      const column = columns.push({ id: own.id, low: own.low, high: own.high }) - 1;
      for (const [row, coefficient] of own.terms) put((offsets[f] ?? 0) + row, column, coefficient);
    }
    return first;
  });

  const rows: number[] = [];
  const written: Row[] = [];
  for (const [f, family] of families.entries()) {
    for (let row = 0; row < family.count; row++) {
      const whole = (offsets[f] ?? 0) + row;
      const [low, high] = [family.low(row), family.high(row)];
      const touched = terms.get(whole);
      if (!touched && low <= 0 && high >= 0) continue;
      rows.push(whole);
      written.push({ id: `${family.id} ${family.name(row)}`, low, high, terms: touched ?? [] });
    }
  }

  const objectives = levels.map((level): Objective => {
    const sum: [number, number][] = [];
    const add = (column: number, coefficient: number) => {
      if (coefficient !== 0) sum.push([column, coefficient]);
    };
    for (const [column, use] of chosen.entries()) add(column, level.perPerson(uses, use) * teamOf(model, use));
    for (const slot of c.slots.keys()) add(firstLacking + slot, level.perLacking(slot));
    const f = level.family ? families.indexOf(level.family) : -1;
    for (const [i, own] of (level.family?.own ?? []).entries()) add((ownFirst[f] ?? 0) + i, own.weight);
    return { level: level.level, meaning: level.meaning, terms: sum satisfies Terms };
  });
  return { linear: { columns, rows: written }, objectives, chosen, rows };
}

const everyUse = ({ uses }: ProblemModel): Int32Array => Int32Array.from({ length: uses.count }, (_, use) => use);

export const useName = (c: CompiledProblem, uses: Uses, use: number): string =>
  [
    c.pools[uses.pool[use] ?? 0]?.poolId,
    c.lines[uses.line[use] ?? 0]?.lineId,
    c.kinds[uses.kind[use] ?? 0],
    c.slots[uses.slot[use] ?? 0]?.period.fromOn,
  ].join(' ');
