import type { CompiledProblem } from './compile-problem.ts';
import { type Hindrance, hindrances, isOpen, reaches } from './uses.ts';

/** A line that no pool may serve at any of its times, and what stands in the way of the most pools. */
export interface UnservedLine {
  readonly lineId: string;
  readonly people: number;
  readonly barrier: Hindrance['barrier'] | 'strength';
  readonly words: string;
}

/** Lines that nobody may serve, whoever else is planned: of those that are named. */
export function unservedLines(c: CompiledProblem, lineIds: ReadonlySet<string>): readonly UnservedLine[] {
  return c.lines.flatMap((line, l): UnservedLine[] => {
    if (!lineIds.has(line.ofLineId) || mayBeServed(c, l)) return [];
    const { lineId, people } = line;
    const found = c.pools.flatMap((pool, p) =>
      pool.people === 0 ? [] : reaches(c, l).flatMap(([, , period]) => firstHindrances(c, p, l, period)),
    );
    const counts = new Map<Hindrance['barrier'], number>();
    for (const { barrier } of found) counts.set(barrier, (counts.get(barrier) ?? 0) + 1);
    const [most] = [...counts].sort(([, a], [, b]) => b - a);
    const words = most && found.find((hindrance) => hindrance.barrier === most[0])?.words;
    return [{ lineId, people, barrier: most?.[0] ?? 'strength', words: words ?? 'nobody is offered' }];
  });
}

/** What stands in a pool's way first, kind by kind. */
const firstHindrances = (c: CompiledProblem, p: number, l: number, period: Parameters<typeof hindrances>[3]) =>
  (c.pools[p]?.kinds ?? []).flatMap((kind) => hindrances(c, p, l, period, kind).slice(0, 1));

const mayBeServed = (c: CompiledProblem, l: number): boolean =>
  c.pools.some(
    (pool, p) =>
      pool.people > 0 && reaches(c, l).some(([slot]) => pool.kinds.some((kind) => isOpen(c, p, l, slot, kind))),
  );
