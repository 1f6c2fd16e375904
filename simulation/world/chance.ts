/** Everything drawn by chance in one life, from one seed. The same draws in the same order are always the same. */
export interface Chance {
  /** From 0, and below 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** True so often, from 0 (never) to 1 (always). */
  often(share: number): boolean;
  one<T>(of: readonly T[]): T;
  /** So many of them, or fewer where there are fewer; in their order. */
  some<T>(of: readonly T[], least: number): T[];
  /** Draws that others neither see nor move: what is taken here changes nothing there. */
  apart(name: string): Chance;
}

export function chanceFrom(seed: number): Chance {
  let state = mixed(seed);
  const next = (): number => {
    // Mulberry32: 32 bits of state are plenty for one life, and quick.
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const one = <T>(of: readonly T[]): T => of[whole(0, of.length - 1)] as T;
  return {
    next,
    whole,
    one,
    often: (share) => next() < share,
    some: (of, least) => {
      const kept = of.filter(() => next() < 0.5);
      return kept.length >= least ? kept : [one(of)];
    },
    apart: (name) => chanceFrom(mixed(seed) ^ hashOf(name)),
  };
}

/** Neighbouring seeds begin far apart. */
function mixed(seed: number): number {
  let h = seed | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hashOf(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}
