import type { RowFamilyOf } from './row-family.ts';

/** Of the people in its pools a lender keeps its reserve at home, at any time. */
export const reserveFloor: RowFamilyOf = (c) => {
  const stretches = c.stretches.length;
  const { lenders } = c.problem;
  const inPools = lenders.map(() => 0);
  for (const [p, pool] of c.pools.entries()) {
    const lender = c.lenderOf[p] ?? 0;
    inPools[lender] = (inPools[lender] ?? 0) + pool.people;
  }
  return {
    id: 'reserve-floor',
    unit: 'people',
    sentence: 'Every lender keeps at home at least the reserve it named.',
    count: lenders.length * stretches,
    name: (row) => `${lenders[Math.floor(row / stretches)]?.lenderId} from ${c.stretches[row % stretches]?.fromOn}`,
    low: () => Number.NEGATIVE_INFINITY,
    high: (row) => {
      const lender = Math.floor(row / stretches);
      return Math.max(0, (inPools[lender] ?? 0) - (lenders[lender]?.reserve ?? 0));
    },
    touch: (uses, use, visit) => {
      const lender = c.lenderOf[uses.pool[use] ?? 0] ?? 0;
      const first = c.slots[uses.slot[use] ?? 0]?.stretch ?? 0;
      const end = first + (uses.slots[use] ?? 0);
      for (let s = first; s < end; s++) visit(lender * stretches + s, 1);
    },
  };
};
