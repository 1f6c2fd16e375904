import { type LevelOf, nothing } from './level.ts';
import { priorityWeight } from './priority-weight.ts';

/** As few people-days lacking as can be, the urgent lines first. */
export const fill: LevelOf = (c) => ({
  level: 'fill',
  unit: 'weighted people-days',
  meaning: 'people-days lacking, weighted 16, 8, 4, 2, 1 by priority',
  perPerson: nothing,
  perLacking: (slot) => {
    const at = c.slots[slot];
    return at ? priorityWeight(c.lines[at.line]?.priority ?? 5) * at.days : 0;
  },
  constant: 0,
});
