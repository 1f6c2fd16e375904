import { checkFlow, checkInfeasible, type FlowNetwork, solveFlow } from '@muster/solver-flow';
import loadHighs, { type Highs } from 'highs';
import { expect, it } from 'vitest';
import { chanceFrom } from '../../tools/chance-from.ts';
import { randomNetwork } from './random-networks.ts';

/** More networks on request; these take some seconds. */
const small = Number(process.env.MUSTER_NETWORKS ?? 10_000);

/** The least cost of one level while the levels before keep their values; undefined when no flow keeps all bounds. */
function leastByHighs(highs: Highs, network: FlowNetwork, held: readonly number[]): number | undefined {
  const { nodes, supply, tail, head, lower, upper, costs } = network;
  const arcs = tail.length;
  const starts: number[] = [];
  const indices: number[] = [];
  const values: number[] = [];
  for (let arc = 0; arc < arcs; arc++) {
    starts.push(indices.length);
    if (tail[arc] !== head[arc]) {
      indices.push(tail[arc] ?? 0, head[arc] ?? 0);
      values.push(1, -1);
    }
    for (const [level] of held.entries()) {
      indices.push(nodes + level);
      values.push(costs[level]?.[arc] ?? 0);
    }
  }
  starts.push(indices.length);
  const rows = Float64Array.of(...supply, ...held);
  const model = {
    numCols: arcs,
    numRows: rows.length,
    colCost: Float64Array.from(costs[held.length] ?? new Float64Array(arcs)),
    colLower: Float64Array.from(lower),
    colUpper: Float64Array.from(upper),
    rowLower: rows,
    rowUpper: rows,
    matrix: { format: 'csc' as const, numRows: rows.length, numCols: arcs, starts, indices, values },
  };
  return highs.withModel(model, (native) => {
    native.options.set({ output_flag: false, presolve: 'off' });
    native.run();
    const status = native.getModelStatus();
    if (status === highs.constants.modelStatus.infeasible) return undefined;
    expect(status).toBe(highs.constants.modelStatus.optimal);
    // HiGHS may answer a zero below zero, which is the same number.
    return Math.round(Number(native.info.get('objective_function_value'))) + 0;
  });
}

it('proves its answer on many networks of chance, and HiGHS finds none better', async () => {
  const highs = await loadHighs();
  const seed = Number(process.env.MUSTER_SEED);
  const outcomes = { solved: 0, infeasible: 0, faulty: 0 };
  for (let round = 0; round < small; round++) {
    const draw = chanceFrom(seed + round);
    // Most are small; every hundredth is of middling size.
    const nodes = round % 100 === 0 ? 40 + draw(80) : 1 + draw(9);
    const arcs = round % 100 === 0 ? 6 * nodes : 1 + draw(4 * nodes);
    const network = randomNetwork(draw, { nodes, arcs, levels: 1 + draw(3), spoil: draw(3) === 0 });
    const answer = solveFlow(network);
    outcomes[answer.outcome]++;
    const about = `MUSTER_SEED=${seed}, network ${round}`;
    if (answer.outcome === 'solved') {
      expect(checkFlow(network, answer.flow, answer.prices), about).toBeUndefined();
      const levels = round % 10 === 0 ? answer.values : answer.values.slice(0, 1);
      for (const [level, value] of levels.entries())
        expect(leastByHighs(highs, network, answer.values.slice(0, level)), about).toBe(value);
    } else {
      expect(answer.outcome, about).toBe('infeasible');
      if (answer.outcome === 'infeasible') expect(checkInfeasible(network, answer.reach), about).toBe(true);
      if (round % 10 === 0) expect(leastByHighs(highs, network, []), about).toBeUndefined();
    }
  }
  expect(Math.min(outcomes.solved, outcomes.infeasible)).toBeGreaterThan(small / 20);
}, 300_000);
