import type { DecisionFact } from '@muster/decision/events';
import { type CommandId, dayOf, decisionStream, type Instant, type PersonId, type RequestId } from '@muster/terms';
import { carryOut, type Means } from './carry-out.ts';

/** Closes every consent of a request whose last day has gone by in silence; each is looked at once a day. Returns how many. */
export async function lapseSilent(means: Means, requestId: RequestId, at: Instant): Promise<number> {
  const decided = await means.record.read(decisionStream(requestId));
  const lapsing = decided.flatMap(({ fact, by, commandId }) => {
    const known = fact as DecisionFact;
    if (known.type !== 'ConsentsSought') return [];
    return known.data.consents.map(({ partyId, capacity }, i) =>
      carryOut(means, {
        commandId: `${commandId}.l${i + 1}.${dayOf(at)}` as CommandId,
        name: 'LapseConsent',
        at,
        by: { personId: 'per_flow' as PersonId, partyId: by.partyId, role: 'flow' },
        data: { requestId, partyId, capacity },
      }),
    );
  });
  const answers = await Promise.all(lapsing);
  return answers.filter((a) => a.outcome === 'recorded').length;
}
