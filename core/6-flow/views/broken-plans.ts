import type { PlanFact } from '@muster/plan/events';
import type { Capacity, PartyId, Recorded } from '@muster/terms';
import type { Outcome } from './outcome-schema.ts';
import type { Words } from './words.ts';

/** Whom plans have lost, and through what, in the order in which it came. */
export const brokenPlans = (planned: readonly Recorded<PlanFact>[], say: Words): Outcome['broken'] =>
  planned.flatMap(({ fact, at }) => {
    if (fact.type !== 'PlanBroken' && fact.type !== 'PlanOvertaken') return [];
    const { planId, lostPeople, lostCostCents, lostByLine } = fact.data;
    const why =
      fact.type === 'PlanBroken' ? consentEnded(fact.data.because, say) : { overtakenBy: { ...fact.data.because } };
    return [{ planId, at, ...why, lostPeople, lostCostCents, lostByLine: lostByLine.map((l) => ({ ...l })) }];
  });

const consentEnded = ({ partyId, capacity }: { partyId: PartyId; capacity: Capacity }, say: Words) => ({
  party: { id: partyId, name: say.party(partyId) },
  capacity: { id: capacity, name: say.capacity(capacity) },
});
