import type { RowFamilyOf } from './row-family.ts';

/** What a pool can give over the whole time, such as one tour for each of its people. */
export const poolDays: RowFamilyOf = (c) => {
  const bound = c.pools.flatMap((pool, p) => (pool.mostPersonDays === undefined ? [] : [p]));
  const rowOf = new Map(bound.map((p, row) => [p, row]));
  return {
    id: 'pool-days',
    unit: 'people-days',
    sentence: 'No pool gives more people-days in all than it may.',
    count: bound.length,
    name: (row) => `${c.pools[bound[row] ?? -1]?.poolId}`,
    low: () => Number.NEGATIVE_INFINITY,
    high: (row) => c.pools[bound[row] ?? -1]?.mostPersonDays ?? 0,
    touch: (uses, use, visit) => {
      const row = rowOf.get(uses.pool[use] ?? -1);
      if (row === undefined) return;
      const first = uses.slot[use] ?? 0;
      const end = first + (uses.slots[use] ?? 0);
      let days = 0;
      for (let slot = first; slot < end; slot++) days += c.slots[slot]?.days ?? 0;
      visit(row, days);
    },
  };
};
