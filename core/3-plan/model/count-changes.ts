import type { Column, Row } from '../solver-port.ts';
import type { PlanModel } from './plan-model.ts';

/**
 * Adds to the model, for every use, how many people more or fewer it has than before.
 * Returns the wider model and the columns that count the changes.
 */
export function countChanges(
  model: PlanModel,
  former: readonly number[],
): { readonly model: PlanModel; readonly changeColumns: readonly number[] } {
  const columns: Column[] = [...model.columns];
  const rows: Row[] = [...model.rows];
  const changeColumns: number[] = [];
  for (const [column, arc] of model.arcs.entries()) {
    const before = former[column] ?? 0;
    const id = model.columns[column]?.id ?? '';
    const more = columns.push({ id: `more ${id}`, low: 0, high: arc.line.people }) - 1;
    const fewer = columns.push({ id: `fewer ${id}`, low: 0, high: before }) - 1;
    changeColumns.push(more, fewer);
    // use - more + fewer = before
    rows.push({
      id: `change ${id}`,
      low: before,
      high: before,
      terms: [
        [column, 1],
        [more, -1],
        [fewer, 1],
      ],
    });
  }
  return { model: { ...model, columns, rows }, changeColumns };
}
