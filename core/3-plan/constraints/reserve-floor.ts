import type { Day, PartyId } from '@muster/terms';
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
      (key) => {
        const [lenderId, fromOn] = key.split(' ');
        return lendable(picture, lenderId as PartyId, fromOn as Day);
      },
      'reserve-floor',
    ),
};
