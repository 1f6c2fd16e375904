import { dayOf } from '@muster/terms';
import type { Lie } from './lie.ts';
import type { KnownEvent } from './story.ts';

const hasAsked = (personId: string, seen: readonly KnownEvent[]): boolean =>
  seen.some((e) => e.stream.startsWith('request/') && e.by.personId === personId);

/** Nobody who asked gives the opinion. */
export function opinionLie({ by }: KnownEvent, seen: readonly KnownEvent[]): Lie | undefined {
  if (hasAsked(by.personId, seen))
    return { truth: 'askers-do-not-decide', words: 'somebody who asked has given the opinion' };
  return by.partyId === 'union.asker'
    ? { truth: 'askers-do-not-decide', words: 'whoever asks has decided' }
    : undefined;
}

/** One answer to one ask, in time. */
export function answerLie(event: KnownEvent, seen: readonly KnownEvent[]): Lie | undefined {
  const mine = seen.filter((e) => e.stream === event.stream && e.fact.type !== 'ConsentReminded');
  const ask = mine.at(-2)?.fact;
  if (ask?.type !== 'ConsentAsked')
    return { truth: 'answered-once', words: 'it answers what was not asked, or was answered before' };
  if (dayOf(event.at) > ask.data.answerByOn) return { truth: 'answered-once', words: 'it came too late' };
  const { fact } = event;
  return fact.type === 'ConsentGranted' && fact.data.people > ask.data.people
    ? { truth: 'answered-once', words: 'it is for more people than were asked for' }
    : undefined;
}

/** By the sovereign itself or whom it named; never by somebody who asked, nor through anybody whom such a one has named. */
export function speakerLie(
  { stream, by, at, fact }: KnownEvent,
  seen: readonly KnownEvent[],
  people: number,
): Lie | undefined {
  const decides = (words: string): Lie => ({ truth: 'askers-do-not-decide', words });
  const another = (words: string): Lie => ({ truth: 'own-sovereign-answers', words });
  if (hasAsked(by.personId, seen)) return decides('somebody who asked has consented');
  const reviewed = seen.some((e) => e.fact.type === 'OpinionGiven' && e.by.personId === by.personId);
  if (reviewed) return decides('counsel who gave the opinion has consented');
  const [, , capacity = '', sovereign] = stream.split('/');
  if (by.partyId === sovereign) return undefined;
  const { standInId } = fact.data as { readonly standInId?: string };
  const mine = seen.filter((e) => e.stream === `standins/${sovereign}`);
  const named = mine.find((e) => e.fact.type === 'StandInNamed' && e.fact.data.standInId === standInId);
  if (named?.fact.type !== 'StandInNamed') return another('another party answered');
  const { personId, ofPartyId, capacities, period, mostPeople } = named.fact.data;
  if (personId !== by.personId || ofPartyId !== by.partyId) return another('another than the one named has answered');
  if (!(capacities as readonly string[]).includes(capacity)) return another('the stand-in has no such capacity');
  if (dayOf(at) < period.fromOn || dayOf(at) >= period.toOn) return another('nobody stood in on that day');
  if (mine.some((e) => e.fact.type === 'StandInEnded' && e.fact.data.standInId === standInId))
    return another('the standing-in had ended');
  if (people > (mostPeople ?? people)) return another('the stand-in consented to more people than it may');
  if (hasAsked(named.by.personId, seen)) return decides('somebody whom one who asked has named has consented');
  return by.partyId === 'union.asker' ? decides('the party that asks stood in') : undefined;
}

/** Whoever speaks for a sovereign names who stands in, and never themselves. */
export function namerLie({ by, fact }: KnownEvent): Lie | undefined {
  if (fact.type !== 'StandInNamed') return undefined;
  return by.partyId === fact.data.partyId && by.personId !== fact.data.personId
    ? undefined
    : { truth: 'own-sovereign-answers', words: 'somebody named whom they may not' };
}

/** Once for each number of days, while the ask waits. */
export function reminderLie({ stream, at, fact }: KnownEvent, seen: readonly KnownEvent[]): Lie | undefined {
  if (fact.type !== 'ConsentReminded') return undefined;
  const { daysBefore, answerByOn } = fact.data;
  const lie = (words: string): Lie => ({ truth: 'reminded-once', words });
  const mine = seen.filter((e) => e.stream === stream).map((e) => e.fact);
  const since = mine.slice(mine.findLastIndex((f) => f.type === 'ConsentAsked') + 1, -1);
  if (since.some((f) => f.type !== 'ConsentReminded')) return lie('it reminds of what was answered');
  if (since.some((f) => f.type === 'ConsentReminded' && f.data.daysBefore === daysBefore))
    return lie('it reminds again');
  return dayOf(at) > answerByOn ? lie('it reminds too late') : undefined;
}
