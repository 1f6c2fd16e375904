import { keptRows, keptUses } from '../kept-uses.ts';
import type { Uses } from '../uses.ts';
import { type LevelOf, nothing } from './level.ts';

/**
 * When re-planning: everybody put on or taken off counts. A use the plan before did not have counts its people; one it
 * had counts the difference, as people now, less people then, plus twice those who are fewer.
 */
export const changes: LevelOf = (c) => {
  const kept = keptUses(c);
  const before = kept.reduce((n, k) => n + k.people, 0);
  const rowOf = keptRows(c, kept);
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
          const row = rowOf(uses.pool[use] ?? 0, slot, uses.kind[use] ?? 0);
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
