import { type ProblemModel, teamOf } from '../problem-model.ts';
import { costOfUse, type Proof, type UseCosts } from '../prove-bound.ts';
import type { Condensed } from './condense.ts';

/** Below this a sum of whole numbers is exact, whatever the order. */
const exact = 2 ** 53;

/**
 * What one person adds to a proof's sum, told way by way: the uses of a way differ only in what their slots' rows make of
 * them. So a hundredth of the uses is reckoned, and the sum is the same.
 */
export const costsOfWays =
  (condensed: Condensed): UseCosts =>
  (model, proof, visit) => {
    const { ways, berths } = condensed;
    const { c } = model;
    const rowOf = (slot: number) => proof.rows[slot] ?? 0;
    const worthMost = berths.map(({ slots }) =>
      slots.reduce((most, slot) => (rowOf(slot) > rowOf(most) ? slot : most), slots[0] ?? 0),
    );
    const costOf = costWithoutLine(condensed, model, proof);
    for (let way = 0; way < ways.count; way++) {
      const berth = ways.berth[way] ?? 0;
      const { stretch = 0, slots = [] } = berths[berth] ?? {};
      const pool = ways.pool[way] ?? 0;
      const cost = costOf(way);
      const least = less(cost, rowOf(worthMost[berth] ?? 0));
      if (least >= 0) {
        visit(pool, stretch, least, 0);
        continue;
      }
      const team = teamOf(model, ways.use[way] ?? 0);
      for (const slot of slots) {
        const people = Math.min(c.pools[pool]?.people ?? 0, c.lines[c.slots[slot]?.line ?? 0]?.people ?? 0);
        visit(pool, stretch, less(cost, rowOf(slot)), people - (people % team));
      }
    }
  };

/** What one person in a way adds before its line's rows; reckoned in full where doubles could round it. */
function costWithoutLine({ ways, rows, burdenLevel }: Condensed, model: ProblemModel, proof: Proof) {
  const { uses, families, offsets } = model;
  const multipliers = Float64Array.from(rows, (row) => proof.rows[row] ?? 0);
  const levels = [...proof.held, proof.scale].flatMap((weight, k) => {
    const adds = ways.adds[k];
    return weight !== 0 && adds && k !== burdenLevel ? [{ weight, adds }] : [];
  });
  const burden = families.findIndex((family) => family === model.levels[burdenLevel]?.family);
  const firstBurden = burden < 0 ? -1 : (offsets[burden] ?? 0);
  return (way: number): number | bigint => {
    let [cost, size] = [0, 0];
    const add = (part: number) => {
      cost += part;
      size += Math.abs(part);
    };
    for (const { weight, adds } of levels) add(weight * (adds[way] ?? 0));
    const end = ways.starts[way + 1] ?? 0;
    for (let i = ways.starts[way] ?? 0; i < end; i++)
      add(-(multipliers[ways.touched[i] ?? 0] ?? 0) * (ways.coefficients[i] ?? 0));
    const use = ways.use[way] ?? 0;
    if (firstBurden >= 0) {
      families[burden]?.touch(uses, use, (row, perPerson) => add(-(proof.rows[firstBurden + row] ?? 0) * perPerson));
    }
    if (size < exact) return cost;
    return BigInt(costOfUse(model, proof, use)) + BigInt(proof.rows[uses.slot[use] ?? 0] ?? 0);
  };
}

/** A cost with what a row takes away, never rounded. */
function less(cost: number | bigint, taken: number): number | bigint {
  if (typeof cost === 'bigint') return cost - BigInt(taken);
  const all = cost - taken;
  return Number.isSafeInteger(all) ? all : BigInt(cost) - BigInt(taken);
}
