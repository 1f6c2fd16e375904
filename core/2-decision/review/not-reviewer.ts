import {
  consentStream,
  type PartyId,
  type PersonId,
  type ReadStream,
  type Recorded,
  type Refusal,
  type RequestId,
  refuse,
  requestStream,
} from '@muster/terms';
import type { DecisionFact } from '../events.ts';
import { type Work, workIn, workWords } from '../worked-on.ts';

/** Who had a part in the request that does not go with counsel's: who asked for it, or answered for a sovereign. */
export async function gatherParts(
  read: ReadStream,
  requestId: RequestId,
  decided: readonly DecisionFact[],
): Promise<ReadonlyMap<PersonId, Work>> {
  const sought = decided.flatMap((f) => (f.type === 'ConsentsSought' ? f.data.consents : []));
  const streams = new Set(sought.map((c) => consentStream(requestId, c.capacity, c.partyId)));
  const events: Recorded[] = [...(await read(requestStream(requestId)))];
  for (const stream of streams) events.push(...(await read(stream)));
  return workIn(events);
}

/** Why this person may not review the request, in whatever party's name; undefined when they may. */
export function notReviewer(
  parts: ReadonlyMap<PersonId, Work>,
  personId: PersonId,
  addresseeId: PartyId,
  asked: string,
): Refusal | undefined {
  const part = parts.get(personId);
  if (!part) return undefined;
  const why = part.event.startsWith('Consent')
    ? `${personId} answered for a sovereign (${workWords(part)}); whoever consents does not review.`
    : `${personId} worked on the request (${workWords(part)}); whoever asks does not decide.`;
  return refuse('REVIEW_SAME_PERSON', {
    asked,
    why,
    allowed: `Another counsel of ${addresseeId} may give an opinion.`,
  });
}
