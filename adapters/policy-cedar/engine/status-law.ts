import type { AuthorityQuestion, Verdict } from '@muster/decision';
import type { LawPolicy } from '../rules/law-policy.ts';
import type { PackTerms } from '../terms/read-terms.ts';
import { preparePolicies } from './prepare.ts';
import type { TimeSlice } from './time-slice.ts';

/** The law of one stretch of days for one status, and what has been asked of it. */
export interface StatusLaw {
  /** Only those that can apply to the status: Cedar needs not be asked about the rest. */
  readonly policies: readonly LawPolicy[];
  /** The name under which Cedar keeps them; undefined where there are none. */
  readonly policySetId: string | undefined;
  readonly answered: Map<number, Verdict>;
  /** One number for all questions this law can't tell apart; undefined where the pack doesn't know a word. */
  keyOf(question: AuthorityQuestion): number | undefined;
}

/**
 * What the policies don't look at, the key leaves out: a place that no policy names is any place,
 * and a host's consent counts only where some policy asks about it. So a national plan of thousands
 * of classes puts some hundred questions to Cedar. Numbers, not text: a plan looks up millions.
 */
export function statusLaw(slice: TimeSlice, statusId: string, terms: PackTerms): StatusLaw {
  const policies = slice.policies.filter(({ looksAt }) => (looksAt.statusId ?? statusId) === statusId);
  const seen = policies.map((policy) => policy.looksAt);
  const relation = seen.some((one) => one.relation);
  const hostConsented = seen.some((one) => one.hostConsented);
  const hostRefused = seen.some((one) => one.hostRefused);
  const delegations = delegationKey(policies, terms);
  const tasks = new Map<string, number>([...terms.tasks.keys()].map((taskId, i) => [taskId, i + 1]));
  const named = new Set(seen.flatMap((one) => [...one.places]));
  const places = new Map<string, number>(
    [...terms.places].map(([placeId, { sovereignId }], i) => [
      placeId,
      named.has(placeId) || named.has(sovereignId) ? i + 1 : 0,
    ]),
  );

  function keyOf({ act, placeId, hostConsent, delegationIds, relation: where }: AuthorityQuestion): number | undefined {
    const task = act.kind === 'hold' ? 0 : tasks.get(act.taskId);
    const place = places.get(placeId);
    const held = delegations(delegationIds);
    if (task === undefined || place === undefined || held === undefined) return undefined;
    const away = relation && where === 'away' ? 1 : 0;
    const answer = hostConsent === 'given' && hostConsented ? 1 : hostConsent === 'refused' && hostRefused ? 2 : 0;
    return (((held * (places.size + 1) + place) * (tasks.size + 1) + task) * 2 + away) * 3 + answer;
  }

  const policySetId = policies.length > 0 ? preparePolicies(policies) : undefined;
  return { policies, policySetId, answered: new Map(), keyOf };
}

/** A number for the delegations held, of those that some policy looks at; undefined for one the pack doesn't know. */
function delegationKey(policies: readonly LawPolicy[], terms: PackTerms) {
  const matters = (id: string) =>
    policies.some(({ looksAt }) => looksAt.delegations === 'all' || looksAt.delegations.has(id));
  const known = new Map<string, string>([...terms.delegations.keys()].map((id) => [id, matters(id) ? id : '']));
  const numbers = new Map<string, number>([['', 0]]);

  return (ids: readonly string[]): number | undefined => {
    if (ids.length === 0) return 0;
    const [first = ''] = ids;
    const text = ids.length === 1 ? known.get(first) : textOf(ids);
    if (text === undefined) return undefined;
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };

  function textOf(ids: readonly string[]): string | undefined {
    const held = ids.map((id) => known.get(id));
    if (held.includes(undefined)) return undefined;
    return [...new Set(held)]
      .filter((id) => id !== '')
      .sort()
      .join('+');
  }
}
