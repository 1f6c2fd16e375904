import { type StatefulAuthorizationCall, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import type { AuthorityQuestion } from '@muster/decision';
import { holdAction } from '../terms/read-terms.ts';

/** A question with all that Cedar must be told beside it. */
export interface CedarQuestion {
  readonly question: AuthorityQuestion;
  readonly sovereignId: string;
  readonly policySetId: string;
  readonly schemaId: string;
}

/** The ids of the policies that decide: those that forbid if any does, else all that permit. */
export function askCedar(asked: CedarQuestion): readonly string[] {
  const answer = statefulIsAuthorized(callFor(asked));
  if (answer.type === 'failure') throw new Error(`Cedar could not answer: ${answer.errors[0]?.message}`);
  const { reason, errors } = answer.response.diagnostics;
  // Cedar leaves out a policy that fails. A forbid left out would widen the law, so nothing is answered.
  const [failed] = errors;
  if (failed) throw new Error(`The policy "${failed.policyId}" failed: ${failed.error.message}`);
  return reason;
}

function callFor({ question, sovereignId, policySetId, schemaId }: CedarQuestion): StatefulAuthorizationCall {
  const { statusId, delegationIds, relation, act, placeId, hostConsent } = question;
  const resource = { type: 'Muster::Place', id: placeId };
  return {
    principal: { type: 'Muster::Status', id: statusId },
    action: { type: 'Muster::Action', id: act.kind === 'hold' ? holdAction : act.taskId },
    resource,
    context: {
      home: relation === 'home',
      away: relation === 'away',
      hostConsented: hostConsent === 'given',
      hostRefused: hostConsent === 'refused',
      delegations: delegationIds.map((id) => ({ __entity: { type: 'Muster::Delegation', id } })),
    },
    entities: [{ uid: resource, attrs: {}, parents: [{ type: 'Muster::Sovereign', id: sovereignId }] }],
    preparsedSchemaName: schemaId,
    preparsedPolicySetId: policySetId,
    validateRequest: true,
  };
}
