import type { BindingPolicy, LawTerms } from '@muster/decision';
import { count } from './text.ts';

/** Each condition as one sentence, with who bound it. */
export const printConditions = (policies: readonly BindingPolicy[], terms: LawTerms): string =>
  policies.map((policy) => `${policy.policyId}\n    ${sentence(policy, terms)}`).join('\n');

function sentence(policy: BindingPolicy, terms: LawTerms): string {
  const named = (ids: readonly string[], words: ReadonlyMap<string, { readonly label: string }>) =>
    ids.map((id) => words.get(id)?.label ?? id).join(', ');
  const places = (ids: readonly string[]) =>
    ids.map((id) => [...terms.places.values()].find((p) => p.placeId === id)?.name ?? id).join(', ');
  const {
    onlyTaskIds,
    barredTaskIds,
    onlyPlaceIds,
    onlyStatusIds,
    barredStatusIds,
    requiredDelegationIds,
    presentCapacities,
    period,
  } = policy;
  const parts = [
    policy.mostPeople === undefined ? '' : `at most ${count(policy.mostPeople)} people at a time`,
    onlyTaskIds ? `only for ${named(onlyTaskIds, terms.tasks)}` : '',
    barredTaskIds ? `not for ${named(barredTaskIds, terms.tasks)}` : '',
    onlyPlaceIds ? `only in ${places(onlyPlaceIds)}` : '',
    onlyStatusIds ? `only under ${named(onlyStatusIds, terms.statuses)}` : '',
    barredStatusIds ? `not under ${named(barredStatusIds, terms.statuses)}` : '',
    requiredDelegationIds ? `only with ${named(requiredDelegationIds, terms.delegations)}` : '',
    presentCapacities ? `with ${named(presentCapacities, terms.capacities)} at the work` : '',
    period ? `from ${period.fromOn} until before ${period.toOn}` : '',
  ].filter(Boolean);
  const where = policy.lineIds ? ` on ${policy.lineIds.join(', ')}` : '';
  const who = policy.boundBy === 'review' ? ` (${policy.words})` : '';
  const [first = 'no limit', ...rest] = parts;
  return `${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ')}${where}.${who}`;
}
