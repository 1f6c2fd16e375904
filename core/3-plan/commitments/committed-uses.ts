import { type Day, type Period, type PoolId, unknownEvent } from '@muster/terms';
import type { Assignment, CommitmentFact, CommittedUse } from '../events.ts';

/** What is committed of one lender's people, by request. */
export type Commitments = ReadonlyMap<string, readonly CommittedUse[]>;

export const commitmentsOf = (facts: readonly CommitmentFact[]): Commitments =>
  new Map(facts.map((fact) => [fact.data.requestId, usesAfter(fact)]));

function usesAfter(fact: CommitmentFact): readonly CommittedUse[] {
  switch (fact.type) {
    case 'PeopleCommitted':
      return fact.data.uses;
    case 'PeopleReleased':
      return fact.data.still;
    default:
      return unknownEvent(fact);
  }
}

/** The people assignments use, whatever lines they serve on; in the order of pools and days. */
export function usesOf(assignments: readonly Pick<Assignment, 'poolId' | 'period' | 'people'>[]): CommittedUse[] {
  const uses = new Map<string, CommittedUse>();
  for (const { poolId, period, people } of assignments) {
    const key = `${poolId} ${period.fromOn} ${period.toOn}`;
    uses.set(key, { poolId, period, people: people + (uses.get(key)?.people ?? 0) });
  }
  return [...uses].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, use]) => use);
}

/** People in use on a day; of one pool, or of those a test lets through. */
export const peopleOn = (uses: readonly CommittedUse[], on: Day, of: (poolId: PoolId) => boolean): number =>
  uses.reduce((n, u) => n + (u.period.fromOn <= on && on < u.period.toOn && of(u.poolId) ? u.people : 0), 0);

/** Of the uses, as many as the limit also holds on each day: what is released never comes back by itself. */
export function withinUses(uses: readonly CommittedUse[], limit: readonly CommittedUse[]): CommittedUse[] {
  const kept: CommittedUse[] = [];
  for (const poolId of new Set(uses.map((u) => u.poolId))) {
    const isPool = (id: PoolId) => id === poolId;
    for (const period of stretches([...uses, ...limit].filter((u) => isPool(u.poolId)))) {
      const people = Math.min(peopleOn(uses, period.fromOn, isPool), peopleOn(limit, period.fromOn, isPool));
      if (people > 0) kept.push({ poolId, period, people });
    }
  }
  return usesOf(kept);
}

/** Cuts time wherever a use begins or ends. */
function stretches(uses: readonly CommittedUse[]): Period[] {
  const days = [...new Set(uses.flatMap((u) => [u.period.fromOn, u.period.toOn]))].sort();
  return days.slice(1).map((toOn, i) => ({ fromOn: days[i] as Day, toOn }));
}

/** Whether two lists of uses hold the same people on every day. */
export function sameUses(a: readonly CommittedUse[], b: readonly CommittedUse[]): boolean {
  const poolIds = new Set([...a, ...b].map((u) => u.poolId));
  return stretches([...a, ...b]).every(({ fromOn }) =>
    [...poolIds].every((poolId) => {
      const isPool = (id: PoolId) => id === poolId;
      return peopleOn(a, fromOn, isPool) === peopleOn(b, fromOn, isPool);
    }),
  );
}
