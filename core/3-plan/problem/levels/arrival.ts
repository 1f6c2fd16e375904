import { daysOf, type LevelOf, nothing } from './level.ts';

/** People come from as near, and are ready as soon, as can be. */
export const arrival: LevelOf = (c) => ({
  level: 'arrival',
  unit: 'days of waiting x people-days',
  meaning: 'days until people are there, over all people and days',
  perPerson: (uses, use) => {
    const pool = uses.pool[use] ?? 0;
    const wait = (c.pools[pool]?.readyDays ?? 0) + c.travelDays(pool, uses.line[use] ?? 0);
    return wait * daysOf(c, uses, use);
  },
  perLacking: nothing,
  constant: 0,
});
