import { type PlanConstraint, rowsByKey } from '../model/plan-model.ts';
import { lendable } from '../pools/lendable.ts';

export const reserveFloor: PlanConstraint = {
  id: 'reserve-floor',
  unit: 'people',
  sentence: 'Every lender keeps at home at least the reserve it named.',
  rows: ({ picture, arcs }) =>
    rowsByKey(
      arcs,
      (a) => [`${a.lenderId} ${a.period.fromOn}`],
      (key) => lendable(picture.offers, key.split(' ')[0] ?? ''),
      'reserve-floor',
    ),
};
