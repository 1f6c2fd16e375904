import type { CancelSignal, Entries, LinearAnswer, LinearStep, LinearWork } from '@muster/plan';
import type { Basis, Highs, HighsCallbackMap, Model } from 'highs';

/** HiGHS's names of its ways: the dual simplex keeps costs at their best, the primal one rows and columns in their limits. */
const [dual, primal] = [1, 4];

/** A linear problem held in HiGHS, with the basis it was left in. */
export function beginLinearWork(highs: Highs, signal?: CancelSignal): LinearWork {
  const native = highs.createModel();
  native.options.set({ output_flag: false, random_seed: 1, solver: 'simplex', presolve: 'off' });
  const problem = new HeldProblem(highs, native, signal);
  return {
    solver: `HiGHS ${highs.version.string} (wasm)`,
    solve: async (step) => {
      // Whoever cancels from this very thread is heard between two steps only.
      if (signal) await new Promise<void>((settle) => setTimeout(settle));
      if (signal?.aborted) return { outcome: 'cancelled' };
      try {
        return problem.solve(step);
      } catch (error) {
        return { outcome: 'unproved', why: `HiGHS failed: ${error instanceof Error ? error.message : error}.` };
      }
    },
    close: () => native.dispose(),
  };
}

class HeldProblem {
  private readonly highs: Highs;
  private readonly native: Model;
  private rows = 0;
  private columns = 0;
  private basis: Basis | undefined;

  private readonly callbacks: HighsCallbackMap;

  constructor(highs: Highs, native: Model, signal?: CancelSignal) {
    this.highs = highs;
    this.native = native;
    const stop = (event: { interrupt(): void }): undefined => {
      if (signal?.aborted) event.interrupt();
    };
    this.callbacks = signal ? { [highs.constants.callbackType.simplexInterrupt]: stop } : {};
  }

  solve(step: LinearStep): LinearAnswer {
    const { highs, native } = this;
    const solvedBefore = this.columns > 0;
    if (step.basis === 'keep') this.basis = native.getBasis();
    this.take(step);
    if (step.basis === 'return' && this.basis) native.setBasis(this.grown(this.basis));
    // New columns and costs leave the limits kept, new rows and limits leave the costs best.
    const keepsLimits =
      solvedBefore && (step.costs || (step.columns && !step.rows && !step.rowHigh && !step.columnHigh));
    native.options.set({ simplex_strategy: keepsLimits ? primal : dual });
    native.run(this.callbacks);
    const { modelStatus } = highs.constants;
    const status = native.getModelStatus();
    if (status === modelStatus.infeasible) return { outcome: 'infeasible' };
    if (status === modelStatus.interrupted) return { outcome: 'cancelled' };
    if (status !== modelStatus.optimal)
      return { outcome: 'unproved', why: `HiGHS stopped with model status ${status}.` };
    const { colValue, rowDual } = native.getSolution();
    return { outcome: 'solved', values: colValue, duals: rowDual };
  }

  /** A basis kept before rows and columns came: these rows are free, these columns at nothing. */
  private grown({ colStatus, rowStatus }: Basis): Basis {
    const { lower, basic } = this.highs.constants.basisStatus;
    const columns = new Int32Array(this.columns).fill(lower);
    const rows = new Int32Array(this.rows).fill(basic);
    columns.set(colStatus);
    rows.set(rowStatus);
    return { colStatus: columns, rowStatus: rows };
  }

  private take({ rows, columns, costs, rowHigh, columnHigh }: LinearStep): void {
    const { highs, native } = this;
    const ends = (limits: Float64Array) =>
      limits.map((end) => (Number.isFinite(end) ? end : Math.sign(end) * highs.infinity));
    if (rows) {
      const count = rows.low.length;
      const matrix = this.matrix('csr', count, this.columns, rows.entries ?? noEntries(count));
      native.addRows({ lower: ends(rows.low), upper: ends(rows.high), matrix });
      this.rows += count;
    }
    if (columns) {
      const count = columns.low.length;
      const matrix = this.matrix('csc', this.rows, count, columns.entries);
      native.addCols({ cost: columns.costs, lower: ends(columns.low), upper: ends(columns.high), matrix });
      this.columns += count;
    }
    if (costs) native.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs);
    if (rowHigh && rowHigh.of.length > 0) {
      const low = new Float64Array(rowHigh.of.length).fill(-highs.infinity);
      native.changeRowsBounds({ kind: 'set', indices: rowHigh.of }, low, ends(rowHigh.high));
    }
    if (columnHigh && columnHigh.of.length > 0) {
      const low = new Float64Array(columnHigh.of.length);
      native.changeColsBounds({ kind: 'set', indices: columnHigh.of }, low, ends(columnHigh.high));
    }
  }

  private matrix(format: 'csr' | 'csc', numRows: number, numCols: number, { starts, at, coefficients }: Entries) {
    return { format, numRows, numCols, starts, indices: at, values: coefficients };
  }
}

const noEntries = (count: number): Entries => ({
  starts: new Int32Array(count + 1),
  at: new Int32Array(0),
  coefficients: new Float64Array(0),
});
