import type { Lie } from './lie.ts';
import type { KnownEvent } from './story.ts';

/** A withdrawal that takes people from the plan that stands is shown in the plan. */
export function unshownLoss(story: readonly KnownEvent[]): Lie | undefined {
  for (const [i, { fact }] of story.entries()) {
    if (fact.type !== 'ConsentWithdrawn') continue;
    const before = story.slice(0, i).map((e) => e.fact);
    const standing = before.findLast((f) => f.type === 'PlanProposed' || f.type === 'PlanRevised')?.data;
    const lines = before.findLast((f) => f.type === 'RequestSubmitted')?.data.lines ?? [];
    const isHosted = (lineId: string) =>
      lines.find((l) => l.lineId === lineId)?.placeId === `${fact.data.partyId}-land`;
    const loses = standing?.assignments.some((a) => {
      const own = a.lenderId === fact.data.partyId;
      return a.period.toOn > fact.data.endsOn && (fact.data.capacity === 'lender' ? own : !own && isHosted(a.lineId));
    });
    const isShown = story.slice(i).some((e) => e.fact.type === 'PlanBroken' || e.fact.type === 'PlanRevised');
    if (loses && !isShown) {
      return { truth: 'loss-is-shown', words: `the plan does not show what it lost with ${fact.data.partyId}` };
    }
  }
  return undefined;
}

/** Each consent that was sought is put to its sovereign, for that version or a later one. */
export function notAsked(story: readonly KnownEvent[]): Lie | undefined {
  for (const { fact } of story) {
    if (fact.type !== 'ConsentsSought') continue;
    for (const { partyId, capacity } of fact.data.consents) {
      const isAsked = story.some(
        ({ fact: f }) =>
          f.type === 'ConsentAsked' &&
          f.data.partyId === partyId &&
          f.data.capacity === capacity &&
          f.data.requestVersion >= fact.data.requestVersion,
      );
      if (!isAsked) {
        return {
          truth: 'asked-as-sought',
          words: `the consent ${capacity}/${partyId} was sought and is not asked for`,
        };
      }
    }
  }
  return undefined;
}
