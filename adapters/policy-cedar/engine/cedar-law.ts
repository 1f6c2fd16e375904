import type { AuthorityQuestion, LawPort, Verdict } from '@muster/decision';
import type { CompiledPack } from '../compile-pack.ts';
import type { PackTerms } from '../terms/read-terms.ts';
import { askCedar } from './ask-cedar.ts';
import { preparePolicies, prepareSchema } from './prepare.ts';
import { questionKey } from './question-key.ts';
import { sliceOn, type TimeSlice, timeSlices } from './time-slice.ts';
import { verdictOf } from './verdict-of.ts';

/** Answers questions of law by a pack's Cedar policies, each class of question once. */
export function cedarLaw({ heading, terms, schema, policies }: CompiledPack): LawPort {
  const pack = `${heading.id} ${heading.version}`;
  const schemaId = prepareSchema(schema);
  const slices = timeSlices(policies);
  // A plan asks about few days, so most slices are never needed: each is handed to Cedar when first asked.
  const policySetIds = new Map<TimeSlice, string>();
  const keyOf = questionKey(policies, terms);
  const answered = new Map<string, Verdict>();

  function answer(question: AuthorityQuestion): Verdict {
    const slice = sliceOn(slices, question.on);
    const sovereignId = terms.places.get(question.placeId)?.sovereignId;
    if (!slice || sovereignId === undefined || !knows(terms, question)) return verdictOf([], [], pack);
    const key = keyOf(question, slice);
    const before = answered.get(key);
    if (before) return before;

    const policySetId = policySetIds.get(slice) ?? preparePolicies(slice);
    policySetIds.set(slice, policySetId);
    const ids = new Set(askCedar({ question, sovereignId, policySetId, schemaId }));
    const applying = [...slice.policies.values()].filter((policy) => ids.has(policy.deciding.policyId));
    const verdict = verdictOf(applying, terms.capacities.keys(), pack);
    answered.set(key, verdict);
    return verdict;
  }

  return { pack, terms, verdict: answer };
}

/** A word the pack doesn't know is no ground for a yes, even where a rule doesn't look at it. */
const knows = (terms: PackTerms, { statusId, delegationIds, act }: AuthorityQuestion): boolean =>
  terms.statuses.has(statusId) &&
  delegationIds.every((id) => terms.delegations.has(id)) &&
  (act.kind === 'hold' || terms.tasks.has(act.taskId));
