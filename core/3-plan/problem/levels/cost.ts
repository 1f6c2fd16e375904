import { daysOf, type LevelOf, nothing } from './level.ts';

export const cost: LevelOf = (c) => ({
  level: 'cost',
  unit: 'cents',
  meaning: 'cost in cents',
  perPerson: (uses, use) => (c.pools[uses.pool[use] ?? 0]?.personDayCents ?? 0) * daysOf(c, uses, use),
  perLacking: nothing,
  constant: 0,
});
