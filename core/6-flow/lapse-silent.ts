import {
  type ConsentFact,
  type ConsentState,
  type DecisionFact,
  evolveConsent,
  noConsent,
} from '@muster/decision/events';
import {
  type Actor,
  type CommandId,
  consentStream,
  dayOf,
  decisionStream,
  type Instant,
  type PersonId,
  type RequestId,
} from '@muster/terms';
import { carryOut, type Means } from './carry-out.ts';

/** Closes every consent of a request whose last day has gone by in silence. Returns how many. */
export async function lapseSilent(means: Means, requestId: RequestId, at: Instant): Promise<number> {
  const decided = await means.record.read(decisionStream(requestId));
  const sought = decided.flatMap(({ fact, by, commandId }) => {
    const known = fact as DecisionFact;
    return known.type === 'ConsentsSought'
      ? known.data.consents.map((consent, i) => ({ ...consent, by, commandId: `${commandId}.l${i + 1}` as CommandId }))
      : [];
  });
  const lapsing = sought.map(async ({ partyId, capacity, by, commandId }) => {
    const events = await means.record.read(consentStream(requestId, capacity, partyId));
    const consent = events.map((e) => e.fact as ConsentFact).reduce<ConsentState>(evolveConsent, noConsent);
    if (consent.status !== 'asked' || dayOf(at) <= consent.ask.answerByOn) return 0;
    const flow: Actor = { personId: 'per_flow' as PersonId, partyId: by.partyId, role: 'flow' };
    const data = { requestId, partyId, capacity };
    const answer = await carryOut(means, { commandId, name: 'LapseConsent', at, by: flow, data });
    return answer.outcome === 'recorded' ? 1 : 0;
  });
  const lapsed: number[] = await Promise.all(lapsing);
  return lapsed.reduce((a, b) => a + b, 0);
}
