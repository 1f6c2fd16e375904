import { gapBetween } from '../certificate/check-certificate.ts';
import { assignedUses, peopleAmong } from './assigned-uses.ts';
import type { CompiledProblem } from './compile-problem.ts';
import { evaluate, firstBroken } from './evaluate.ts';
import { disproveByPrices } from './flow/check-prices.ts';
import { type ProblemModel, problemModel } from './problem-model.ts';
import { proveBounds } from './prove-bound.ts';
import type { Proof, SolvedProblem } from './solved-problem.ts';

export interface CheckedLevel {
  readonly level: string;
  readonly value: number;
  /** What the certificate proves, not what the plan claims. */
  readonly bound: number;
  readonly gap: number;
}

export type Checked =
  | { readonly holds: true; readonly levels: readonly CheckedLevel[]; readonly gap: number }
  | { readonly holds: false; readonly fault: string };

/**
 * Checks a plan against its problem, with no solver: that every assignment is lawful and possible, that every rule is
 * kept, that every figure is what the assignments add up to, and how far each level is proved.
 */
export function checkSolved(c: CompiledProblem, solved: SolvedProblem, { certificates, prices }: Proof): Checked {
  const assigned = assignedUses(c, solved.assignments);
  if (typeof assigned === 'string') return { holds: false, fault: assigned };
  // Prices prove without a list of all open uses; multipliers of rows look at each of them.
  const model = prices ? problemModel(c, assigned.uses) : problemModel(c);
  const people = prices ? assigned.people : peopleAmong(model.uses, assigned);
  const evaluation = evaluate(model, people);
  const broken = firstBroken(model, evaluation);
  if (broken !== undefined) return { holds: false, fault: broken };

  const disproved = prices && disproveByPrices(c, model.uses, people, prices);
  if (disproved !== undefined) return { holds: false, fault: disproved };
  const levels: CheckedLevel[] = [];
  for (const [k, level] of model.levels.entries()) {
    const stated = solved.levels[k];
    const value = evaluation.values[k] ?? 0;
    if (stated?.level !== level.level || stated.value !== value) {
      return { holds: false, fault: `level ${level.level} is ${value}, and the plan says ${stated?.value}` };
    }
    const own = certificates.filter((one) => one.level === level.level);
    const proved = proveBounds(model, own, evaluation.values);
    const bound = prices ? value : Math.min(value, proved);
    if (stated.bound > bound) {
      const words = Number.isFinite(bound) ? `only ${bound} is proved` : 'nothing proves it';
      return { holds: false, fault: `level ${level.level} claims the bound ${stated.bound}, and ${words}` };
    }
    levels.push({ level: level.level, value, bound: stated.bound, gap: gapBetween(value, stated.bound) });
  }
  const faults = figureFaults(c, evaluation.lacking, solved);
  if (faults !== undefined) return { holds: false, fault: faults };
  const gap = Math.max(0, ...levels.map((level) => level.gap));
  if (gap !== solved.gap) return { holds: false, fault: `the gap is ${gap}, and the plan says ${solved.gap}` };
  return { holds: true, levels, gap };
}

function figureFaults(c: CompiledProblem, lacking: Float64Array, solved: SolvedProblem): string | undefined {
  const lines = linesOf(c, lacking);
  for (const [i, line] of lines.entries()) {
    const stated = solved.lines[i];
    if (stated?.lineId === line.lineId && stated.filled === line.filled && stated.short === line.short) continue;
    return `line ${line.lineId} has ${line.filled} people throughout and lacks ${line.short}, and the plan says ${stated?.filled} and ${stated?.short}`;
  }
  const sum = (of: 'asked' | 'filled' | 'short') => lines.reduce((n, line) => n + line[of], 0);
  for (const of of ['asked', 'filled', 'short'] as const) {
    if (solved[of] !== sum(of)) return `the people ${of} are ${sum(of)}, and the plan says ${solved[of]}`;
  }
  return undefined;
}

/** Each line as it was asked: one that is served in tours counts what it has when it has least. */
export function linesOf(c: CompiledProblem, lacking: Float64Array): SolvedProblem['lines'] {
  const least = new Map(c.problem.lines.map((line) => [line.lineId, line.people]));
  for (const [slot, n] of lacking.entries()) {
    const line = c.lines[c.slots[slot]?.line ?? 0];
    if (line) least.set(line.ofLineId, Math.min(least.get(line.ofLineId) ?? 0, line.people - n));
  }
  return c.problem.lines.map(({ lineId, people }) => {
    const filled = least.get(lineId) ?? 0;
    return { lineId, asked: people, filled, short: people - filled };
  });
}

export function periodOf({ c, uses }: ProblemModel, use: number) {
  const first = uses.slot[use] ?? 0;
  const last = first + (uses.slots[use] ?? 1) - 1;
  return { fromOn: c.slots[first]?.period.fromOn as never, toOn: c.slots[last]?.period.toOn as never };
}
