import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws that are the same for the same seed, on any machine. */
export interface Draws {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** One of them, by weight. */
  pick<T>(items: readonly T[], weights?: readonly number[]): T;
}

export function seeded(seed: number): Draws {
  const generator = xoroshiro128plus(seed);
  const between = (low: number, high: number): number => uniformInt(generator, low, high);
  return {
    between,
    pick: <T>(items: readonly T[], weights: readonly number[] = items.map(() => 1)): T => {
      const sum = weights.reduce((a, b) => a + b, 0);
      let left = between(1, sum);
      const i = weights.findIndex((w) => {
        left -= w;
        return left <= 0;
      });
      return items[i] as T;
    },
  };
}
