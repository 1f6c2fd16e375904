import { preparsePolicySet } from '@cedar-policy/cedar-wasm/nodejs';
import { describe, expect, it } from 'vitest';
import { cedarSchema } from '../terms/cedar-schema.ts';
import { readTerms } from '../terms/read-terms.ts';
import { policy, question, tinyPack } from '../tiny-pack.ts';
import { askCedar } from './ask-cedar.ts';
import { preparePolicies, prepareSchema } from './prepare.ts';

const schema = cedarSchema(readTerms(tinyPack(''), []));
const law = (policyId: string, text: string) => ({ deciding: { policyId }, text }) as never;
const ask = (policies: never[], changed?: Parameters<typeof question>[0], sovereignId = 'south') =>
  askCedar({
    question: question(changed),
    sovereignId,
    policySetId: preparePolicies(policies),
    schemaId: prepareSchema(schema),
  });

describe('Cedar', () => {
  it('names the policies that decide: all that permit, or those that forbid', () => {
    const permits = [law('a', policy('a')), law('b', policy('b'))];
    expect([...ask(permits)].sort()).toEqual(['a', 'b']);
    expect(ask([...permits, law('c', policy('c', { effect: 'forbid' }))])).toEqual(['c']);
    expect(ask(permits, { taskId: 'seize' })).toEqual([]);
  });

  it('gives no answer where a policy fails, since a bar left out would widen the law', () => {
    const overflows = 'when { 9223372036854775807 + 1 == 0 }';
    const bar = law('bar', policy('bar', { effect: 'forbid', condition: overflows }));
    expect(() => ask([law('a', policy('a')), bar])).toThrow(/^The policy "bar" failed: .*overflow/);
  });

  it('gives no answer to what the schema does not allow', () => {
    expect(() => ask([law('a', policy('a'))], { statusId: 'navy' })).toThrow(/^Cedar could not answer: .*navy/);
  });

  it('is told the sovereign over the place', () => {
    const rule = law('a', policy('a', { condition: 'when { resource in Muster::Sovereign::"north" }' }));
    expect(ask([rule])).toEqual([]);
    expect(ask([rule], {}, 'north')).toEqual(['a']);
  });
});

describe('what Cedar keeps', () => {
  const one = [law('a', policy('a'))];
  it('has the same name for the same content, and another for another', () => {
    expect(preparePolicies(one)).toBe(preparePolicies([law('a', policy('a'))]));
    expect(preparePolicies(one)).not.toBe(preparePolicies([law('b', policy('a'))]));
    expect(preparePolicies(one)).toMatch(/^[0-9a-f]{64}$/);
    expect(prepareSchema(schema)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is handed over once', () => {
    const kept = [law('kept', policy('kept'))];
    const policySetId = preparePolicies(kept);
    // Another law put under that name shows that it is not handed over anew.
    preparsePolicySet(policySetId, { staticPolicies: { other: policy('other') } });
    expect(preparePolicies(kept)).toBe(policySetId);
    expect(ask(kept)).toEqual(['other']);
  });

  it('is never what Cedar cannot read', () => {
    expect(() => preparePolicies([law('a', 'allow all;')])).toThrow(/^Cedar can't take the law: .*`a`.*`all`/);
    expect(() => prepareSchema('entity')).toThrow(/^Cedar can't take the schema: ./);
  });
});
