import type { Condensed } from './condense.ts';

/** How many times what people differ by in a level they may gain, along a chain of exchanges, by giving one unit of the level before. */
const longestChain = 12;

/**
 * One weight a level, such that the sum of weighed levels is least where they are least in strict order, or nearly: no
 * proof rests on it. The weights make the smallest step of the last level a ten-thousandth.
 */
export function weightsOf(condensed: Condensed): number[] {
  const { model, ways, lacks, berths, burdenLevel, leanLevel } = condensed;
  const days = berths.map(({ slots }) => model.c.slots[slots[0] ?? 0]?.days ?? 1);
  const spans = model.levels.map((_, k): Span => {
    if (k === burdenLevel) return { range: 1, step: 1 };
    if (k === leanLevel) return spanOfCrews(condensed, days);
    const values = new Set<number>();
    const adds = ways.adds[k];
    for (let way = 0; way < ways.count; way++) values.add((adds?.[way] ?? 0) / (days[ways.berth[way] ?? 0] ?? 1));
    for (const { berth, weighs } of lacks) values.add((weighs[k] ?? 0) / (days[berth] ?? 1));
    return spanOf([...values]);
  });
  const weights = [1];
  for (let k = 1; k < spans.length; k++) {
    const [before, here] = [spans[k - 1], spans[k]];
    weights.push((weights[k - 1] ?? 1) * ((before?.step ?? 1) / (longestChain * (here?.range ?? 1))));
  }
  const last = spans.length - 1;
  const unit = (weights[last] ?? 1) * (spans[last]?.step ?? 1);
  return weights.map((weight) => weight / (10_000 * unit));
}

interface Span {
  /** By how much people, or those lacking, can differ in a day. */
  readonly range: number;
  /** The least by which they differ, when they do. */
  readonly step: number;
}

/** A person lacking at the leanest time counts once, however long that is. */
function spanOfCrews({ crews }: Condensed, days: readonly number[]): Span {
  const lengths = crews.map(({ berths }) => berths.reduce((sum, berth) => sum + (days[berth] ?? 1), 0));
  const shortest = days.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY);
  return {
    range: crews.reduce((most, { weight }) => Math.max(most, weight), 1) / shortest,
    step: 1 / lengths.reduce((most, one) => Math.max(most, one), 1),
  };
}

function spanOf(values: number[]): Span {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  let step = Number.POSITIVE_INFINITY;
  for (const [i, value] of sorted.entries()) if (i > 0) step = Math.min(step, value - (sorted[i - 1] ?? 0));
  const range = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0);
  return Number.isFinite(step) ? { range, step } : { range: 1, step: 1 };
}
