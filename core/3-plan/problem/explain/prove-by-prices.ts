import { asNetwork } from '../flow/as-network.ts';
import { mostTeams, type ProblemModel } from '../problem-model.ts';
import type { PriceProof } from '../solved-problem.ts';
import type { LevelProver } from './level-prover.ts';

/**
 * A prover for each level of a pure network. An arc's cost, with the prices of its two ends, is a list of figures, level by
 * level, of which the first that is not zero decides: above it nobody need be there, below it all who can are.
 */
export function proveByPrices(model: ProblemModel, proof: PriceProof, values: readonly number[]): LevelProver[] {
  const network = asNetwork(model)?.network;
  if (!network) return [];
  const { c, uses, families, offsets, levels } = model;
  const { tail, head, costs } = network;
  const prices = [proof.reach.slice(), ...proof.levels.map((level) => level.slice())];
  /** What an arc costs with the prices of its ends; 0 is whether people can be there at all, then level by level. */
  const figure = (arc: number, k: number): number =>
    (k === 0 ? 0 : (costs[k - 1]?.[arc] ?? 0)) +
    (prices[k]?.[tail[arc] ?? 0] ?? 0) -
    (prices[k]?.[head[arc] ?? 0] ?? 0);
  const firstFigure = (arc: number): number => {
    for (const k of prices.keys()) {
      const cost = figure(arc, k);
      if (cost !== 0) return cost;
    }
    return 0;
  };
  // As in `leanOnRules`: what is proved by the most a use can hold is proved by the line or the pool it comes from.
  const shift = (arc: number, node: number, sign: 1 | -1) => {
    for (const [k, price] of prices.entries()) price[node] = (price[node] ?? 0) + sign * figure(arc, k);
  };
  for (let slot = 0; slot < c.slots.length; slot++) {
    const arc = uses.count + slot;
    if (firstFigure(arc) < 0) shift(arc, head[arc] ?? 0, 1);
  }
  for (let use = 0; use < uses.count; use++) {
    if (firstFigure(use) >= 0) continue;
    const most = mostTeams(model, use);
    if (most === c.lines[uses.line[use] ?? 0]?.people) shift(use, head[use] ?? 0, 1);
    else if (most === c.pools[uses.pool[use] ?? 0]?.people) shift(use, tail[use] ?? 0, -1);
  }

  const stretches = c.stretches.length;
  const firstOf = (id: string) => offsets[families.findIndex((family) => family.id === id)] ?? 0;
  const [strength, reserve] = [firstOf('pool-strength'), firstOf('reserve-floor')];
  const [poolRows, lenderRows] = [c.pools.length * stretches, c.problem.lenders.length * stretches];
  /** The arc that a row is the most of; -1 where it is none's. */
  const arcOfRow = (row: number): number => {
    if (row >= strength && row < strength + poolRows) return uses.count + c.slots.length + row - strength;
    if (row >= reserve && row < reserve + lenderRows) return uses.count + c.slots.length + poolRows + row - reserve;
    return -1;
  };
  return levels.map((_, level): LevelProver => {
    const bound = values[level] ?? 0;
    /** What an arc's figures say of this level: nothing where one before decides. */
    const own = (arc: number): number => {
      for (let k = 0; k <= level; k++) if (figure(arc, k) !== 0) return 0;
      return figure(arc, level + 1);
    };
    return {
      bound,
      boundWith: (more) => bound + Number(more),
      costOfUse: (use) => BigInt(own(use)),
      costOfLacking: (slot) => BigInt(own(uses.count + slot)),
      priceOfRow: (row) => {
        const arc = arcOfRow(row);
        return BigInt(arc < 0 ? 0 : Math.max(0, -own(arc)));
      },
    };
  });
}
