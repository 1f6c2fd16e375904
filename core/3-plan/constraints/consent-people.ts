import { type PlanConstraint, rowsByKey } from '../model/plan-model.ts';
import { grantedPeople } from '../planning-picture.ts';

export const consentPeople: PlanConstraint = {
  id: 'consent-people',
  unit: 'people',
  sentence: 'At no time do more people serve under a consent than it was granted for.',
  rows: ({ picture, arcs }) =>
    rowsByKey(
      arcs,
      (a) => a.consentKeys.map((key) => `${key} ${a.period.fromOn}`),
      (key) => grantedPeople(picture, key.split(' ').slice(0, 2).join(' ')),
      'consent-people',
    ),
};
