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
function costWithoutLine(condensed: Condensed, model: ProblemModel, proof: Proof) {
  const { ways, rows, burdenLevel } = condensed;
  const { uses } = model;
  const multipliers = Float64Array.from(rows, (row) => proof.rows[row] ?? 0);
  const levels = [...proof.held, proof.scale].flatMap((weight, k) => {
    const adds = ways.adds[k];
    return weight !== 0 && adds && k !== burdenLevel ? [{ weight, adds }] : [];
  });
  const burdens = burdensAtTimes(condensed, model, proof);
  return (way: number): number | bigint => {
    const burden = burdens[ways.time[way] ?? 0] ?? 0;
    let cost = -burden;
    let size = Math.abs(burden);
    for (const { weight, adds } of levels) {
      const part = weight * (adds[way] ?? 0);
      cost += part;
      size += Math.abs(part);
    }
    const end = ways.starts[way + 1] ?? 0;
    for (let i = ways.starts[way] ?? 0; i < end; i++) {
      const part = (multipliers[ways.touched[i] ?? 0] ?? 0) * (ways.coefficients[i] ?? 0);
      cost -= part;
      size += Math.abs(part);
    }
    if (size < exact) return cost;
    const use = ways.use[way] ?? 0;
    return BigInt(costOfUse(model, proof, use)) + BigInt(proof.rows[uses.slot[use] ?? 0] ?? 0);
  };
}

/** What the rows of the largest burden make of one person at each time of a pool. */
function burdensAtTimes({ ways, burdenLevel }: Condensed, model: ProblemModel, proof: Proof): Float64Array {
  const { c, uses, families, offsets } = model;
  const sums = new Float64Array(c.pools.length * c.stretches.length);
  const f = families.findIndex((family) => family === model.levels[burdenLevel]?.family);
  const first = offsets[f] ?? 0;
  if (f < 0) return sums;
  const known = new Uint8Array(sums.length);
  for (let way = 0; way < ways.count; way++) {
    const time = ways.time[way] ?? 0;
    if (known[time] === 1) continue;
    known[time] = 1;
    families[f]?.touch(uses, ways.use[way] ?? 0, (row, perPerson) => {
      sums[time] = (sums[time] ?? 0) + (proof.rows[first + row] ?? 0) * perPerson;
    });
  }
  return sums;
}

/** A cost with what a row takes away, never rounded. */
function less(cost: number | bigint, taken: number): number | bigint {
  if (typeof cost === 'bigint') return cost - BigInt(taken);
  const all = cost - taken;
  return Number.isSafeInteger(all) ? all : BigInt(cost) - BigInt(taken);
}
