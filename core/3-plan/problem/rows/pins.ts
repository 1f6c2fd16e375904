import type { RowFamilyOf } from './row-family.ts';

/** What a planner has fixed: at least so many people of the pool on the line, all the time. */
export const pins: RowFamilyOf = (c) => {
  const rows = c.problem.pins.flatMap((pin, i) =>
    c.slots.flatMap((slot, s) => (c.lines[slot.line]?.ofLineId === pin.lineId ? [{ pin, i, slot: s }] : [])),
  );
  const rowsAt = new Map<string, number[]>();
  for (const [row, { pin, slot }] of rows.entries()) {
    const key = `${pin.poolId} ${slot}`;
    rowsAt.set(key, [...(rowsAt.get(key) ?? []), row]);
  }
  return {
    id: 'pin',
    unit: 'people',
    sentence: 'People whom the planner has fixed to a line are there.',
    count: rows.length,
    name: (row) => `${rows[row]?.pin.poolId} on ${rows[row]?.pin.lineId}`,
    low: (row) => rows[row]?.pin.people ?? 0,
    high: () => Number.POSITIVE_INFINITY,
    touch: (uses, use, visit) => {
      if (rows.length === 0) return;
      const { poolId } = c.pools[uses.pool[use] ?? 0] ?? { poolId: '' };
      const kind = c.kinds[uses.kind[use] ?? 0];
      const first = uses.slot[use] ?? 0;
      const end = first + (uses.slots[use] ?? 0);
      for (let slot = first; slot < end; slot++) {
        for (const row of rowsAt.get(`${poolId} ${slot}`) ?? []) {
          const wanted = rows[row]?.pin.kind;
          if (wanted === undefined || wanted === kind) visit(row, 1);
        }
      }
    },
  };
};
