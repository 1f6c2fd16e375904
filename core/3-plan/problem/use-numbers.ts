import type { CompiledProblem } from './compile-problem.ts';
import type { Uses } from './uses.ts';

/**
 * The number of a use among all pairs of pools, slots and kinds, open or not: the same whichever uses are listed, and
 * rising in the order in which they are.
 */
export const useNumber = (c: CompiledProblem, pool: number, slot: number, kind: number): number =>
  (pool * c.slots.length + slot) * c.kinds.length + kind;

/** The uses of some numbers, in that order. */
export function usesNumbered(c: CompiledProblem, numbers: readonly number[]): Uses {
  const list = (of: (number: number) => number) => Int32Array.from(numbers, of);
  const slotOf = (number: number) => Math.floor(number / c.kinds.length) % c.slots.length;
  const lineOf = (number: number) => c.slots[slotOf(number)]?.line ?? 0;
  return {
    count: numbers.length,
    pool: list((number) => Math.floor(number / c.kinds.length / c.slots.length)),
    line: list(lineOf),
    slot: list(slotOf),
    slots: list((number) => {
      const l = lineOf(number);
      return c.lines[l]?.throughout ? (c.slotStart[l + 1] ?? 0) - (c.slotStart[l] ?? 0) : 1;
    }),
    kind: Uint8Array.from(numbers, (number) => number % c.kinds.length),
  };
}

/** Where a use stands in a list that is in the order of pools, then slots; -1 where it is not listed. */
export function placeOfUse(uses: Uses, pool: number, slot: number, kind: number): number {
  let [low, high] = [0, uses.count];
  while (low < high) {
    const middle = (low + high) >> 1;
    const before = (uses.pool[middle] ?? 0) < pool || (uses.pool[middle] === pool && (uses.slot[middle] ?? 0) < slot);
    if (before) low = middle + 1;
    else high = middle;
  }
  for (let use = low; uses.pool[use] === pool && uses.slot[use] === slot; use++)
    if (uses.kind[use] === kind) return use;
  return -1;
}
