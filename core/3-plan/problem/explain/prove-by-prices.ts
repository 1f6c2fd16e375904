import { useCosts } from '../flow/hubs.ts';
import { priceNodes } from '../flow/price-nodes.ts';
import type { ProblemModel } from '../problem-model.ts';
import type { PriceProof } from '../solved-problem.ts';
import type { LevelProver } from './level-prover.ts';

/**
 * A prover for each level of a pure network. A way's cost, with the prices of its two ends, is a list of figures, level by
 * level, of which the first that is not zero decides: above it nobody need be there, below it all who can are.
 */
export function proveByPrices(model: ProblemModel, proof: PriceProof, values: readonly number[]): LevelProver[] {
  const { c, families, offsets, levels } = model;
  const nodes = priceNodes(c);
  const prices = [proof.reach, ...proof.levels];
  const costOf = useCosts(c, levels);
  const times = c.stretches.length;
  const firstOf = (id: string) => offsets[families.findIndex((family) => family.id === id)] ?? 0;
  const [strength, reserve] = [firstOf('pool-strength'), firstOf('reserve-floor')];
  const [poolRows, lenderRows] = [c.pools.length * times, c.problem.lenders.length * times];
  /** The way of which a row is the most; undefined where it is none's. */
  const wayOfRow = (row: number): readonly [from: number, to: number] | undefined => {
    const p = row - strength;
    if (p >= 0 && p < poolRows) {
      const [pool, t] = [Math.floor(p / times), p % times];
      return [nodes.lender(c.lenderOf[pool] ?? 0, t), nodes.pool(pool, t)];
    }
    const l = row - reserve;
    return l >= 0 && l < lenderRows ? [0, nodes.lender(Math.floor(l / times), l % times)] : undefined;
  };
  return levels.map((_, level): LevelProver => {
    const bound = values[level] ?? 0;
    /** What a way's figures say of this level: nothing where one before decides. */
    const own = (from: number, to: number, cost: (k: number) => number): bigint => {
      const figure = (k: number) => (k === 0 ? 0 : cost(k - 1)) + (prices[k]?.[from] ?? 0) - (prices[k]?.[to] ?? 0);
      for (let k = 0; k <= level; k++) if (figure(k) !== 0) return 0n;
      return BigInt(figure(level + 1));
    };
    return {
      bound,
      boundWith: (more) => bound + Number(more),
      costOfUse: (uses, use) => {
        const [pool, slot, kind] = [uses.pool[use] ?? 0, uses.slot[use] ?? 0, uses.kind[use] ?? 0];
        const from = nodes.pool(pool, c.slots[slot]?.stretch ?? 0);
        return own(from, nodes.slot(slot), (k) => costOf(k, pool, slot, kind));
      },
      costOfLacking: (slot) => own(0, nodes.slot(slot), (k) => levels[k]?.perLacking(slot) ?? 0),
      priceOfRow: (row) => {
        const way = wayOfRow(row);
        const worth = way ? own(...way, () => 0) : 0n;
        return worth < 0n ? -worth : 0n;
      },
    };
  });
}
