import type { CompiledProblem } from './compile-problem.ts';
import type { PeopleInUses } from './evaluate.ts';
import type { SolvedAssignment } from './solved-problem.ts';
import { placeOfUse, useNumber, usesNumbered } from './use-numbers.ts';
import { hindrances, isOpen, reaches, type Uses } from './uses.ts';

/** Uses that have people, and how many. */
export interface AssignedUses {
  readonly uses: Uses;
  readonly people: PeopleInUses;
}

/**
 * The use of each assignment, in the order in which all uses are numbered, without listing any other. The first assignment
 * that is no open use, or no whole number of teams, is told in words.
 */
export function assignedUses(c: CompiledProblem, assignments: readonly SolvedAssignment[]): AssignedUses | string {
  const poolNumber = new Map(c.pools.map((pool, p) => [pool.poolId, p]));
  const lineNumber = new Map(c.lines.map((line, l) => [line.lineId, l]));
  const kindNumber = new Map(c.kinds.map((kind, k) => [kind, k]));
  const found = new Map<number, number>();
  for (const a of assignments) {
    const { poolId, lineId, period, people: n } = a;
    const [pool, line, kind] = [poolNumber.get(poolId), lineNumber.get(lineId), kindNumber.get(a.kind)];
    const reach =
      line === undefined
        ? undefined
        : reaches(c, line).find(([, , of]) => of.fromOn === period.fromOn && of.toOn === period.toOn);
    const may = `${poolId} may not be on ${lineId} from ${period.fromOn}`;
    if (pool === undefined || line === undefined || kind === undefined || !reach)
      return `${may}: the problem has no such use`;
    if (!isOpen(c, pool, line, reach[0], a.kind)) {
      const words = hindrances(c, pool, line, reach[2], a.kind).map((h) => h.words);
      return `${may}: ${words.join('; ') || 'the problem has no such use'}`;
    }
    if (!Number.isInteger(n) || n < 0) return `${poolId} gives ${n} people, which is no whole number of people`;
    const { teamSize = 1, people: most = 0 } = c.pools[pool] ?? {};
    if (n > most) return `${poolId} gives ${n} people, and has ${most}`;
    if (n % teamSize !== 0) return `${poolId} comes in teams of ${teamSize}, and ${n} is no whole number of them`;
    const number = useNumber(c, pool, reach[0], kind);
    if (found.has(number)) return `${poolId} is twice on ${lineId} from ${period.fromOn}`;
    found.set(number, n);
  }
  return usesWithPeople(c, found);
}

/** The uses that have people, of such that are named by their numbers. */
export function usesWithPeople(c: CompiledProblem, people: ReadonlyMap<number, number>): AssignedUses {
  const sorted = [...people].sort(([a], [b]) => a - b);
  return {
    uses: usesNumbered(
      c,
      sorted.map(([number]) => number),
    ),
    people: new Map(sorted.map(([, n], i) => [i, n])),
  };
}

/** The same people by their places in a list that holds all open uses. */
export function peopleAmong(all: Uses, { uses, people }: AssignedUses): PeopleInUses {
  return new Map(
    [...people].map(([i, n]) => [placeOfUse(all, uses.pool[i] ?? 0, uses.slot[i] ?? 0, uses.kind[i] ?? 0), n]),
  );
}
