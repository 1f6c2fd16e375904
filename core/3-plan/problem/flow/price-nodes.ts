import type { CompiledProblem } from '../compile-problem.ts';

/** The nodes that prices speak of: the source, then lenders, then pools, each time by time, then slots. */
export interface PriceNodes {
  readonly count: number;
  lender(lender: number, stretch: number): number;
  pool(pool: number, stretch: number): number;
  slot(slot: number): number;
}

export function priceNodes({ problem, pools, slots, stretches }: CompiledProblem): PriceNodes {
  const times = stretches.length;
  const firstPool = 1 + problem.lenders.length * times;
  const firstSlot = firstPool + pools.length * times;
  return {
    count: firstSlot + slots.length,
    lender: (lender, stretch) => 1 + lender * times + stretch,
    pool: (pool, stretch) => firstPool + pool * times + stretch,
    slot: (slot) => firstSlot + slot,
  };
}
