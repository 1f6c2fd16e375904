import type { LawTerms, ServiceKind } from '@muster/decision/events';
import {
  addDays,
  type Capacity,
  type Cents,
  type PartyId,
  type Period,
  type PlaceId,
  type SkillId,
  type StatusId,
  type TaskId,
} from '@muster/terms';

/** Names and figures as a reader sees them, from the words of the law pack. */
export const words = (terms: LawTerms) => ({
  party: (id: PartyId): string => terms.parties.get(id)?.name ?? id,
  capacity: (id: Capacity): string => terms.capacities.get(id)?.label ?? id,
  task: (id: TaskId): string => terms.tasks.get(id)?.label ?? id,
  place: (id: PlaceId): string => terms.places.get(id)?.name ?? id,
  skill: (id: SkillId): string => terms.skills.get(id)?.label ?? id,
  status: (id: StatusId): string => terms.statuses.get(id)?.label ?? id,
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

/** `on` one day, or `from` the first day `to` the last. */
export function onDays({ fromOn, toOn }: Period): string {
  const lastOn = addDays(toOn, -1);
  return fromOn === lastOn ? `on ${fromOn}` : `from ${fromOn} to ${lastOn}`;
}

/** `a, b and c`, or `a, b or c`; beyond `most` the rest is counted. */
export function list(items: readonly string[], most = 6, join: 'and' | 'or' = 'and'): string {
  const shown = items.slice(0, most);
  if (items.length > most) return `${shown.join(', ')} ${join} ${items.length - most} more`;
  return shown.length < 2 ? (shown[0] ?? 'none') : `${shown.slice(0, -1).join(', ')} ${join} ${shown.at(-1)}`;
}

/** How many there are of each. */
export function tally(items: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}
