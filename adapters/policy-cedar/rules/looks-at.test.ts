import { policyToJson } from '@cedar-policy/cedar-wasm/nodejs';
import { describe, expect, it } from 'vitest';
import { looksAt } from './looks-at.ts';

const militia = 'principal == Muster::Status::"militia"';
const seen = (condition: string, principal = militia, places: string[] = []) => {
  const parsed = policyToJson(`permit (${principal}, action, resource) ${condition};`);
  if (parsed.type === 'failure') throw new Error(parsed.errors[0]?.message);
  return looksAt(parsed.json, places);
};
const nothing = {
  relation: false,
  hostConsented: false,
  hostRefused: false,
  delegations: new Set(),
  places: new Set(),
};
const ofMilitia = { statusId: 'militia', ...nothing };
const everything = { ...nothing, relation: true, hostConsented: true, hostRefused: true, delegations: 'all' };
const badge = 'Muster::Delegation::"badge"';
const warrant = 'Muster::Delegation::"warrant"';

describe('a policy looks at', () => {
  it.each([
    ['nothing but the status', '', {}],
    ['the relation, where it asks for home', 'when { context.home }', { relation: true }],
    ['the relation, where it asks for away', 'unless { context.away }', { relation: true }],
    ['the host’s consent', 'when { context.hostConsented }', { hostConsented: true }],
    ['the host’s refusal', 'when { context.hostRefused }', { hostRefused: true }],
    [
      'what it asks for within other words',
      'when { !(context.hostRefused || [context.home].contains(true)) }',
      { relation: true, hostRefused: true },
    ],
    [
      'what several conditions ask for',
      'when { context.away } unless { context.hostRefused }',
      { relation: true, hostRefused: true },
    ],
    ['whether a word is there', 'when { context has hostConsented }', { hostConsented: true }],
    ['no word of a resource that is called the same', 'when { resource has home }', {}],
    [
      'one delegation that it names',
      `when { context.delegations.contains(${badge}) }`,
      { delegations: new Set(['badge']) },
    ],
    [
      'any of some',
      `when { context.delegations.containsAny([${badge}, ${warrant}]) }`,
      { delegations: new Set(['badge', 'warrant']) },
    ],
    [
      'all of some',
      `when { context.delegations.containsAll([${badge}, ${warrant}]) }`,
      { delegations: new Set(['badge', 'warrant']) },
    ],
    [
      'several, named apart',
      `when { context.delegations.contains(${badge}) } unless { context.delegations.contains(${warrant}) }`,
      { delegations: new Set(['badge', 'warrant']) },
    ],
    ['no delegation, where it asks for none', 'when { context.delegations.containsAny([]) }', {}],
    ['all delegations, where it counts them', 'when { context.delegations.isEmpty() }', { delegations: 'all' }],
    ['all delegations, where it compares them', `when { context.delegations == [${badge}] }`, { delegations: 'all' }],
    [
      'all delegations, where it is others that contain them',
      `when { [${badge}].containsAll(context.delegations) }`,
      { delegations: 'all' },
    ],
    [
      'all delegations, where one of them is not named outright',
      `when { context.delegations.contains(if context.home then ${badge} else ${warrant}) }`,
      { relation: true, delegations: 'all' },
    ],
    [
      'all delegations, where one of several is not named outright',
      `when { context.delegations.containsAny([${badge}, if context.home then ${badge} else ${warrant}]) }`,
      { relation: true, delegations: 'all' },
    ],
    [
      'all delegations, where it asks for what is no delegation',
      'when { context.delegations.contains("badge") }',
      { delegations: 'all' },
    ],
  ] as const)('%s', (_, condition, found) => {
    expect(seen(condition)).toEqual({ ...ofMilitia, ...found });
  });

  it('everything, where it takes the context whole', () => {
    expect(seen('when { context == {home: true} }')).toEqual({ ...everything, statusId: 'militia' });
  });

  it('any status, where it does not name just one', () => {
    expect(seen('', 'principal')).toEqual(nothing);
    expect(seen('', 'principal in Muster::Status::"militia"')).toEqual(nothing);
  });

  it('the places it is said to name', () => {
    expect(seen('', militia, ['north', 'north-land'])).toEqual({
      ...ofMilitia,
      places: new Set(['north', 'north-land']),
    });
  });
});
