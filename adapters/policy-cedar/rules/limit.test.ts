import { describe, expect, it } from 'vitest';
import { faultText, type PackFault } from '../pack/pack-fault.ts';
import { readTerms } from '../terms/read-terms.ts';
import { tinyPack } from '../tiny-pack.ts';
import { readProvision } from './provision.ts';

const front = (limits: readonly object[], more = ''): string => `---
id: charter
title: Charter
citation: The Charter
inForceFrom: 2000-01-01
confidence: medium
${more}limits:
${limits.map((limit) => `  - ${JSON.stringify(limit)}`).join('\n')}
---
Some may work.
`;
const term = {
  id: 'term',
  statuses: ['militia'],
  kind: 'longest',
  value: 30,
  unit: 'day',
  meaning: 'Thirty days.',
  source: 'Charter 1',
};
const terms = readTerms(tinyPack(''), []);
const read = (limits: readonly object[], more?: string) => {
  const faults: PackFault[] = [];
  const provision = readProvision('charter/provision.md', front(limits, more), terms, faults);
  return { limits: provision?.limits, faults: faults.map(faultText) };
};
const limitsOf = (limits: readonly object[], more?: string) => {
  const { limits: found, faults } = read(limits, more);
  expect(faults).toEqual([]);
  return found;
};
const faultsOf = (...limits: readonly object[]) => read(limits).faults;

describe('a limit in time', () => {
  it('takes its days and its confidence from its provision', () => {
    expect(limitsOf([term], 'inForceTo: 2030-01-01\n')).toEqual([
      {
        limitId: 'charter.term',
        statusIds: ['militia'],
        delegationIds: [],
        kind: 'longest',
        length: { value: 30, unit: 'day' },
        meaning: 'Thirty days.',
        source: 'Charter 1',
        confidence: 'medium',
        inForceFrom: '2000-01-01',
        inForceTo: '2030-01-01',
      },
    ]);
  });

  it('may say more: for whom, where, from how much on, how surely', () => {
    const more = {
      ...term,
      statuses: ['militia', 'army'],
      delegations: ['badge'],
      relation: 'away',
      atLeast: 20,
      confidence: 'low',
    };
    expect(limitsOf([more])).toEqual([
      {
        limitId: 'charter.term',
        statusIds: ['militia', 'army'],
        delegationIds: ['badge'],
        relation: 'away',
        kind: 'longest',
        length: { value: 30, atLeast: 20, unit: 'day' },
        meaning: 'Thirty days.',
        source: 'Charter 1',
        confidence: 'low',
        inForceFrom: '2000-01-01',
      },
    ]);
  });

  it.each([
    ['relation', ['home', 'away']],
    ['kind', ['longest', 'extension', 'step', 'tour', 'rest', 'ratio', 'currency']],
    ['unit', ['hour', 'day', 'month', 'year', 'hoursOfWorkPerHourOfRest']],
  ])('has one of the words known for its %s', (field, words) => {
    for (const word of words) expect(faultsOf({ ...term, [field]: word })).toEqual([]);
    expect(faultsOf({ ...term, [field]: 'sometimes' })[0]).toContain(`charter/provision.md:8: limits.0.${field}: `);
  });

  it('has no figure where something ends it, and a figure with its unit everywhere else', () => {
    const { value, unit, ...bare } = term;
    expect(limitsOf([{ ...bare, kind: 'ends' }])?.[0]).not.toHaveProperty('length');
    const together = 'charter/provision.md:8: limits.0.value: and unit go together: a figure needs its unit.';
    const needed =
      'charter/provision.md:8: limits.0.value: is needed, except where kind is "ends": then what ends it is told in meaning.';
    expect(faultsOf({ ...bare, value })).toEqual([together]);
    expect(faultsOf({ ...bare, unit })).toEqual([together, needed]);
    expect(faultsOf(bare)).toEqual([needed]);
    expect(faultsOf({ ...term, kind: 'ends' })).toEqual([needed]);
  });

  it('has figures above zero, words that say something, and at least one status', () => {
    for (const [field, wrong, right] of [
      ['value', 0, 0.5],
      ['atLeast', 0, 0.5],
      ['meaning', 'No', 'Yes'],
      ['source', '§1', '§ 1'],
      ['statuses', [], ['army']],
    ] as const) {
      const at =
        field === 'meaning' || field === 'source' || field === 'value' || field === 'atLeast' ? field : 'statuses';
      expect(faultsOf({ ...term, [field]: wrong })[0], field).toContain(`limits.0.${at}: `);
      expect(faultsOf({ ...term, [field]: right }), field).toEqual([]);
    }
    expect(faultsOf({ ...term, more: 1 })).toHaveLength(1);
  });

  it('has an id of small letters, digits and hyphens', () => {
    for (const id of ['7-days', 'a']) expect(faultsOf({ ...term, id }), id).toEqual([]);
    for (const id of ['-days', 'Days', '7 days', 'days!', '']) {
      expect(faultsOf({ ...term, id }), id).toEqual([
        'charter/provision.md:8: limits.0.id: must be small letters, digits and hyphens.',
      ]);
    }
  });

  it('has an id of its own, told on the line of the second', () => {
    expect(faultsOf(term, { ...term, id: 'other' })).toEqual([]);
    expect(faultsOf(term, { ...term, id: 'other' }, term)).toEqual([
      'charter/provision.md:10: "term" is the id of two limits.',
    ]);
  });

  it('names statuses and delegations of the pack, each wrong one told with what was probably meant', () => {
    expect(
      faultsOf(term, { ...term, id: 'two', statuses: ['milita', 'army', 'x'], delegations: ['badge', 'bagde'] }),
    ).toEqual([
      'charter/provision.md:9: The pack does not know the status "milita". Maybe "militia".',
      'charter/provision.md:9: The pack does not know the status "x".',
      'charter/provision.md:9: The pack does not know the delegation "bagde". Maybe "badge".',
    ]);
  });
});
