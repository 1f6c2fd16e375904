import type { RequestFact } from '@muster/request/events';
import { dayOf, type PartyId, type PersonId, type Recorded } from '@muster/terms';
import { type Work, workWords } from '../worked-on.ts';

/** The party that asks, and the event that says so. */
export interface Requester {
  readonly partyId: PartyId;
  readonly work: Work;
}

export function requesterIn(events: readonly Recorded[]): Requester | undefined {
  for (const { fact, stream, position, at } of events as readonly Recorded<RequestFact>[]) {
    if (fact.type !== 'RequestDrafted' && fact.type !== 'RequestSubmitted') continue;
    return { partyId: fact.data.requesterId, work: { event: fact.type, stream, position, on: dayOf(at) } };
  }
  return undefined;
}

/** Why this person may have no part in a consent, with the event that shows it; undefined when they may. */
export function workedOn(work: ReadonlyMap<PersonId, Work>, personId: PersonId): string | undefined {
  const done = work.get(personId);
  if (!done) return undefined;
  return done.event === 'OpinionGiven'
    ? `${personId} gave counsel's opinion on the request (${workWords(done)}); whoever reviews does not consent.`
    : `${personId} worked on the request (${workWords(done)}); whoever asks does not decide.`;
}

/** Why nobody of this party may stand in for another; undefined when they may. */
export const ofRequester = (requester: Requester, partyId: PartyId): string | undefined =>
  partyId === requester.partyId
    ? `${partyId} is the party that asks (${workWords(requester.work)}); whoever asks does not decide, for others neither.`
    : undefined;
