import { type Refusal, refuse } from '@muster/terms';
import type { LawPort } from '../authority/law-port.ts';
import { kindKey, kindLabel } from '../authority/service-verdict.ts';
import type { ServiceKind } from '../authority/verdict.ts';
import { type Hypothesis, supposesNothing } from './hypothesis.ts';
import type { Situation } from './situation.ts';

/** Why a hypothesis can't be weighed; undefined when it can. */
export function hypothesisLacking(situation: Situation, law: LawPort, hypothesis: Hypothesis): Refusal | undefined {
  const { requestId } = situation.picture.request;
  const asked = `To say what would follow for the request "${requestId}" if something were otherwise.`;
  if (supposesNothing(hypothesis)) {
    return refuse('DECISION_NOTHING_SUPPOSED', {
      asked,
      why: 'Nothing is supposed to be otherwise.',
      allowed:
        'Suppose that a party refuses, that a task is barred, that people serve under another status instead, or that only some kinds of service are used; any of them together.',
    });
  }
  if (situation.askings.length === 0) {
    return refuse('CONSENT_NOT_SOUGHT', {
      asked,
      why: 'No consents have been sought yet, so nobody is known whose people might serve.',
      allowed: 'Seek consents first. `muster law why` answers for one status, task and place without them.',
    });
  }
  const unknown = unknownTerms(law, hypothesis);
  if (unknown.length > 0) {
    return refuse('DECISION_TERM_UNKNOWN', {
      asked,
      why: `The law pack ${law.pack} does not know ${unknown.join(', ')}.`,
      allowed: 'Name parties, tasks, statuses and delegations of the pack.',
    });
  }
  return kindNotUsed(situation, law, hypothesis, asked);
}

function unknownTerms({ terms }: LawPort, { refuses, barred, instead, onlyKinds }: Hypothesis): string[] {
  const kinds = [...(instead ? [instead.to] : []), ...(onlyKinds ?? [])];
  const statusIds = [...kinds.map((k) => k.statusId), ...(instead?.from ? [instead.from] : [])];
  return [
    ...(refuses ?? []).filter((id) => !terms.parties.has(id)).map((id) => `the party "${id}"`),
    ...(barred ?? []).filter((id) => !terms.tasks.has(id)).map((id) => `the task "${id}"`),
    ...statusIds.filter((id) => !terms.statuses.has(id)).map((id) => `the status "${id}"`),
    ...kinds
      .flatMap((k) => k.delegationIds)
      .filter((id) => !terms.delegations.has(id))
      .map((id) => `the delegation "${id}"`),
  ];
}

function kindNotUsed(
  { askings }: Situation,
  law: LawPort,
  { instead, onlyKinds }: Hypothesis,
  asked: string,
): Refusal | undefined {
  const used = new Map(askings.flatMap((a) => a.kinds.map(({ kind }) => [kindKey(kind), kind])));
  const labels = (kinds: Iterable<ServiceKind>) => [...kinds].map((kind) => kindLabel(law, kind)).join(', ');
  const refused = (why: string) =>
    refuse('DECISION_KIND_NOT_USED', {
      asked,
      why,
      allowed: `Consents were sought for ${labels(used.values())}; another kind comes in as one instead of these.`,
    });
  const from = instead?.from;
  if (from !== undefined && ![...used.values()].some((kind) => kind.statusId === from)) {
    return refused(`Nobody is asked to serve under ${kindLabel(law, { statusId: from, delegationIds: [] })} here.`);
  }
  const strange = (onlyKinds ?? []).filter(
    (kind) => !used.has(kindKey(kind)) && !(instead && kindKey(instead.to) === kindKey(kind)),
  );
  return strange.length > 0 ? refused(`Nobody is asked to serve under ${labels(strange)} here.`) : undefined;
}
