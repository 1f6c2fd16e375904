import type { Terms } from '../solver-port.ts';

/** What all coefficients share: the objective is a multiple of it, whatever the answer. 1 when there are none. */
export function greatestCommonDivisor(terms: Terms): number {
  let unit = 0;
  for (const [, c] of terms) {
    let [a, b] = [unit, Math.abs(c)];
    while (b > 0) [a, b] = [b, a % b];
    unit = a;
  }
  return unit === 0 ? 1 : unit;
}
