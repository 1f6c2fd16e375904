import type { Line } from '@muster/request/events';
import type { Period } from '@muster/terms';
import type { Arc } from '../arc.ts';
import type { PlanningPicture } from '../planning-picture.ts';
import type { Column, LinearModel, Row, Terms } from '../solver-port.ts';

/** One line in one of its periods, with the column that counts the people it lacks there. */
export interface Slot {
  readonly line: Line;
  readonly period: Period;
  readonly unfilled: number;
}

/** One line, with the column that counts the people it lacks when it lacks most. */
export interface Lack {
  readonly line: Line;
  readonly column: number;
}

/** The plan as a model: columns for every open use and every lack, rows from the constraints. */
export interface PlanModel extends LinearModel {
  /** The use each of the first columns stands for. */
  readonly arcs: readonly Arc[];
  readonly slots: readonly Slot[];
  readonly lacks: readonly Lack[];
  readonly columns: readonly Column[];
}

/** What a constraint may look at. */
export interface ConstraintScope {
  readonly picture: PlanningPicture;
  readonly arcs: readonly Arc[];
  readonly slots: readonly Slot[];
  readonly lacks: readonly Lack[];
}

/** A rule of the model, in a file of its own: a stable id, a unit, a sentence, and the rows it makes. */
export interface PlanConstraint {
  readonly id: string;
  readonly unit: string;
  readonly sentence: string;
  readonly rows: (scope: ConstraintScope) => Row[];
}

export function buildModel(
  picture: PlanningPicture,
  arcs: readonly Arc[],
  slotsOf: readonly { readonly line: Line; readonly period: Period }[],
  constraints: readonly PlanConstraint[],
): PlanModel {
  const columns: Column[] = arcs.map((arc) => ({
    id: `use ${arc.lenderId} ${arc.pool.poolId} ${arc.line.lineId} ${arc.kind.statusId} ${arc.period.fromOn}`,
    low: 0,
    high: Math.min(arc.pool.people, arc.line.people),
  }));
  const slots = slotsOf.map(({ line, period }) => {
    columns.push({ id: `unfilled ${line.lineId} ${period.fromOn}`, low: 0, high: line.people });
    return { line, period, unfilled: columns.length - 1 };
  });
  const lacks = [...new Set(slots.map((s) => s.line))].map((line) => {
    columns.push({ id: `lack ${line.lineId}`, low: 0, high: line.people });
    return { line, column: columns.length - 1 };
  });
  const scope = { picture, arcs, slots, lacks };
  return { arcs, slots, lacks, columns, rows: constraints.flatMap((c) => c.rows(scope)) };
}

/** Sums arcs into rows: one row for each key, with a coefficient of 1. Arcs with no key are left out. */
export function rowsByKey(
  arcs: readonly Arc[],
  keysOf: (arc: Arc) => readonly string[],
  limitOf: (key: string) => number,
  constraintId: string,
): Row[] {
  const terms = new Map<string, [number, number][]>();
  for (const [column, arc] of arcs.entries()) {
    for (const key of keysOf(arc)) {
      const row = terms.get(key) ?? [];
      row.push([column, 1]);
      terms.set(key, row);
    }
  }
  return [...terms].map(([key, row]) => ({
    id: `${constraintId} ${key}`,
    low: Number.NEGATIVE_INFINITY,
    high: limitOf(key),
    terms: row satisfies Terms,
  }));
}
