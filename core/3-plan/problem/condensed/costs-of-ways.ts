import { teamOf } from '../problem-model.ts';
import { costOfUse, type UseCosts } from '../prove-bound.ts';
import type { Condensed } from './condense.ts';

/**
 * What one person adds to a proof's sum, told way by way: the uses of a way differ only in what their slots' rows make of
 * them. So a hundredth of the uses is reckoned, and the sum is the same.
 */
export const costsOfWays =
  ({ ways, berths }: Condensed): UseCosts =>
  (model, proof, visit) => {
    const { c, uses } = model;
    const rowOf = (slot: number) => proof.rows[slot] ?? 0;
    const worthMost = berths.map(({ slots }) =>
      slots.reduce((most, slot) => (rowOf(slot) > rowOf(most) ? slot : most), slots[0] ?? 0),
    );
    for (let way = 0; way < ways.count; way++) {
      const use = ways.use[way] ?? 0;
      const berth = ways.berth[way] ?? 0;
      const { stretch = 0, slots = [] } = berths[berth] ?? {};
      const pool = ways.pool[way] ?? 0;
      const cost = costOfUse(model, proof, use);
      const own = rowOf(uses.slot[use] ?? 0);
      const least = moved(cost, own, rowOf(worthMost[berth] ?? 0));
      if (least >= 0) {
        visit(pool, stretch, least, 0);
        continue;
      }
      const team = teamOf(model, use);
      for (const slot of slots) {
        const people = Math.min(c.pools[pool]?.people ?? 0, c.lines[c.slots[slot]?.line ?? 0]?.people ?? 0);
        visit(pool, stretch, moved(cost, own, rowOf(slot)), people - (people % team));
      }
    }
  };

/** A cost, with what one row takes away given back and what another takes taken; never rounded. */
function moved(cost: number | bigint, back: number, taken: number): number | bigint {
  const sum = Number(cost) + back;
  const all = sum - taken;
  if (typeof cost === 'number' && Number.isSafeInteger(sum) && Number.isSafeInteger(all)) return all;
  return BigInt(cost) + BigInt(back) - BigInt(taken);
}
