import { describe, expect, it } from 'vitest';
import { compilePack } from '../compile-pack.ts';
import { policy, question, tinyPack } from '../tiny-pack.ts';
import { statusLaw } from './status-law.ts';
import { timeSlices } from './time-slice.ts';

/** The law of the militia under these policies; other questions than those it can tell apart have one key. */
function militiaLaw(...rules: string[]) {
  const pack = compilePack(tinyPack(rules.join('')), []);
  if (!pack) throw new Error('The pack is not sound.');
  const [slice] = timeSlices(pack.policies);
  if (!slice) throw new Error('The pack has no law.');
  const law = statusLaw(slice, 'militia', pack.terms);
  const keyOf = (asked: Parameters<typeof question>[0]) => law.keyOf(question(asked));
  return { law, keyOf };
}

const has = (...names: string[]) => `[${names.map((name) => `Muster::Delegation::"${name}"`).join(', ')}]`;
const holders = [[], ['badge'], ['warrant'], ['badge', 'warrant']].map((delegationIds) => ({ delegationIds }));
const everyQuestion = ['hold', 'carry', 'build', 'seize'].flatMap((taskId) =>
  ['north-land', 'south-land'].flatMap((placeId) =>
    ['home', 'away'].flatMap((relation) =>
      ['given', 'refused', 'unanswered'].flatMap((hostConsent) =>
        holders.map((held) => ({ taskId, placeId, relation, hostConsent, ...held })),
      ),
    ),
  ),
);
const howMany = (rule: string): number => new Set(everyQuestion.map(militiaLaw(rule).keyOf)).size;

describe('the law of a status', () => {
  it('is that of the policies that name it, or any', () => {
    const everybody = '@id("charter.any")\n@cite("Charter")\nforbid (principal, action, resource);\n';
    const { law } = militiaLaw(policy('army', { status: 'army' }), policy('own'), everybody);
    expect(law.policies.map(({ deciding }) => deciding.policyId)).toEqual(['charter.any', 'charter.own']);
    expect(law.policySetId).toMatch(/^[0-9a-f]{64}$/);
    expect(law.answered).toEqual(new Map());
  });
  it('is none where no policy speaks of it', () => {
    const { law } = militiaLaw(policy('army', { status: 'army' }));
    expect([law.policies, law.policySetId]).toEqual([[], undefined]);
  });
});

describe('the key of a question', () => {
  it.each([
    ['the task alone, where no policy looks at more', '', 4],
    ['whether at home', 'when { context.home }', 8],
    ['whether the host consented', 'when { context.hostConsented }', 8],
    ['whether the host refused', 'when { context.hostRefused }', 8],
    ['all that the host may answer', 'when { context.hostConsented } unless { context.hostRefused }', 12],
    ['the place that is named, from the rest', 'when { resource == Muster::Place::"north-land" }', 8],
    ['the places of a sovereign that is named', 'when { resource in Muster::Sovereign::"south" }', 8],
    ['the delegation that is named', `when { context.delegations.containsAny(${has('badge')}) }`, 8],
    [
      'all delegations that are named, and each',
      `when { context.delegations.containsAny(${has('badge', 'warrant')}) }`,
      16,
    ],
    ['all delegations, where they are counted', 'when { context.delegations.isEmpty() }', 16],
    [
      'everything at once',
      `when { context.home && context.hostConsented && resource in Muster::Sovereign::"south" && context.delegations.containsAll(${has('badge', 'warrant')}) } unless { context.hostRefused }`,
      192,
    ],
  ])('tells apart %s', (_, condition, most) => {
    expect(howMany(policy('work', { condition }))).toBe(most);
  });

  it('leaves out what the named place does not change: no place named is any place', () => {
    const { keyOf } = militiaLaw(policy('work', { condition: 'when { resource == Muster::Place::"north-land" }' }));
    expect(keyOf({ placeId: 'north-land' })).not.toBe(keyOf({ placeId: 'south-land' }));
    const anywhere = militiaLaw(policy('work'));
    expect(anywhere.keyOf({ placeId: 'north-land' })).toBe(anywhere.keyOf({ placeId: 'south-land' }));
  });

  it('is the same in whatever order delegations are held, and however often', () => {
    const { keyOf } = militiaLaw(policy('work', { condition: `when { context.delegations == ${has('badge')} }` }));
    const both = keyOf({ delegationIds: ['badge', 'warrant'] });
    expect(keyOf({ delegationIds: ['warrant', 'badge'] })).toBe(both);
    expect(keyOf({ delegationIds: ['warrant', 'badge', 'warrant'] })).toBe(both);
    expect(keyOf({ delegationIds: ['badge', 'badge'] })).toBe(keyOf({ delegationIds: ['badge'] }));
    expect(new Set(holders.map(keyOf)).size).toBe(4);
  });

  it('leaves out a delegation that no policy looks at, alone and beside others', () => {
    const { keyOf } = militiaLaw(
      policy('work', { condition: `when { context.delegations.containsAny(${has('badge')}) }` }),
    );
    expect(keyOf({ delegationIds: ['warrant'] })).toBe(keyOf({ delegationIds: [] }));
    expect(keyOf({ delegationIds: ['warrant', 'badge'] })).toBe(keyOf({ delegationIds: ['badge'] }));
    expect(keyOf({ delegationIds: ['badge'] })).not.toBe(keyOf({ delegationIds: [] }));
  });

  it('is none for a word the pack does not know', () => {
    const { keyOf } = militiaLaw(policy('work'));
    expect(keyOf({})).toEqual(expect.any(Number));
    for (const unknown of [
      { taskId: 'sing' },
      { placeId: 'east-land' },
      { delegationIds: ['crown'] },
      { delegationIds: ['badge', 'crown'] },
    ]) {
      expect(keyOf(unknown), JSON.stringify(unknown)).toBeUndefined();
    }
  });
});
