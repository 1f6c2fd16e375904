import type { Capacity, Day, PartyId, PlaceId, StatusId, TaskId } from '@muster/terms';
import type { LawPort, LawTerms } from './authority/law-port.ts';
import type { AuthorityQuestion, Verdict } from './authority/verdict.ts';

export * from './toy-history.ts';

const id = <T extends string>(text: string): T => text as T;

/** A small country for tests: three states, one union, three tasks, two statuses. */
export const toyTerms: LawTerms = {
  parties: new Map(
    [
      { id: 'union', place: undefined, sovereign: 'union' },
      { id: 'union.asker', place: undefined, sovereign: 'union' },
      { id: 'union.defense', place: undefined, sovereign: 'union' },
      { id: 'north', place: 'north-land', sovereign: 'north' },
      { id: 'south', place: 'south-land', sovereign: 'south' },
      { id: 'isle', place: 'isle-land', sovereign: 'isle' },
    ].map(({ id: name, place, sovereign }) => [
      id<PartyId>(name),
      {
        partyId: id<PartyId>(name),
        name,
        label: name,
        sovereignId: id<PartyId>(sovereign),
        ...(place ? { placeId: id<PlaceId>(place) } : {}),
      },
    ]),
  ),
  places: new Map(
    [
      { place: 'north-land', sovereign: 'north', latitude: 45, longitude: 0 },
      { place: 'south-land', sovereign: 'south', latitude: 40, longitude: 0 },
      { place: 'isle-land', sovereign: 'isle', latitude: 0, longitude: 90 },
    ].map(({ place, sovereign, latitude, longitude }) => [
      id<PlaceId>(place),
      { placeId: id<PlaceId>(place), name: place, sovereignId: id<PartyId>(sovereign), latitude, longitude },
    ]),
  ),
  tasks: new Map(['carry', 'heal', 'seize', 'guess'].map((t) => [id<TaskId>(t), { label: t, meaning: t, code: t }])),
  statuses: new Map(
    ['militia', 'army'].map((s) => [id<StatusId>(s), { label: s, meaning: s, payer: 'requester' as const }]),
  ),
  delegations: new Map(),
  skills: new Map(['porter', 'healer'].map((s) => [id(s), { label: s, meaning: s }])),
  capacities: new Map([
    [id<Capacity>('lender'), { capacity: id<Capacity>('lender'), label: 'Lender', resolves: 'lenderSovereign' }],
    [id<Capacity>('host'), { capacity: id<Capacity>('host'), label: 'Host', resolves: 'hostSovereign' }],
  ]),
};

/**
 * The toy country's law: militia carry and heal with the lender's consent, and away from home the
 * host's as well; guessing is contested; seizing is forbidden; nothing is said of the army.
 */
export const toyLaw: LawPort = {
  pack: 'toy 1',
  terms: toyTerms,
  verdict: (q: AuthorityQuestion): Verdict => {
    if (q.statusId !== 'militia') return verdict('noAuthority', []);
    if (q.act.kind === 'hold') return verdict('needs', ['lender']);
    if (q.act.taskId === 'seize') return verdict('forbidden', []);
    if (q.act.taskId === 'guess') return verdict('needs', ['counsel'], true);
    return q.relation === 'home' ? verdict('permitted', []) : verdict('needs', ['host']);
  },
};

function verdict(kind: Verdict['kind'], capacities: readonly string[], contested = false): Verdict {
  const policyId = `toy.${kind}`;
  return {
    kind,
    contested,
    needs: capacities.map((c) => ({ capacity: id<Capacity>(c), policyIds: [policyId] })),
    because:
      kind === 'noAuthority'
        ? []
        : [
            {
              policyId,
              effect: kind === 'forbidden' ? 'forbid' : 'permit',
              citation: `Toy Code, ${kind}`,
              confidence: 'high',
              inForceFrom: '2000-01-01' as Day,
            },
          ],
    pack: 'toy 1',
  };
}
