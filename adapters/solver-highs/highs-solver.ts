import {
  faultOfModel,
  faultOfValues,
  type LinearModel,
  type Objective,
  type Solution,
  type SolvedLevel,
  type SolveOptions,
  type SolverPort,
  totalOf,
} from '@muster/plan';
import loadHighs, { type Highs, type HighsCallbackMap, type Model, type ModelData } from 'highs';
import { beginLinearWork } from './linear-work.ts';
import { hold, setObjective } from './native-model.ts';
import { relaxedDuals } from './relaxed-duals.ts';
import { type Scaled, scaleObjective } from './scale-objective.ts';
import { toModelData } from './to-model-data.ts';
import { watchLevel } from './watch.ts';

/**
 * HiGHS, compiled to WebAssembly, in the thread that asks: that thread does nothing else until the answer is there.
 * It runs in a browser too. The same answer every time.
 */
export async function openHighsSolver(): Promise<SolverPort> {
  let highs = await loadHighs();
  return {
    solveInOrder: async (model, objectives, options = {}) => {
      const level = objectives[0]?.level ?? 'none';
      try {
        const answer = answerWithoutSolving(highs, model, objectives, options);
        if (answer) return answer;
        if (objectives.length > 0) return solve(highs, model, objectives, options);
        const any = solve(highs, model, [nothing], options);
        return any.outcome === 'solved' ? { ...any, levels: [] } : any;
      } catch (error) {
        // What has failed once may have left its memory in any state.
        highs = await loadHighs();
        return { outcome: 'unproved', level, why: `HiGHS failed: ${error instanceof Error ? error.message : error}.` };
      }
    },
    beginLinear: async ({ signal } = {}) => beginLinearWork(highs, signal),
  };
}

/** Without an objective every answer that keeps the rows is as good. */
const nothing: Objective = { level: 'none', meaning: 'nothing to make small', terms: [] };

type Unsolved = Exclude<Solution, { outcome: 'solved' }>;

const solverName = (highs: Highs): string => `HiGHS ${highs.version.string} (wasm)`;

/** What HiGHS is not asked: models it would not take, and those of no columns, whose every row comes to 0. */
function answerWithoutSolving(
  highs: Highs,
  model: LinearModel,
  objectives: readonly Objective[],
  { signal }: SolveOptions,
): Solution | undefined {
  const level = objectives[0]?.level ?? 'none';
  const fault = faultOfModel(model, objectives);
  if (fault) return { outcome: 'unproved', level, why: fault };
  if (signal?.aborted) return { outcome: 'cancelled', level };
  if ([...model.columns, ...model.rows].some(({ low, high }) => low > high)) return { outcome: 'infeasible', level };
  if (model.columns.length > 0) return undefined;
  if (faultOfValues(model, [])) return { outcome: 'infeasible', level };
  const levels = objectives.map((o, i) => ({
    level: o.level,
    value: 0,
    bound: 0,
    duals: [],
    heldDuals: Array.from({ length: i }, () => 0),
  }));
  return { outcome: 'solved', values: [], levels, solver: solverName(highs) };
}

/** Solves level by level; beside the model stands the same without its whole numbers, which alone has duals. */
function solve(highs: Highs, model: LinearModel, objectives: readonly Objective[], options: SolveOptions): Solution {
  const data = toModelData(highs, model);
  const { integrality: _, ...halves } = data;
  if (options.relaxed) return solveRelaxed(highs, model, halves, objectives, options);
  return highs.withModel(data, (whole) =>
    highs.withModel(halves, (relaxed): Solution => {
      whole.options.set({
        output_flag: false,
        random_seed: 1,
        mip_rel_gap: options.enoughGap ?? 0,
        mip_abs_gap: 0.999,
      });
      relaxed.options.set({ output_flag: false, random_seed: 1, solver: 'simplex' });
      const levels: SolvedLevel[] = [];
      const held: Scaled[] = [];
      let values: number[] = [];
      for (const objective of objectives) {
        const { level } = objective;
        const scaled = scaleObjective(objective, model.columns.length);
        for (const native of [whole, relaxed]) setObjective(native, scaled);
        const watch = watchLevel(highs, level, scaled.unit, options);
        const solved = solveWhole(highs, whole, model, scaled, level, values, watch.callbacks);
        if ('outcome' in solved) return solved;
        const duals = relaxedDuals(highs, relaxed, model.rows.length, scaled, held, watch.callbacks);
        if (options.signal?.aborted) return { outcome: 'cancelled', level };
        const [value, bound] = [solved.value * scaled.unit, solved.bound * scaled.unit];
        levels.push({ level, value, bound, ...duals });
        watch.solved(value, bound);
        for (const native of [whole, relaxed]) hold(highs, native, scaled, solved.value);
        held.push(scaled);
        values = solved.values;
      }
      return { outcome: 'solved', values, levels, solver: solverName(highs) };
    }),
  );
}

/** Solves level by level in parts of people. A level held gets a hair's breadth of room, since its value is no whole number. */
function solveRelaxed(
  highs: Highs,
  model: LinearModel,
  halves: ModelData,
  objectives: readonly Objective[],
  options: SolveOptions,
): Solution {
  return highs.withModel(halves, (relaxed): Solution => {
    relaxed.options.set({ output_flag: false, random_seed: 1, solver: 'simplex' });
    const levels: SolvedLevel[] = [];
    const held: Scaled[] = [];
    let values: number[] = [];
    for (const objective of objectives) {
      const { level } = objective;
      const scaled = scaleObjective(objective, model.columns.length);
      setObjective(relaxed, scaled);
      // How far parts of people are tells nobody how good a plan is.
      const watch = watchLevel(highs, level, scaled.unit, { signal: options.signal });
      const duals = relaxedDuals(highs, relaxed, model.rows.length, scaled, held, watch.callbacks);
      if (options.signal?.aborted) return { outcome: 'cancelled', level };
      const unsolved = unsolvedBy(highs, relaxed, level);
      if (unsolved) return unsolved;
      const value = relaxed.getObjectiveValue();
      values = [...relaxed.getSolution().colValue];
      levels.push({ level, value: value * scaled.unit, bound: value * scaled.unit, ...duals });
      hold(highs, relaxed, scaled, value + 1e-9 * Math.max(1, Math.abs(value)));
      held.push(scaled);
    }
    return { outcome: 'solved', values, levels, solver: solverName(highs) };
  });
}

/** Makes one objective as small as can be, in whole numbers; the value and its bound are in the objective's unit. */
function solveWhole(
  highs: Highs,
  whole: Model,
  model: LinearModel,
  { terms, unit }: Scaled,
  level: string,
  start: readonly number[],
  callbacks: HighsCallbackMap,
): { readonly value: number; readonly bound: number; readonly values: number[] } | Unsolved {
  if (start.length > 0) whole.setSolution({ colValue: Float64Array.from(start) });
  whole.run(callbacks);
  const unsolved = unsolvedBy(highs, whole, level);
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
function unsolvedBy(highs: Highs, native: Model, level: string): Unsolved | undefined {
  const { modelStatus } = highs.constants;
  const status = native.getModelStatus();
  if (status === modelStatus.optimal) return undefined;
  if (status === modelStatus.infeasible) return { outcome: 'infeasible', level };
  if (status === modelStatus.interrupted) return { outcome: 'cancelled', level };
  if (status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible) {
    return { outcome: 'unproved', level, why: 'It can be made as small as one likes, or cannot be met at all.' };
  }
  return { outcome: 'unproved', level, why: `HiGHS stopped with model status ${status}.` };
}
