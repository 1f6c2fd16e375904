import type { LinearModel, Objective, Solution, SolvedLevel, SolverPort, Terms } from '@muster/plan';
import loadHighs, { type Highs, type Model, type ModelData } from 'highs';
import { findBroken, totalOf } from './exact.ts';

/** HiGHS, compiled to WebAssembly: one thread, the same answer every time. */
export async function openHighsSolver(): Promise<SolverPort> {
  const highs = await loadHighs();
  return { solveInOrder: async (model, objectives) => solveInOrder(highs, model, objectives) };
}

function solveInOrder(highs: Highs, model: LinearModel, objectives: readonly Objective[]): Solution {
  const solver = `HiGHS ${highs.version.string} (wasm)`;
  if (model.columns.length === 0) {
    return {
      outcome: 'solved',
      values: [],
      levels: objectives.map((o) => ({ level: o.level, value: 0, bound: 0 })),
      solver,
    };
  }
  return highs.withModel(toModelData(highs, model), (native): Solution => {
    native.options.set({ output_flag: false, random_seed: 1, mip_rel_gap: 0, mip_abs_gap: 0.999 });
    const levels: SolvedLevel[] = [];
    let values: number[] = [];
    for (const objective of objectives) {
      const solved = solveLevel(highs, native, model, objective, values);
      if ('outcome' in solved) return solved;
      values = solved.values;
      levels.push(solved.level);
    }
    return { outcome: 'solved', values, levels, solver };
  });
}

/** Minimises one objective, then holds it there for all that follow. */
function solveLevel(
  highs: Highs,
  native: Model,
  model: LinearModel,
  objective: Objective,
  start: readonly number[],
): { readonly level: SolvedLevel; readonly values: number[] } | Exclude<Solution, { outcome: 'solved' }> {
  const { level } = objective;
  // Dividing out what all coefficients share keeps the figures small, and so the solver's tolerances honest.
  const unit = greatestCommonDivisor(objective.terms);
  const terms: Terms = objective.terms.map(([column, c]) => [column, c / unit]);
  const costs = new Float64Array(model.columns.length);
  for (const [column, c] of terms) costs[column] = (costs[column] ?? 0) + c;
  native.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs);
  if (start.length > 0) native.setSolution({ colValue: Float64Array.from(start) });
  native.run();

  const { modelStatus } = highs.constants;
  const status = native.getModelStatus();
  if (status === modelStatus.infeasible) return { outcome: 'infeasible', level };
  if (status !== modelStatus.optimal) {
    return { outcome: 'unproved', level, why: `HiGHS stopped with model status ${status}.` };
  }
  // Adding 0 turns a solver's -0 into 0.
  const values = [...native.getSolution().colValue].map((v) => Math.round(v) + 0);
  const broken = findBroken(model, values);
  if (broken) return { outcome: 'unproved', level, why: `Rounded to whole people the answer breaks ${broken}.` };

  const value = totalOf(terms, values);
  const lowest = Number(native.info.get('mip_dual_bound'));
  // Whole coefficients on whole people: a bound of 6.2 proves 7.
  const bound = Math.min(value, Math.ceil(lowest - 1e-4)) + 0;
  native.addRow(-highs.infinity, value, {
    indices: terms.map(([column]) => column),
    values: terms.map(([, c]) => c),
  });
  return { level: { level, value: value * unit, bound: bound * unit }, values };
}

function greatestCommonDivisor(terms: Terms): number {
  let unit = 0;
  for (const [, c] of terms) {
    let [a, b] = [unit, Math.abs(c)];
    while (b > 0) [a, b] = [b, a % b];
    unit = a;
  }
  return unit === 0 ? 1 : unit;
}

function toModelData(highs: Highs, model: LinearModel): ModelData {
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
