import { picksOf } from '../compile-problem.ts';
import { picksDays, picksPool } from '../selector.ts';
import type { RowFamilyOf } from './row-family.ts';

/** What a sovereign, counsel or the planner limits: at most so many people at any time over all that is picked. */
export const limits: RowFamilyOf = (c) => {
  const stretches = c.stretches.length;
  const all = c.problem.limits;
  const selectors = all.flatMap((limit, i) =>
    limit.selects.map((select) => ({
      limit: i,
      select,
      onLine: Uint8Array.from(c.lines, (line) => (picksOf(select, line) ? 1 : 0)),
      onKind: Uint8Array.from(c.kinds, (kind) => ((select.kinds?.includes(kind) ?? true) ? 1 : 0)),
      inDays: Uint8Array.from(c.stretches, ({ fromOn, toOn }) => (picksDays(select, fromOn, toOn) ? 1 : 0)),
    })),
  );
  const byPool = c.pools.map((pool) => selectors.filter(({ select }) => picksPool(select, pool)));
  return {
    id: 'limit',
    unit: 'people',
    sentence: 'At no time do more people serve under a consent or a condition than it allows.',
    count: all.length * stretches,
    name: (row) => `${all[Math.floor(row / stretches)]?.limitId} from ${c.stretches[row % stretches]?.fromOn}`,
    low: () => Number.NEGATIVE_INFINITY,
    high: (row) => all[Math.floor(row / stretches)]?.mostPeople ?? 0,
    touch: (uses, use, visit) => {
      const mine = byPool[uses.pool[use] ?? 0] ?? [];
      if (mine.length === 0) return;
      const line = uses.line[use] ?? 0;
      const kind = uses.kind[use] ?? 0;
      const first = c.slots[uses.slot[use] ?? 0]?.stretch ?? 0;
      const end = first + (uses.slots[use] ?? 0);
      for (let s = first; s < end; s++) {
        // Counted once, however many of a limit's selectors pick it; they stand together.
        let before = -1;
        for (const { limit, onLine, onKind, inDays } of mine) {
          if (limit === before || onLine[line] !== 1 || onKind[kind] !== 1 || inDays[s] !== 1) continue;
          before = limit;
          visit(limit * stretches + s, 1);
        }
      }
    },
  };
};
