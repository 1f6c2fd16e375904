import type { LawTerms, ServiceKind } from '@muster/decision/events';
import type { Capacity, Cents, PartyId, Period } from '@muster/terms';

/** Names and figures as a reader sees them, from the words of the law pack. */
export const words = (terms: LawTerms) => ({
  party: (id: PartyId): string => terms.parties.get(id)?.name ?? id,
  capacity: (id: Capacity): string => terms.capacities.get(id)?.label ?? id,
  kind: (kind: ServiceKind): string => {
    const status = terms.statuses.get(kind.statusId)?.label ?? kind.statusId;
    const delegations = kind.delegationIds.map((d) => terms.delegations.get(d)?.label ?? d);
    return [status, ...delegations].join(' with ');
  },
});
export type Words = ReturnType<typeof words>;

export const count = (n: number): string => n.toLocaleString('en-US');
export const people = (n: number): string => (n === 1 ? '1 person' : `${count(n)} people`);
export const plural = (n: number, one: string): string => `${count(n)} ${one}${n === 1 ? '' : 's'}`;
export const dollars = (cents: Cents): string => `$${count(Math.round(cents / 100))}`;
/** The first and the last day of a half-open period. */
export const fromTo = (period: Period): string => `from ${period.fromOn} until before ${period.toOn}`;

/** `a, b and c`; beyond `most` the rest is counted. */
export function list(items: readonly string[], most = 6): string {
  const shown = items.slice(0, most);
  if (items.length > most) return `${shown.join(', ')} and ${items.length - most} more`;
  return shown.length < 2 ? (shown[0] ?? 'none') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** How many there are of each. */
export function tally(items: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}
