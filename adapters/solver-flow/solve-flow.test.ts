import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFlow, checkInfeasible } from './check-flow.ts';
import type { FlowNetwork } from './flow-network.ts';
import { type FlowOutcome, solveFlow, startFlow } from './solve-flow.ts';

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly lower: number;
  readonly room: number;
  readonly costs: readonly number[];
}

const networkOf = (supply: readonly number[], arcs: readonly Arc[], levels: number): FlowNetwork => ({
  nodes: supply.length,
  supply: Int32Array.from(supply),
  tail: Int32Array.from(arcs, (a) => a.from),
  head: Int32Array.from(arcs, (a) => a.to),
  lower: Int32Array.from(arcs, (a) => a.lower),
  upper: Int32Array.from(arcs, (a) => a.lower + a.room),
  costs: Array.from({ length: levels }, (_, level) => Float64Array.from(arcs, (a) => a.costs[level] ?? 0)),
});

/** Costs that tie often, and costs so large that no two levels fit into one number. */
const cost = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -2, max: 3 }) },
  { weight: 1, arbitrary: fc.integer({ min: -(2 ** 44), max: 2 ** 44 }) },
);

/** Networks small enough to try every flow; about half of them have none. */
const tinyNetwork = fc
  .record({ nodes: fc.integer({ min: 1, max: 5 }), levels: fc.integer({ min: 0, max: 4 }), feasible: fc.boolean() })
  .chain(({ nodes, levels, feasible }) => {
    const node = fc.nat({ max: nodes - 1 });
    const arc = fc.record({
      from: node,
      to: node,
      lower: fc.constantFrom(0, 0, 0, 1, -1),
      room: fc.nat({ max: 2 }),
      costs: fc.array(cost, { minLength: levels, maxLength: levels }),
    });
    return fc.record({
      arcs: fc.array(fc.tuple(arc, fc.nat({ max: 2 })), { maxLength: 7 }),
      supply: fc.array(fc.integer({ min: -2, max: 2 }), { minLength: nodes, maxLength: nodes }),
      levels: fc.constant(levels),
      feasible: fc.constant(feasible),
    });
  })
  .map(({ arcs, supply, levels, feasible }) => {
    if (feasible) {
      supply.fill(0);
      for (const [{ from, to, lower, room }, part] of arcs) {
        const units = lower + Math.min(part, room);
        supply[from] = (supply[from] ?? 0) + units;
        supply[to] = (supply[to] ?? 0) - units;
      }
    } else supply[0] = (supply[0] ?? 0) - supply.reduce((sum, units) => sum + units, 0);
    return networkOf(
      supply,
      arcs.map(([a]) => a),
      levels,
    );
  });

/** The least costs in strict order, by trying every flow; undefined when there is none. */
function tryEveryFlow({ nodes, supply, tail, head, lower, upper, costs }: FlowNetwork): number[] | undefined {
  let best: number[] | undefined;
  const leaves = new Array<number>(nodes).fill(0);
  const walk = (arc: number, values: number[]): void => {
    if (arc === tail.length) {
      if (leaves.some((units, node) => units !== supply[node])) return;
      const differs = best ? values.findIndex((v, level) => v !== best?.[level]) : 0;
      if (!best || (differs >= 0 && (values[differs] ?? 0) < (best[differs] ?? 0))) best = values;
      return;
    }
    const [from, to] = [tail[arc] ?? 0, head[arc] ?? 0];
    for (let units = lower[arc] ?? 0; units <= (upper[arc] ?? 0); units++) {
      leaves[from] = (leaves[from] ?? 0) + units;
      leaves[to] = (leaves[to] ?? 0) - units;
      walk(
        arc + 1,
        values.map((v, level) => v + units * (costs[level]?.[arc] ?? 0)),
      );
      leaves[from] = (leaves[from] ?? 0) - units;
      leaves[to] = (leaves[to] ?? 0) + units;
    }
  };
  walk(
    0,
    costs.map(() => 0),
  );
  return best;
}

/** Two places lend to two lines; the second level breaks the first's ties. */
const example = networkOf(
  [3, 2, -2, -3],
  [
    { from: 0, to: 2, lower: 0, room: 5, costs: [1, 5] },
    { from: 0, to: 3, lower: 0, room: 5, costs: [1, 2] },
    { from: 1, to: 2, lower: 0, room: 1, costs: [1, 1] },
    { from: 1, to: 3, lower: 0, room: 5, costs: [1, 3] },
  ],
  2,
);

const solved = (outcome: FlowOutcome): Extract<FlowOutcome, { outcome: 'solved' }> => {
  if (outcome.outcome !== 'solved') throw new Error(`Not solved: ${JSON.stringify(outcome)}`);
  return outcome;
};

describe('the network simplex', () => {
  it('agrees with trying every flow, in every level, and proves it', () => {
    fc.assert(
      fc.property(tinyNetwork, (network) => {
        const best = tryEveryFlow(network);
        const answer = solveFlow(network);
        if (!best) {
          expect(answer.outcome).toBe('infeasible');
          if (answer.outcome === 'infeasible') expect(checkInfeasible(network, answer.reach)).toBe(true);
          return;
        }
        const { flow, values, prices } = solved(answer);
        expect(values.map((v) => v + 0)).toEqual(best.map((v) => v + 0));
        expect(checkFlow(network, flow, prices)).toBeUndefined();
        expect(checkInfeasible(network, prices.reach)).toBe(false);
      }),
      { numRuns: 4_000 },
    );
  });

  it('comes to the same answer by single steps, and tells how far it is', () => {
    fc.assert(
      fc.property(tinyNetwork, (network) => {
        const whole = solveFlow(network);
        const run = startFlow(network);
        let before = -1;
        for (let progress = run.step(0); !progress.done; progress = run.step(1)) {
          expect(progress.pivots).toBe(before + 1);
          before = progress.pivots;
        }
        expect(run.finish()).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  it('takes up a basis again: after a change the answer is as good as from nothing', () => {
    fc.assert(
      fc.property(tinyNetwork, tinyNetwork, (one, other) => {
        const former = solveFlow(one);
        if (former.outcome !== 'solved') return;
        expect(solved(solveFlow(one, former.basis))).toMatchObject({ values: former.values, pivots: 0 });
        // Any other network: most of the basis does not fit it.
        const cold = solveFlow(other);
        const warm = solveFlow(other, former.basis);
        expect(warm.outcome).toBe(cold.outcome);
        if (cold.outcome === 'solved') {
          const { flow, values, prices } = solved(warm);
          expect(values.map((v) => v + 0)).toEqual(cold.values.map((v) => v + 0));
          expect(checkFlow(other, flow, prices)).toBeUndefined();
        } else if (cold.outcome === 'infeasible' && warm.outcome === 'infeasible') {
          expect(warm.unrouted).toBe(cold.unrouted);
          expect(checkInfeasible(other, warm.reach)).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps levels apart that no single number can hold', () => {
    const largest = 2 ** 49;
    const network = networkOf(
      [1, -1],
      [
        { from: 0, to: 1, lower: 0, room: 1, costs: [largest, 0, 0] },
        { from: 0, to: 1, lower: 0, room: 1, costs: [largest - 1, largest, 1] },
        { from: 0, to: 1, lower: 0, room: 1, costs: [largest - 1, largest, 0] },
      ],
      3,
    );
    expect(solved(solveFlow(network))).toMatchObject({
      values: [largest - 1, largest, 0],
      flow: Int32Array.of(0, 0, 1),
    });
  });

  it.each([
    [{ ...example, head: Int32Array.of(2, 3, 2, 4) }, 'Arc 3 goes from node 1 to 4; nodes are 0 to 3.'],
    [{ ...example, head: Int32Array.of(2) }, '4 arcs have a tail; "head" has 1. Every arc needs one.'],
    [{ ...example, supply: Int32Array.of(3, 2, -2, -2) }, 'Supplies sum to 1, not zero'],
    [{ ...example, lower: Int32Array.of(0, 0, 2, 0) }, 'Arc 2 carries at least 2 and at most 1'],
    [{ ...example, costs: [Float64Array.of(0, 0.5, 0, 0)] }, 'Arc 1 costs 0.5 in level 0'],
    [{ ...example, costs: [new Float64Array(4).fill(2 ** 50)] }, 'can sum to more than 2^51'],
    [{ ...example, nodes: 3 }, '3 nodes need 3 supplies; there are 4.'],
  ])('says in a sentence what is wrong with a network (%#)', (network, sentence) => {
    const answer = solveFlow(network);
    expect(answer).toMatchObject({ outcome: 'faulty', why: expect.stringContaining(sentence) });
  });
});

describe('the proof', () => {
  const { flow, prices } = solved(solveFlow(example));

  it('holds for the best flow', () => {
    expect([...flow]).toEqual([1, 2, 1, 1]);
    expect(checkFlow(example, flow, prices)).toBeUndefined();
  });

  it('refuses a flow that is not kept at a node, and tells the units', () => {
    expect(checkFlow(example, Int32Array.of(1, 3, 1, 1), prices)).toEqual({
      broken: 'conservation',
      node: 0,
      supply: 3,
      leaves: 4,
    });
  });

  it('refuses a flow outside the bounds of an arc', () => {
    expect(checkFlow(example, Int32Array.of(0, 3, 2, 0), prices)).toEqual({
      broken: 'bounds',
      arc: 2,
      flow: 2,
      lower: 0,
      upper: 1,
    });
  });

  it('refuses a flow that is dearer, and names the arc', () => {
    // Within all bounds, and kept at every node, but the second level is worse.
    const worse = Int32Array.of(2, 1, 0, 2);
    expect(checkFlow(example, worse, prices)).toMatchObject({ broken: 'optimality', arc: 2, flow: 0, level: 1 });
  });

  it('refuses prices that were bent, at any node and level', () => {
    for (const level of [0, 1])
      for (let node = 0; node < example.nodes; node++)
        for (const bend of [-1, 1]) {
          const levels = prices.levels.map((price) => price.slice());
          const bent = levels[level] as Float64Array;
          bent[node] = (bent[node] ?? 0) + bend;
          expect(checkFlow(example, flow, { ...prices, levels })).toMatchObject({ broken: 'optimality' });
        }
  });

  it('refuses prices that are no whole numbers, or too few', () => {
    const [first = new Float64Array(), second = new Float64Array()] = prices.levels;
    const halves = { ...prices, levels: [first.map((p) => p + 0.5), second] };
    expect(checkFlow(example, flow, halves)).toMatchObject({ broken: 'price', node: 0, level: 0 });
    expect(checkFlow(example, flow, { ...prices, levels: [first] })).toMatchObject({ broken: 'sizes' });
    expect(checkFlow(example, flow.slice(1), prices)).toMatchObject({ broken: 'sizes' });
  });

  it('refuses every other flow or price on networks of chance that would be better than the best', () => {
    fc.assert(
      fc.property(tinyNetwork, fc.nat(), fc.constantFrom(-1, 1), (network, place, by) => {
        const answer = solveFlow(network);
        if (answer.outcome !== 'solved' || answer.flow.length === 0) return;
        const arc = place % answer.flow.length;
        const tampered = answer.flow.slice();
        tampered[arc] = (tampered[arc] ?? 0) + by;
        const isLoop = network.tail[arc] === network.head[arc];
        if (!isLoop) expect(checkFlow(network, tampered, answer.prices)).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });
});
