import type { ConsentGranted } from '../events.ts';
import type { Opinion } from '../review/current-opinion.ts';
import type { BindingPolicy } from './binding-policy.ts';

/** Counsel's conditions as rules, each in the words it was given in. */
export const counselPolicies = (opinion: Opinion | undefined): BindingPolicy[] =>
  (opinion?.conditions ?? []).map(({ conditionId, words, maxPeople, ...terms }) => ({
    ...terms,
    policyId: `counsel.${conditionId}`,
    boundBy: 'review',
    words: `counsel's condition: ${words}`,
    mostPeople: maxPeople,
  }));

/** A sovereign's yes as one rule: it binds all service that rests on it. */
export function grantPolicy({ partyId, capacity, people, conditions }: ConsentGranted['data']): BindingPolicy {
  // The notice binds a withdrawal, not service.
  const { recallNoticeDays: _, ...terms } = conditions;
  return {
    ...terms,
    policyId: `${capacity}.${partyId}`,
    boundBy: 'consent',
    words: `${partyId} as ${capacity}`,
    mostPeople: people,
  };
}
