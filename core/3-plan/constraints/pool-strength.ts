import { type PlanConstraint, rowsByKey } from '../model/plan-model.ts';

export const poolStrength: PlanConstraint = {
  id: 'pool-strength',
  unit: 'people',
  sentence: 'No pool gives more people at a time than it has.',
  rows: ({ arcs }) => {
    const strength = new Map(arcs.map((a) => [`${a.pool.poolId} ${a.period.fromOn}`, a.pool.people]));
    return rowsByKey(
      arcs,
      (a) => [`${a.pool.poolId} ${a.period.fromOn}`],
      (key) => strength.get(key) ?? 0,
      'pool-strength',
    );
  },
};
