import { addDays } from '@muster/terms';
import type { RowFamilyOf } from './row-family.ts';

/** People are in one place at a time; those back from a tour served throughout stay home for their dwell. */
export const poolStrength: RowFamilyOf = (c) => {
  const stretches = c.stretches.length;
  return {
    id: 'pool-strength',
    unit: 'people',
    sentence: 'No pool gives more people at a time than it has, counting those at home after a tour.',
    count: c.pools.length * stretches,
    name: (row) => `${c.pools[Math.floor(row / stretches)]?.poolId} from ${c.stretches[row % stretches]?.fromOn}`,
    low: () => Number.NEGATIVE_INFINITY,
    high: (row) => c.pools[Math.floor(row / stretches)]?.people ?? 0,
    touch: (uses, use, visit) => {
      const pool = uses.pool[use] ?? 0;
      const first = c.slots[uses.slot[use] ?? 0]?.stretch ?? 0;
      const end = first + (uses.slots[use] ?? 0);
      for (let s = first; s < end; s++) visit(pool * stretches + s, 1);
      const { dwellDays = 0 } = c.pools[pool] ?? {};
      if (dwellDays === 0 || !c.lines[uses.line[use] ?? 0]?.throughout) return;
      const home = c.stretches[end - 1]?.toOn;
      const free = home && addDays(home, dwellDays);
      for (let s = end; free && s < stretches && (c.stretches[s]?.fromOn ?? free) < free; s++)
        visit(pool * stretches + s, 1);
    },
  };
};
