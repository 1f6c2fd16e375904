import type { LinearModel, Objective, Terms } from '../solver-port.ts';
import { ExactSums } from './exact-sums.ts';

/** What the terms add up to, without rounding. The values are whole numbers. */
export function totalOf(terms: Terms, values: readonly number[]): bigint {
  const sum = new ExactSums(1);
  for (const [column, coefficient] of terms) sum.add(0, coefficient, values[column] ?? 0);
  return sum.at(0);
}

/** What is wrong with a model or its objectives, as a sentence: all must be whole numbers a double holds exactly. */
export function faultOfModel(model: LinearModel, objectives: readonly Objective[]): string | undefined {
  for (const { id, low, high } of [...model.columns, ...model.rows]) {
    const bad = [low, high].find((end) => !Number.isSafeInteger(end) && Math.abs(end) !== Number.POSITIVE_INFINITY);
    if (bad !== undefined) return `The limits of "${id}" must be whole numbers up to 2^53, or infinite; one is ${bad}.`;
  }
  const named = [
    ...model.rows.map((row) => [row.id, row.terms] as const),
    ...objectives.map((objective) => [objective.level, objective.terms] as const),
  ];
  for (const [id, terms] of named) {
    for (const [column, coefficient] of terms) {
      if (!model.columns[column]) return `"${id}" names column ${column}, and there are ${model.columns.length}.`;
      if (!Number.isSafeInteger(coefficient)) {
        return `The coefficients of "${id}" must be whole numbers up to 2^53; one is ${coefficient}.`;
      }
    }
  }
  return undefined;
}

/** The first column or row that the values break, as a sentence; undefined when all hold exactly. */
export function faultOfValues(model: LinearModel, values: readonly number[]): string | undefined {
  if (values.length !== model.columns.length) {
    return `There are ${model.columns.length} columns, and ${values.length} values.`;
  }
  for (const [column, { id, low, high }] of model.columns.entries()) {
    const value = values[column] ?? 0;
    if (!Number.isSafeInteger(value)) return `The value of "${id}" must be a whole number; it is ${value}.`;
    if (value < low || value > high) return `The value of "${id}" is ${value}, outside ${low} to ${high}.`;
  }
  for (const { id, low, high, terms } of model.rows) {
    const total = totalOf(terms, values);
    // A bigint and a double are compared exactly, infinities too.
    if (total < low || total > high) return `"${id}" comes to ${total}, outside ${low} to ${high}.`;
  }
  return undefined;
}
