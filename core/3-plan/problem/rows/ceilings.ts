import { arrival } from '../levels/arrival.ts';
import { cost } from '../levels/cost.ts';
import { travel } from '../levels/travel.ts';
import type { RowFamilyOf } from './row-family.ts';

const levels = { arrival, travel, cost };

/** Arrival and cost may come to so much and no more: what a planner gives up for something else, such as a fairer share. */
export const ceilings: RowFamilyOf = (c) => {
  const all = (c.problem.ceilings ?? []).map((ceiling) => ({ ...ceiling, level: levels[ceiling.objective](c) }));
  return {
    id: 'ceiling',
    unit: 'in all',
    sentence: 'Arrival and cost come to no more than the planner allows.',
    count: all.length,
    name: (row) => all[row]?.objective ?? '',
    low: () => Number.NEGATIVE_INFINITY,
    high: (row) => all[row]?.most ?? 0,
    touch: (uses, use, visit) => {
      for (const [row, { level }] of all.entries()) {
        const perPerson = level.perPerson(uses, use);
        if (perPerson > 0) visit(row, perPerson);
      }
    },
  };
};
