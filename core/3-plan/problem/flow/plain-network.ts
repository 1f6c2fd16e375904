import type { CompiledProblem } from '../compile-problem.ts';
import { levelsOf } from '../levels/index.ts';
import type { Level } from '../levels/level.ts';
import type { ObjectiveName } from '../plan-problem.ts';
import { pinnedUses } from './direct-uses.ts';

/**
 * Levels whose cost of a use is what its pool adds plus what its place and time add, so that pools alike in where they may
 * serve can be counted through one hub. `changes` is one, but for uses the plan before had: they have arcs of their own.
 */
const additive: ReadonlySet<ObjectiveName> = new Set(['fill', 'arrival', 'travel', 'cost', 'wishes', 'changes']);

/**
 * The levels of a problem in which nothing ties uses together but pools, lenders and lines, time by time: a pure network.
 * Undefined where something else does: teams, tours, minimums, people-days, conditions. How many changes are allowed
 * ties them too, but a plan that is best without that rule and keeps it is best with it, so it is left to be looked at after.
 */
export function levelsOfNetwork(c: CompiledProblem): readonly Level[] | undefined {
  const { problem } = c;
  const throughout = c.lines.some((line) => line.throughout);
  const tied =
    problem.limits.length > 0 ||
    (problem.pins.length > 0 && !pinnedUses(c)) ||
    (problem.ceilings ?? []).length > 0 ||
    problem.objectives.some((name) => !additive.has(name)) ||
    c.pools.some(
      (pool) =>
        (pool.teamSize ?? 1) > 1 || pool.mostPersonDays !== undefined || (throughout && (pool.dwellDays ?? 0) > 0),
    ) ||
    c.lines.some(
      (line, l) =>
        (line.minimum ?? 0) > 0 || (line.throughout && (c.slotStart[l + 1] ?? 0) - (c.slotStart[l] ?? 0) > 1),
    );
  return tied ? undefined : levelsOf(c);
}
