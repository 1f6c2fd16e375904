import type { Arc } from '../arc.ts';
import { type PlanConstraint, rowsByKey } from '../model/plan-model.ts';

export const poolStrength: PlanConstraint = {
  id: 'pool-strength',
  unit: 'people',
  sentence: 'No pool gives more people at a time than it has.',
  rows: ({ arcs }) => {
    const keyOf = (a: Arc) => `${a.lenderId} ${a.pool.poolId} ${a.period.fromOn}`;
    const strength = new Map(arcs.map((a) => [keyOf(a), a.pool.people]));
    return rowsByKey(
      arcs,
      (a) => [keyOf(a)],
      (key) => strength.get(key) ?? 0,
      'pool-strength',
    );
  },
};
