import {
  type Actor,
  type Capacity,
  consentStream,
  type Day,
  decisionStream,
  type Fact,
  type PartyId,
  type PlaceId,
  type RequestId,
  requestStream,
  type StatusId,
  standInStream,
  type TaskId,
} from '@muster/terms';
import { actor, past } from '@muster/terms/testing';
import type { LawPort, LawTerms } from './authority/law-port.ts';
import type { AuthorityQuestion, Verdict } from './authority/verdict.ts';

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
  turningDays: [],
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

/** A submitted request of the toy country, and the steps after it, as tests state them. */
export const requestId = 'req_a' as RequestId;
export const planner = actor('union.asker', 'requestingPlanner', 'per_planner');
export const source = { kind: 'assumption', words: 'for the test' };
export const period = { fromOn: '2025-06-01', toOn: '2025-07-01' };

export const line = (lineId: string, over: object = {}) => ({
  lineId,
  title: lineId,
  people: 10,
  taskId: 'carry',
  skillId: 'porter',
  placeId: 'south-land',
  period,
  priority: 1,
  source,
  ...over,
});

const fact = (type: string, data: object): Fact => ({ type, version: 1, data });

export const submitted = (lines: object[], requestVersion = 1) =>
  past(
    requestStream(requestId),
    fact('RequestSubmitted', {
      requestId,
      requestVersion,
      title: 'Help',
      requesterId: 'union.asker',
      addresseeId: 'union.defense',
      people: 10,
      need: 'help',
      grounds: 'law',
      source,
      lines,
    }),
    planner,
  );

export const derived = (requestVersion = 1) =>
  past(
    decisionStream(requestId),
    fact('AuthorityDerived', { requestId, requestVersion, pack: 'toy 1', classes: [], policies: [] }),
  );

export const opinion = (over: object = {}) => ({
  requestId,
  requestVersion: 1,
  outcome: 'concur',
  criteria: [],
  conditions: [],
  clears: [],
  lapsesOn: '2026-01-01',
  words: 'concurs',
  source,
  ...over,
});
export const concurred = (over: object = {}) => past(decisionStream(requestId), fact('OpinionGiven', opinion(over)));

const militia = { statusId: 'militia', delegationIds: [] };
const one = (partyId: string, capacity: string) => ({ requestId, partyId, capacity });

export const sought = (
  consents: { partyId: string; capacity: string; lineIds: string[]; people?: number }[],
  lenderIds: string[],
) =>
  past(
    decisionStream(requestId),
    fact('ConsentsSought', {
      requestId,
      requestVersion: 1,
      pack: 'toy 1',
      kinds: [militia],
      lenderIds,
      answerByOn: '2025-05-20',
      consents: consents.map((c) => ({ people: 10, policyIds: ['toy.needs'], ...c })),
    }),
  );

export const asked = (partyId: string, capacity: string, lineIds: string[], people = 10) =>
  past(
    consentStream(requestId, capacity as never, partyId as never),
    fact('ConsentAsked', {
      ...one(partyId, capacity),
      requestVersion: 1,
      kinds: [militia],
      lineIds,
      people,
      policyIds: ['toy.needs'],
      answerByOn: '2025-05-20',
    }),
  );

export const granted = (partyId: string, capacity: string, people: number, conditions: object = {}) =>
  past(
    consentStream(requestId, capacity as never, partyId as never),
    fact('ConsentGranted', { ...one(partyId, capacity), people, conditions, words: 'yes', source }),
  );

export const withdrawn = (partyId: string, capacity: string, endsOn: string) =>
  past(
    consentStream(requestId, capacity as never, partyId as never),
    fact('ConsentWithdrawn', { ...one(partyId, capacity), reason: 'homeNeed', endsOn, words: 'no more', source }),
  );

export const standInNamed = (terms: { partyId: string; [field: string]: unknown }, by: Actor) =>
  past(standInStream(terms.partyId as never), fact('StandInNamed', { words: 'in absence', source, ...terms }), by);

export const standInEnded = (standInId: string, partyId: string) =>
  past(standInStream(partyId as never), fact('StandInEnded', { standInId, partyId, reason: 'back in office' }));
