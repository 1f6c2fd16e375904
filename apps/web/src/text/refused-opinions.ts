import type { Outcome, StoryEntry } from '../data/outcome-parts.ts';

export interface RefusedOpinion {
  readonly at: string;
  readonly who: string;
  readonly why: string;
  readonly allowed?: string | undefined;
}

/**
 * Opinions refused before the one that stands. The outcome holds the requester's own refusals only; those of whoever
 * is asked stand in the record, between the law being asked for this request and the opinion.
 */
export function refusedOpinions(outcome: Outcome, entries: readonly StoryEntry[]): RefusedOpinion[] {
  const own = outcome.refusals
    .filter((r) => r.command === 'GiveOpinion')
    .map(({ at, party, why, allowed }) => ({ at, who: party.name, why, allowed }));
  if (own.length > 0) return own;
  const stream = `decision/${outcome.requestId}`;
  const from = entries.find((e) => e.stream === stream && e.type === 'AuthorityDerived')?.at;
  if (from === undefined) return [];
  return entries
    .filter((e) => e.type === 'CommandRefused' && e.stream === `refusal/${outcome.addressee.id}`)
    .filter((e) => e.what.includes('GiveOpinion') && e.at >= from && (!outcome.opinion || e.at <= outcome.opinion.at))
    .map(({ at, who, what, ground }) => ({ at, who, why: reasonIn(what), allowed: ground }));
}

/** "is refused (CODE, GiveOpinion): cost is not found." → "Cost is not found." */
function reasonIn(what: string): string {
  const why = what.replace(/^is refused \([^)]*\): /, '');
  return why.charAt(0).toUpperCase() + why.slice(1);
}
