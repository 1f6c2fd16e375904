import { dayOf, type Instant, type RequestId } from '@muster/terms';
import { awaitedConsents } from './awaited.ts';
import { carryOut, type Means } from './carry-out.ts';

/** Closes every consent of a request whose last day has gone by in silence. Returns how many. */
export async function lapseSilent(means: Means, requestId: RequestId, at: Instant): Promise<number> {
  const silent = (await awaitedConsents(means.record, requestId)).filter((c) => dayOf(at) > c.answerByOn);
  const answers = await Promise.all(
    silent.map(({ partyId, capacity, by, commandId }) =>
      carryOut(means, {
        commandId: commandId('l'),
        name: 'LapseConsent',
        at,
        by,
        data: { requestId, partyId, capacity },
      }),
    ),
  );
  return answers.filter((a) => a.outcome === 'recorded').length;
}
