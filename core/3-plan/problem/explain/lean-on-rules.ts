import { mostTeams, type ProblemModel, teamOf } from '../problem-model.ts';
import { costOfLacking, costOfUse, type Proof } from '../prove-bound.ts';

/**
 * A solver may prove its plan by the most people that a use can have, or that can lack. No rule says that number: it is the line's or the
 * pool's. Here it is proved by the rule it comes from, so that the rule gets its price and other uses theirs. The sum
 * stays the same: what the rule's multiplier loses, the use no longer takes away.
 */
export function leanOnRules(model: ProblemModel, proof: Proof): Proof {
  const { c, uses, families, offsets } = model;
  const rows = proof.rows.slice();
  const leaning = { ...proof, rows };
  const lines = offsets[families.findIndex((family) => family.id === 'line-count')] ?? 0;
  const pools = offsets[families.findIndex((family) => family.id === 'pool-strength')] ?? 0;
  for (const slot of c.slots.keys()) {
    const cost = costOfLacking(model, leaning, slot);
    if (cost < 0 && typeof cost === 'number') rows[lines + slot] = (rows[lines + slot] ?? 0) + cost;
  }
  for (let use = 0; use < uses.count; use++) {
    const cost = costOfUse(model, leaning, use);
    // What is beyond doubles stays with the use: it is no less a proof.
    if (cost >= 0 || typeof cost !== 'number') continue;
    const most = mostTeams(model, use) * teamOf(model, use);
    const slot = uses.slot[use] ?? 0;
    const pool = uses.pool[use] ?? 0;
    const stretch = c.slots[slot]?.stretch ?? 0;
    if (most === c.lines[uses.line[use] ?? 0]?.people) rows[lines + slot] = (rows[lines + slot] ?? 0) + cost;
    else if (most === c.pools[pool]?.people) {
      const row = pools + pool * c.stretches.length + stretch;
      rows[row] = (rows[row] ?? 0) + cost;
    }
  }
  return leaning;
}
