import type { Command, CommandId, PersonId, Recorded } from '@muster/terms';
import type { AnyFact } from './facts.ts';

/** Muster itself, acting for the party whose fact it follows. */
const flowPerson = 'per_flow' as PersonId;

/** The types of facts that set something going; of these alone whoever looks for what is open needs to read. */
export const typesFollowed = [
  'RequestSubmitted',
  'OpinionGiven',
  'ConsentsSought',
  'ConsentWithdrawn',
  'RequestWithdrawn',
  'PlanCommitted',
  'PlanBroken',
  'PlanOvertaken',
  'PlanReleased',
] as const;
type FollowedFact = Extract<AnyFact, { readonly type: (typeof typesFollowed)[number] }>;

const isFollowed = (fact: AnyFact): fact is FollowedFact => typesFollowed.some((type) => type === fact.type);

/**
 * What one stage's fact sets going in another. Ids are derived, so that following twice does nothing twice; each
 * holds a dot, which no id that is given may hold, so that nobody can use up the id of what is to follow.
 */
export function followUps(event: Recorded<AnyFact>): Command[] {
  const { fact } = event;
  if (!isFollowed(fact)) return [];
  const next = (name: string, data: unknown, n = 1, partyId = event.by.partyId): Command => ({
    commandId: `${event.commandId}.f${event.position}.${n}` as CommandId,
    name,
    at: event.at,
    by: { personId: flowPerson, partyId, role: 'flow' },
    data,
  });
  switch (fact.type) {
    case 'RequestSubmitted': {
      const { requestId, requestVersion } = fact.data;
      const because = { decided: 'version', requestVersion };
      return requestVersion > 1 ? [next('OvertakePlan', { requestId, because })] : [];
    }
    case 'OpinionGiven': {
      const { requestId, requestVersion } = fact.data;
      return [next('OvertakePlan', { requestId, because: { decided: 'opinion', requestVersion } })];
    }
    case 'ConsentsSought': {
      const { requestId, requestVersion, kinds, answerByOn } = fact.data;
      return fact.data.consents.map((consent, i) =>
        next('AskConsent', { requestId, requestVersion, kinds, answerByOn, ...consent }, i + 1),
      );
    }
    case 'ConsentWithdrawn': {
      const { requestId, partyId, capacity } = fact.data;
      // For the sovereign, also where somebody of another party stood in for it.
      return [next('BreakPlan', { requestId, because: { partyId, capacity } }, 1, partyId)];
    }
    case 'RequestWithdrawn':
      return [next('ReleasePlan', { requestId: fact.data.requestId })];
    case 'PlanCommitted':
    case 'PlanBroken':
    case 'PlanOvertaken':
    case 'PlanReleased':
      return [next('IssueOrders', { requestId: fact.data.requestId })];
  }
}
