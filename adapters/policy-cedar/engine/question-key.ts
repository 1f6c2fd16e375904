import { policyToJson } from '@cedar-policy/cedar-wasm/nodejs';
import type { AuthorityQuestion } from '@muster/decision';
import { entitiesIn } from '../rules/entities-in.ts';
import type { LawPolicy } from '../rules/law-policy.ts';
import type { PackTerms } from '../terms/read-terms.ts';
import type { TimeSlice } from './time-slice.ts';

/**
 * One key for all questions the law can't tell apart. A place counts only where some policy names
 * it or its sovereign; in a national plan that makes one question of fifty-four.
 */
export function questionKey(policies: readonly LawPolicy[], terms: PackTerms) {
  const named = new Set(
    policies.flatMap(({ text }) => entitiesIn(policyToJson(text), terms)).map((entity) => entity.name),
  );
  return (question: AuthorityQuestion, slice: TimeSlice): string => {
    const { statusId, delegationIds, relation, act, placeId, hostConsent } = question;
    const sovereignId = terms.places.get(placeId)?.sovereignId ?? '';
    const place = named.has(placeId) || named.has(sovereignId) ? placeId : '';
    const task = act.kind === 'hold' ? '' : act.taskId;
    return [slice.fromOn, statusId, [...delegationIds].sort().join('+'), relation, task, place, hostConsent].join(' ');
  };
}
