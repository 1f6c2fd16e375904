import type { CommittedUse } from '@muster/plan/events';
import type { Lie } from './lie.ts';
import type { KnownEvent } from './story.ts';

/** What each request has of a lender's people. */
function usesByRequest(lenderId: string, seen: readonly KnownEvent[]): Map<string, readonly CommittedUse[]> {
  const uses = new Map<string, readonly CommittedUse[]>();
  for (const { fact } of seen) {
    if (fact.type === 'PeopleCommitted' && fact.data.lenderId === lenderId)
      uses.set(fact.data.requestId, fact.data.uses);
    if (fact.type === 'PeopleReleased' && fact.data.lenderId === lenderId)
      uses.set(fact.data.requestId, fact.data.still);
  }
  return uses;
}

/** No pool has more people committed, over all requests, than it was ever offered with. */
export function overCommitted({ fact }: KnownEvent, seen: readonly KnownEvent[]): Lie | undefined {
  if (fact.type !== 'PeopleCommitted' && fact.type !== 'PeopleReleased') return undefined;
  const uses = [...usesByRequest(fact.data.lenderId, seen).values()].flat();
  const pools = seen.flatMap((e) => (e.fact.type === 'PoolsOffered' ? e.fact.data.pools : []));
  for (const { poolId, period } of uses) {
    const people = uses
      .filter((u) => u.poolId === poolId && u.period.fromOn <= period.fromOn && period.fromOn < u.period.toOn)
      .reduce((n, u) => n + u.people, 0);
    const offered = Math.max(0, ...pools.filter((p) => p.poolId === poolId).map((p) => p.people));
    if (people > offered) {
      const words = `${poolId} has ${people} people committed across requests, and ${offered} in all`;
      return { truth: 'pool-not-over-committed', words };
    }
  }
  return undefined;
}

/** A plan is committed for every lender it sends people of, by one and the same command, or for none. */
export function halfCommitted(committed: KnownEvent, seen: readonly KnownEvent[]): Lie | undefined {
  const { fact, commandId } = committed;
  if (fact.type !== 'PlanCommitted') return undefined;
  const together = seen.filter((e) => e.commandId === commandId).map((e) => e.fact);
  for (const { lenderId } of fact.data.assignments) {
    const isThere = together.some((f) => f.type === 'PeopleCommitted' && f.data.lenderId === lenderId);
    if (!isThere) {
      return { truth: 'all-or-none', words: `${fact.data.planId} is committed, and the people of ${lenderId} are not` };
    }
  }
  return undefined;
}

/** Nobody stays committed to a request that was withdrawn. */
export function heldByTheWithdrawn(story: readonly KnownEvent[]): Lie | undefined {
  for (const { fact } of story) {
    if (fact.type !== 'RequestWithdrawn') continue;
    for (const lenderId of ['north', 'south', 'isle']) {
      const held = usesByRequest(lenderId, story).get(fact.data.requestId) ?? [];
      if (held.length > 0) {
        const words = `${lenderId} has people committed to ${fact.data.requestId}, which is withdrawn`;
        return { truth: 'withdrawn-holds-nobody', words };
      }
    }
  }
  return undefined;
}
