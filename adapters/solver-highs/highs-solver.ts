import {
  faultOfModel,
  faultOfValues,
  type LinearModel,
  type Objective,
  type Solution,
  type SolvedLevel,
  type SolverPort,
  totalOf,
} from '@muster/plan';
import loadHighs, { type Highs, type Model } from 'highs';
import { hold, setObjective } from './native-model.ts';
import { relaxedDuals } from './relaxed-duals.ts';
import { type Scaled, scaleObjective } from './scale-objective.ts';
import { toModelData } from './to-model-data.ts';

/** HiGHS, compiled to WebAssembly: one thread, the same answer every time. */
export async function openHighsSolver(): Promise<SolverPort> {
  const highs = await loadHighs();
  return { solveInOrder: async (model, objectives) => solveInOrder(highs, model, objectives) };
}

type Unsolved = Exclude<Solution, { outcome: 'solved' }>;

function solveInOrder(highs: Highs, model: LinearModel, objectives: readonly Objective[]): Solution {
  const fault = faultOfModel(model, objectives);
  const level = objectives[0]?.level ?? 'none';
  if (fault) return { outcome: 'unproved', level, why: fault };
  if (model.columns.length === 0) return emptyAnswer(model, objectives, solverName(highs), level);
  if ([...model.columns, ...model.rows].some(({ low, high }) => low > high)) return { outcome: 'infeasible', level };
  const data = toModelData(highs, model);
  const { integrality: _, ...halves } = data;
  return highs.withModel(data, (whole) =>
    highs.withModel(halves, (relaxed): Solution => {
      whole.options.set({ output_flag: false, random_seed: 1, mip_rel_gap: 0, mip_abs_gap: 0.999 });
      relaxed.options.set({ output_flag: false, random_seed: 1, solver: 'simplex' });
      const levels: SolvedLevel[] = [];
      const held: Scaled[] = [];
      let values: number[] = [];
      for (const objective of objectives) {
        const scaled = scaleObjective(objective, model.columns.length);
        for (const native of [whole, relaxed]) setObjective(native, scaled);
        const solved = solveWhole(highs, whole, model, scaled, objective.level, values);
        if ('outcome' in solved) return solved;
        values = solved.values;
        levels.push({
          level: objective.level,
          value: solved.value * scaled.unit,
          bound: solved.bound * scaled.unit,
          ...relaxedDuals(highs, relaxed, model.rows.length, scaled, held),
        });
        for (const native of [whole, relaxed]) hold(highs, native, scaled, solved.value);
        held.push(scaled);
      }
      return { outcome: 'solved', values, levels, solver: solverName(highs) };
    }),
  );
}

const solverName = (highs: Highs): string => `HiGHS ${highs.version.string} (wasm)`;

/** Without columns every row comes to 0, which HiGHS is not asked. */
function emptyAnswer(model: LinearModel, objectives: readonly Objective[], solver: string, level: string): Solution {
  if (faultOfValues(model, [])) return { outcome: 'infeasible', level };
  const levels = objectives.map((o, i) => ({
    level: o.level,
    value: 0,
    bound: 0,
    duals: [],
    heldDuals: Array.from({ length: i }, () => 0),
  }));
  return { outcome: 'solved', values: [], levels, solver };
}

/** Makes one objective as small as can be, in whole numbers; the value and its bound are in the objective's unit. */
function solveWhole(
  highs: Highs,
  whole: Model,
  model: LinearModel,
  { terms, unit }: Scaled,
  level: string,
  start: readonly number[],
): { readonly value: number; readonly bound: number; readonly values: number[] } | Unsolved {
  if (start.length > 0) whole.setSolution({ colValue: Float64Array.from(start) });
  const unsolved = run(highs, whole, level);
  if (unsolved) return unsolved;
  // Adding 0 turns a solver's -0 into 0.
  const values = [...whole.getSolution().colValue].map((v) => Math.round(v) + 0);
  const broken = faultOfValues(model, values);
  if (broken) return { outcome: 'unproved', level, why: `Rounded to whole people the answer is none: ${broken}` };
  const value = Number(totalOf(terms, values));
  if (!Number.isSafeInteger(value * unit)) {
    return { outcome: 'unproved', level, why: 'The objective is beyond 2^53, where doubles skip whole numbers.' };
  }
  // Whole coefficients on whole people: a bound of 6.2 proves 7.
  const bound = Math.min(value, Math.ceil(Number(whole.info.get('mip_dual_bound')) - 1e-4)) + 0;
  return { value, bound, values };
}

/** Undefined when it was solved to the end. */
function run(highs: Highs, native: Model, level: string): Unsolved | undefined {
  native.run();
  const { modelStatus } = highs.constants;
  const status = native.getModelStatus();
  if (status === modelStatus.optimal) return undefined;
  if (status === modelStatus.infeasible) return { outcome: 'infeasible', level };
  return { outcome: 'unproved', level, why: `HiGHS stopped with model status ${status}.` };
}
