import type { LinearModel } from '@muster/plan';
import type { Highs, ModelData } from 'highs';

/** The model as HiGHS takes it; its objective comes level by level. */
export function toModelData(highs: Highs, model: LinearModel): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const row of model.rows) {
    for (const [column, c] of row.terms) {
      indices.push(column);
      values.push(c);
    }
    starts.push(indices.length);
  }
  const numCols = model.columns.length;
  const numRows = model.rows.length;
  const finite = (n: number) => (Number.isFinite(n) ? n : Math.sign(n) * highs.infinity);
  return {
    numCols,
    numRows,
    colCost: new Float64Array(numCols),
    colLower: model.columns.map((c) => c.low),
    colUpper: model.columns.map((c) => c.high),
    rowLower: model.rows.map((r) => finite(r.low)),
    rowUpper: model.rows.map((r) => finite(r.high)),
    matrix: { format: 'csr', numRows, numCols, starts, indices, values },
    integrality: model.columns.map(() => highs.constants.variableType.integer),
  };
}
