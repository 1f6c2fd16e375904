import { describe, expect, it } from 'vitest';
import type { LawPolicy } from '../rules/law-policy.ts';
import { verdictOf } from './verdict-of.ts';

const policy = (policyId: string, { effect = 'permit', needs = [] as string[], contested = false } = {}): LawPolicy =>
  ({ deciding: { policyId, effect }, needs, contested }) as never;
const capacities = ['lender', 'host', 'requester'] as never;
const follows = (...applying: LawPolicy[]) => verdictOf(applying, capacities, 'toy 1');

describe('from the policies that apply', () => {
  it('follows no authority where there are none', () => {
    expect(follows()).toEqual({ kind: 'noAuthority', needs: [], contested: false, because: [], pack: 'toy 1' });
  });
  it('follows a yes where none needs anything', () => {
    const because = ['a', 'b'].map((policyId) => ({ policyId, effect: 'permit' }));
    expect(follows(policy('a'), policy('b'))).toEqual({
      kind: 'permitted',
      needs: [],
      contested: false,
      because,
      pack: 'toy 1',
    });
  });
  it('follows a no where any forbids, on the ground of those that forbid alone', () => {
    const bars = [policy('b', { effect: 'forbid' }), policy('c', { effect: 'forbid' })];
    expect(follows(policy('a', { needs: ['host'], contested: true }), ...bars)).toEqual({
      kind: 'forbidden',
      needs: [],
      contested: false,
      because: ['b', 'c'].map((policyId) => ({ policyId, effect: 'forbid' })),
      pack: 'toy 1',
    });
  });
  it('follow the needs of all, in the order of the capacities, each with those that ask for it', () => {
    const verdict = follows(policy('a', { needs: ['host'] }), policy('b'), policy('c', { needs: ['host', 'lender'] }));
    expect(verdict).toMatchObject({ kind: 'needs', contested: false });
    expect(verdict.needs).toEqual([
      { capacity: 'lender', policyIds: ['c'] },
      { capacity: 'host', policyIds: ['a', 'c'] },
    ]);
  });
  it('follows counsel, last, for each that is contested, and for no other', () => {
    const verdict = follows(policy('a', { needs: ['host'] }), policy('b', { contested: true }));
    expect(verdict).toMatchObject({ kind: 'needs', contested: true });
    expect(verdict.needs).toEqual([
      { capacity: 'host', policyIds: ['a'] },
      { capacity: 'counsel', policyIds: ['b'] },
    ]);
  });
});
