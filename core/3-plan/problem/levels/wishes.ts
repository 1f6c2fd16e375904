import { picksOf } from '../compile-problem.ts';
import { picksDays, picksKind, picksPool } from '../selector.ts';
import { type LevelOf, nothing } from './level.ts';

/** People where the planner would rather have them, or rather not. */
export const wishes: LevelOf = (c) => {
  const all = c.problem.wishes;
  const byPool = c.pools.map((pool) => all.filter((wish) => picksPool(wish.select, pool)));
  return {
    level: 'wishes',
    unit: 'people',
    meaning: 'people in uses to avoid, less people in uses preferred',
    perPerson: (uses, use) => {
      const line = c.lines[uses.line[use] ?? 0];
      const kind = c.kinds[uses.kind[use] ?? 0] ?? '';
      const period = c.slots[uses.slot[use] ?? 0]?.period;
      let sum = 0;
      for (const { select, want } of byPool[uses.pool[use] ?? 0] ?? []) {
        const picked =
          line &&
          period &&
          picksOf(select, line) &&
          picksKind(select, kind) &&
          picksDays(select, period.fromOn, period.toOn);
        if (picked) sum += want === 'avoid' ? 1 : -1;
      }
      return sum;
    },
    perLacking: nothing,
    constant: 0,
  };
};
