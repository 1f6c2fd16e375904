import type { RowFamilyOf } from './row-family.ts';

/** A line with a minimum gets none or at least so many: two rows a slot, with a column that says whether it is served. */
export const lineMinimum: RowFamilyOf = (c) => {
  const bound = c.slots.flatMap((slot, s) => {
    const line = c.lines[slot.line];
    return line?.minimum ? [{ slot: s, minimum: line.minimum, people: line.people, lineId: line.lineId }] : [];
  });
  const rowOf = new Map(bound.map((b, i) => [b.slot, i * 2]));
  return {
    id: 'line-minimum',
    unit: 'people',
    sentence: 'A line with a minimum gets none, or at least so many.',
    count: bound.length * 2,
    name: (row) => `${bound[Math.floor(row / 2)]?.lineId}`,
    low: (row) => (row % 2 === 0 ? 0 : Number.NEGATIVE_INFINITY),
    high: (row) => (row % 2 === 0 ? Number.POSITIVE_INFINITY : 0),
    touch: (uses, use, visit) => {
      if (bound.length === 0) return;
      const first = uses.slot[use] ?? 0;
      const end = first + (uses.slots[use] ?? 0);
      for (let slot = first; slot < end; slot++) {
        const row = rowOf.get(slot);
        if (row === undefined) continue;
        visit(row, 1);
        visit(row + 1, 1);
      }
    },
    keeps: (row, people) => people === 0 || people >= (bound[Math.floor(row / 2)]?.minimum ?? 0),
    own: bound.map((b, i) => ({
      id: `served ${b.lineId} ${c.slots[b.slot]?.period.fromOn}`,
      low: 0,
      high: 1,
      terms: [
        [i * 2, -b.minimum],
        [i * 2 + 1, -b.people],
      ],
      weight: 0,
    })),
  };
};
