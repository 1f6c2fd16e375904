import type { CompiledProblem } from '../compile-problem.ts';
import type { ObjectiveName } from '../plan-problem.ts';
import type { RowFamily } from '../rows/row-family.ts';
import type { Uses } from '../uses.ts';

/** One thing to make as small as can be, without giving up any that come before it. Whole numbers throughout. */
export interface Level {
  readonly level: ObjectiveName;
  readonly meaning: string;
  readonly unit: string;
  /** What one person in this use adds. */
  perPerson(uses: Uses, use: number): number;
  /** What one person lacking in this slot adds. */
  perLacking(slot: number): number;
  /** Rows and columns it needs to be counted, where people alone don't tell. */
  readonly family?: RowFamily;
  /** Added whatever the plan is. */
  readonly constant: number;
}

export type LevelOf = (c: CompiledProblem) => Level;

export const nothing = (): number => 0;

export function daysOf(c: CompiledProblem, uses: Uses, use: number): number {
  const first = uses.slot[use] ?? 0;
  const end = first + (uses.slots[use] ?? 0);
  let days = 0;
  for (let slot = first; slot < end; slot++) days += c.slots[slot]?.days ?? 0;
  return days;
}
