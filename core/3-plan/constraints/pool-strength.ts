import type { Arc } from '../arc.ts';
import { type PlanConstraint, rowsByKey } from '../model/plan-model.ts';
import { committedElsewhere } from '../pools/lendable.ts';

export const poolStrength: PlanConstraint = {
  id: 'pool-strength',
  unit: 'people',
  sentence: 'No pool gives more people at a time than it has, those committed to other requests taken off.',
  rows: ({ picture, arcs }) => {
    const keyOf = (a: Arc) => `${a.lenderId} ${a.pool.poolId} ${a.period.fromOn}`;
    const strength = new Map<string, number>();
    for (const arc of arcs) {
      const { lenderId, pool, period } = arc;
      const key = keyOf(arc);
      if (strength.has(key)) continue;
      strength.set(key, Math.max(0, pool.people - committedElsewhere(picture, lenderId, pool.poolId, period.fromOn)));
    }
    return rowsByKey(
      arcs,
      (a) => [keyOf(a)],
      (key) => strength.get(key) ?? 0,
      'pool-strength',
    );
  },
};
