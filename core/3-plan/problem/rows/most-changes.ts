import { keptRows, keptUses } from '../kept-uses.ts';
import type { RowFamilyOf } from './row-family.ts';

/**
 * No more people are put on or taken off than the planner allows, counted as the level `changes` counts: people now, less
 * people before, plus twice those who are fewer. One row a kept use finds the fewer, the last adds up.
 */
export const mostChanges: RowFamilyOf = (c) => {
  const { mostChanges: most } = c.problem;
  const kept = most === undefined ? [] : keptUses(c);
  const before = kept.reduce((n, k) => n + k.people, 0);
  const rowOf = keptRows(c, kept);
  const last = kept.length;
  return {
    id: 'most-changes',
    unit: 'people put on or taken off',
    sentence: 'No more people are put on or taken off, against the plan before, than the planner allows.',
    count: most === undefined ? 0 : last + 1,
    name: (row) => (row === last ? 'all changes' : `kept ${row}`),
    low: (row) => (row === last ? Number.NEGATIVE_INFINITY : (kept[row]?.people ?? 0)),
    high: (row) => (row === last ? (most ?? 0) + before : Number.POSITIVE_INFINITY),
    touch: (uses, use, visit) => {
      if (most === undefined) return;
      const first = uses.slot[use] ?? 0;
      const slots = uses.slots[use] ?? 0;
      for (let slot = first; slot < first + slots; slot++) {
        const row = rowOf(uses.pool[use] ?? 0, slot, uses.kind[use] ?? 0);
        if (row !== undefined) visit(row, 1);
      }
      visit(last, slots);
    },
    keeps: (row, people, all) =>
      row !== last ||
      people + kept.reduce((sum, k, i) => sum + 2 * Math.max(0, k.people - (all[i] ?? 0)), 0) <= (most ?? 0) + before,
    own: kept.map((k, row) => ({
      id: `taken off ${row}`,
      low: 0,
      high: k.people,
      terms: [
        [row, 1],
        [last, 2],
      ],
      weight: 0,
    })),
  };
};
