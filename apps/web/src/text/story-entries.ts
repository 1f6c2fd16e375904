import type { Outcome, StoryEntry } from '../data/outcome-parts.ts';

/** The record's entries about one request, oldest first: its own streams, and what its two sides were refused. */
export function entriesOf(entries: readonly StoryEntry[], outcome: Outcome): StoryEntry[] {
  const refusals = [outcome.requester.id, outcome.addressee.id].map((id) => `refusal/${id}`);
  return entries
    .filter((e) => e.stream.split('/').includes(outcome.requestId) || refusals.includes(e.stream))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** Those with every word sought, anywhere in them. */
export function entriesWith(entries: readonly StoryEntry[], text: string): StoryEntry[] {
  const sought = text.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((e) => {
    const whole = `${e.at} ${e.who} ${e.what} ${e.ground ?? ''} ${e.type}`.toLowerCase();
    return sought.every((word) => whole.includes(word));
  });
}
