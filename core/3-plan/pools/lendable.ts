import type { PoolsOffered } from '../events.ts';

/** How many of a lender's offered people may be away at the same time. */
export function lendable(offers: readonly PoolsOffered['data'][], lenderId: string): number {
  const mine = offers.filter((o) => o.lenderId === lenderId);
  const offered = mine.flatMap((o) => o.pools).reduce((n, p) => n + p.people, 0);
  const reserve = mine.reduce((n, o) => n + o.reserve, 0);
  return Math.max(0, offered - reserve);
}
