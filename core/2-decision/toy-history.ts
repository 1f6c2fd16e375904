import type { Fact } from '@muster/terms';
import { consentStream, decisionStream, type RequestId, requestStream } from '@muster/terms';
import { actor, past } from '@muster/terms/testing';

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
