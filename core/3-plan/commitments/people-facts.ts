import { type Alongside, commitmentsStream, type PartyId, type PlanId, type RequestId } from '@muster/terms';
import type { Assignment, CommittedUse, PeopleCommitted, PeopleReleased } from '../events.ts';
import type { PlanningPicture } from '../planning-picture.ts';
import { sameUses, usesOf, withinUses } from './committed-uses.ts';

interface WhichPlan {
  readonly requestId: RequestId;
  readonly planId: PlanId;
}

/** Each lender whose people a plan sends has them committed; one it no longer sends anybody of has its people back. */
export function commitPeople(
  { committedHere }: Pick<PlanningPicture, 'committedHere'>,
  which: WhichPlan,
  assignments: readonly Assignment[],
): Alongside[] {
  const sending = byLender(assignments);
  const committed = [...sending].map(([lenderId, mine]) =>
    written({ type: 'PeopleCommitted', version: 1, data: { lenderId, ...which, uses: usesOf(mine) } }),
  );
  const left = [...committedHere].filter(([lenderId, uses]) => uses.length > 0 && !sending.has(lenderId));
  return [...committed, ...left.map(([lenderId]) => released(lenderId, which, []))];
}

/** Whoever is committed to the request beyond these assignments is free again; says nothing of a lender that loses nobody. */
export function releasePeople(
  { committedHere }: Pick<PlanningPicture, 'committedHere'>,
  which: WhichPlan,
  kept: readonly Assignment[],
): Alongside[] {
  const keeping = byLender(kept);
  return [...committedHere].flatMap(([lenderId, uses]) => {
    const still = withinUses(usesOf(keeping.get(lenderId) ?? []), uses);
    return sameUses(still, uses) ? [] : [released(lenderId, which, still)];
  });
}

const released = (lenderId: PartyId, which: WhichPlan, still: readonly CommittedUse[]): Alongside =>
  written({ type: 'PeopleReleased', version: 1, data: { lenderId, ...which, still } });

const written = (fact: PeopleCommitted | PeopleReleased): Alongside => ({
  stream: commitmentsStream(fact.data.lenderId),
  facts: [fact],
});

function byLender(assignments: readonly Assignment[]): Map<PartyId, Assignment[]> {
  const lenders = new Map<PartyId, Assignment[]>();
  for (const assignment of assignments) {
    const mine = lenders.get(assignment.lenderId) ?? [];
    mine.push(assignment);
    lenders.set(assignment.lenderId, mine);
  }
  return lenders;
}
