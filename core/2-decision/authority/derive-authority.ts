import { type Act, decisionStream, refuse, requestIdSchema } from '@muster/terms';
import { z } from 'zod';
import type { AuthorityClass, AuthorityDerived } from '../events.ts';
import { gatherSubmitted, notAddressee, notSubmitted, type SubmittedRequest } from '../submitted-request.ts';
import type { LawPort } from './law-port.ts';
import { serviceKindSchema } from './service-kind.ts';
import { kindKey } from './service-verdict.ts';
import type { DecidingPolicy, ServiceKind } from './verdict.ts';
import { verdictThroughout } from './verdict-for.ts';

const data = z.strictObject({
  requestId: requestIdSchema,
  /** The kinds of service that could be thought of for this request. */
  kinds: z.array(serviceKindSchema).min(1).max(40),
});
type Data = z.infer<typeof data>;

/** Asks the law what each kind of service may do on each line throughout its period, and whose consent that takes. */
export const deriveAuthority: Act<
  'DeriveAuthority',
  Data,
  SubmittedRequest | undefined,
  AuthorityDerived,
  { law: LawPort }
> = {
  name: 'DeriveAuthority',
  doc: 'Ask the law, for every line and every kind of service named, whether it is permitted and whose consent it needs.',
  who: ['sourcingOfficer', 'counsel', 'flow'],
  data,
  writes: (d) => decisionStream(d.requestId),
  gather: gatherSubmitted,
  decide: (request, command, { law }) => {
    const asked = `To derive authority for the request "${command.data.requestId}".`;
    if (!request) return notSubmitted(asked);
    const barred = notAddressee(request, command.by, asked);
    if (barred) return barred;
    const unknown = unknownTerms(command.data.kinds, law);
    if (unknown.length > 0) {
      return refuse('DECISION_TERM_UNKNOWN', {
        asked,
        why: `The law pack ${law.pack} does not know ${unknown.join(', ')}.`,
        allowed: `It knows the statuses ${[...law.terms.statuses.keys()].join(', ')}, and the delegations ${[...law.terms.delegations.keys()].join(', ')}.`,
      });
    }
    return [{ type: 'AuthorityDerived', version: 1, data: derive(request, command.data.kinds, law) }];
  },
};

const unknownTerms = (kinds: readonly ServiceKind[], law: LawPort): string[] =>
  kinds.flatMap((k) => [
    ...(law.terms.statuses.has(k.statusId) ? [] : [`the status "${k.statusId}"`]),
    ...k.delegationIds.filter((d) => !law.terms.delegations.has(d)).map((d) => `the delegation "${d}"`),
  ]);

function derive(request: SubmittedRequest, kinds: readonly ServiceKind[], law: LawPort): AuthorityDerived['data'] {
  const policies = new Map<string, DecidingPolicy>();
  const classes = new Map<string, AuthorityClass & { lineIds: AuthorityClass['lineIds'][number][] }>();
  for (const line of request.lines) {
    for (const kind of kinds) {
      for (const relation of ['home', 'away'] as const) {
        const { placeId, taskId } = line;
        const question = { kind, relation, taskId, placeId, hostConsent: 'unanswered' as const };
        const verdict = verdictThroughout(law, question, line.period);
        for (const policy of verdict.because) policies.set(policy.policyId, policy);
        const because = verdict.because.map((p) => p.policyId);
        const key = JSON.stringify([kindKey(kind), relation, taskId, verdict.kind, verdict.needs, because]);
        const found = classes.get(key);
        if (found) found.lineIds.push(line.lineId);
        else {
          const { needs, contested } = verdict;
          const lineIds = [line.lineId];
          classes.set(key, { kind, relation, taskId, lineIds, verdict: verdict.kind, needs, contested, because });
        }
      }
    }
  }
  return {
    requestId: request.requestId,
    requestVersion: request.requestVersion,
    pack: law.pack,
    classes: [...classes.values()],
    policies: [...policies.values()],
  };
}
