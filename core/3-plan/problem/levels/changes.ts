import type { CompiledProblem } from '../compile-problem.ts';
import { hindrances, type Uses } from '../uses.ts';
import { type LevelOf, nothing } from './level.ts';

/**
 * When re-planning: everybody put on or taken off counts. A use the plan before did not have counts its people; one it
 * had counts the difference, as people now, less people then, plus twice those who are fewer.
 */
export const changes: LevelOf = (c) => {
  const kept = keptUses(c);
  const before = kept.reduce((n, k) => n + k.people, 0);
  const rowOf = new Map(kept.map((k, row) => [`${k.pool} ${k.slot} ${k.kind}`, row]));
  return {
    level: 'changes',
    unit: 'people',
    meaning: 'people put on or taken off a line, over all its times, against the plan before',
    perPerson: (uses, use) => uses.slots[use] ?? 0,
    perLacking: nothing,
    family: {
      id: 'change',
      unit: 'people',
      sentence: 'Whoever the plan before had and this one has not is counted.',
      count: kept.length,
      name: (row) =>
        `${c.pools[kept[row]?.pool ?? 0]?.poolId} on ${c.lines[c.slots[kept[row]?.slot ?? 0]?.line ?? 0]?.lineId}`,
      low: (row) => kept[row]?.people ?? 0,
      high: () => Number.POSITIVE_INFINITY,
      touch: (uses: Uses, use: number, visit) => {
        if (kept.length === 0) return;
        const first = uses.slot[use] ?? 0;
        const end = first + (uses.slots[use] ?? 0);
        for (let slot = first; slot < end; slot++) {
          const row = rowOf.get(`${uses.pool[use]} ${slot} ${uses.kind[use]}`);
          if (row !== undefined) visit(row, 1);
        }
      },
      keeps: () => true,
      least: (people) => kept.reduce((sum, k, row) => sum + 2 * Math.max(0, k.people - (people[row] ?? 0)), -before),
      own: [
        ...kept.map((k, row) => ({
          id: `fewer ${row}`,
          low: 0,
          high: k.people,
          terms: [[row, 1]] as const,
          weight: 2,
        })),
        { id: 'before', low: 1, high: 1, terms: [], weight: -before },
      ],
    },
    constant: 0,
  };
};

/** What the plan before had and could be kept, slot by slot: who can be there no more is no change of ours. */
function keptUses(c: CompiledProblem): { pool: number; slot: number; kind: number; people: number }[] {
  if (!c.problem.former) return [];
  const poolNumber = new Map(c.pools.map((p, i) => [p.poolId, i]));
  const slotsOf = new Map<string, number[]>();
  for (const [s, slot] of c.slots.entries()) {
    const id = c.lines[slot.line]?.ofLineId ?? '';
    slotsOf.set(id, [...(slotsOf.get(id) ?? []), s]);
  }
  const sums = new Map<string, { pool: number; slot: number; kind: number; people: number }>();
  for (const a of c.problem.former) {
    const pool = poolNumber.get(a.poolId);
    const kind = c.kinds.indexOf(a.kind);
    if (pool === undefined || kind < 0) continue;
    for (const slot of slotsOf.get(a.lineId) ?? []) {
      const period = c.slots[slot]?.period;
      if (!period || a.period.fromOn > period.fromOn || period.toOn > a.period.toOn) continue;
      const l = c.slots[slot]?.line ?? 0;
      const inAll = c.lines[l]?.throughout ? c.lines[l].period : period;
      if (hindrances(c, pool, l, inAll, a.kind).length > 0) continue;
      const key = `${pool} ${slot} ${kind}`;
      const sum = sums.get(key) ?? { pool, slot, kind, people: 0 };
      sums.set(key, { ...sum, people: sum.people + a.people });
    }
  }
  return [...sums.values()];
}
