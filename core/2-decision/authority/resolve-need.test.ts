import type { CapacityTerm } from '@muster/terms';
import { describe, expect, it } from 'vitest';
import { toyLaw } from '../testing.ts';
import type { LawPort } from './law-port.ts';
import { isPresence, relationOf, resolveCapacity } from './resolve-need.ts';

const office = (capacity: string, resolves: CapacityTerm['resolves'], more: object = {}) =>
  [capacity, { capacity, label: capacity, resolves, ...more }] as never;

const law: LawPort = {
  ...toyLaw,
  terms: {
    ...toyLaw.terms,
    capacities: new Map([
      office('supervisor', 'presence'),
      office('secretary', 'party', { partyId: 'union.defense' }),
      office('sender', 'lender'),
      office('asker', 'requester'),
      office('headOfSender', 'lenderSovereign'),
      office('headOfHost', 'hostSovereign'),
    ]),
  },
};

const parties = { lenderId: 'union.defense', requesterId: 'union.asker', placeId: 'south-land' } as never;
const answers = (capacity: string, of = parties) => resolveCapacity(law, capacity as never, of);

describe('who answers in a capacity', () => {
  it.each([
    ['secretary', 'union.defense'],
    ['sender', 'union.defense'],
    ['asker', 'union.asker'],
    ['headOfSender', 'union'],
    ['headOfHost', 'south'],
  ])('%s: %s', (capacity, partyId) => {
    expect(answers(capacity)).toBe(partyId);
  });
  it('is nobody beforehand where somebody must be there, and nobody in a capacity there is not', () => {
    expect(answers('supervisor')).toBeUndefined();
    expect(answers('wizard')).toBeUndefined();
  });
  it('is nobody where the pack knows neither the lender nor the place', () => {
    const unknown = { lenderId: 'moon', requesterId: 'union.asker', placeId: 'moon-land' } as never;
    expect(answers('headOfSender', unknown)).toBeUndefined();
    expect(answers('headOfHost', unknown)).toBeUndefined();
  });
});

describe('presence', () => {
  it('meets a need of that kind alone', () => {
    expect(isPresence(law, 'supervisor' as never)).toBe(true);
    expect(isPresence(law, 'sender' as never)).toBe(false);
    expect(isPresence(law, 'wizard' as never)).toBe(false);
  });
});

describe('a lender', () => {
  it.each([
    ['north', 'north-land', 'home'],
    ['north', 'south-land', 'away'],
    ['union', 'north-land', 'away'],
    ['moon', 'north-land', 'away'],
  ])('%s at %s is %s', (lenderId, placeId, relation) => {
    expect(relationOf(law, lenderId as never, placeId as never)).toBe(relation);
  });
});
