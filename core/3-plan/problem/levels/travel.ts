import { daysOf, type LevelOf, nothing } from './level.ts';

/** People come from as near as can be. */
export const travel: LevelOf = (c) => ({
  level: 'travel',
  unit: 'days of travel x people-days',
  meaning: 'days of travel, over all people and days',
  perPerson: (uses, use) => c.travelDays(uses.pool[use] ?? 0, uses.line[use] ?? 0) * daysOf(c, uses, use),
  perLacking: nothing,
  constant: 0,
});
