import { describe, expect, it } from 'vitest';
import { faultText, type PackFault } from '../pack/pack-fault.ts';
import { readTerms } from '../terms/read-terms.ts';
import { policy, tinyPack } from '../tiny-pack.ts';
import type { Provision } from './provision.ts';
import { readRule } from './read-rule.ts';

const terms = readTerms(tinyPack(''), []);
const charter = {
  id: 'charter',
  inForceFrom: '2000-01-01',
  inForceTo: '2030-01-01',
  confidence: 'medium',
  litigation: [{ on: '2024-01-01', words: 'Argued.' }],
} as unknown as Provision;
const { inForceTo: _end, ...endless } = charter;

const read = (text: string, provision: Provision = charter) => {
  const faults: PackFault[] = [];
  return { policies: readRule('charter/rule.cedar', text, provision, terms, faults), faults: faults.map(faultText) };
};
const faultsOf = (annotations: string, provision = charter) => read(policy('work', { annotations }), provision).faults;

describe('a policy that is read', () => {
  it('has from its provision what it does not say itself', () => {
    const { policies, faults } = read(policy('work'));
    expect(faults).toEqual([]);
    expect(policies).toEqual([
      {
        deciding: {
          policyId: 'charter.work',
          effect: 'permit',
          citation: 'Charter, work',
          confidence: 'medium',
          inForceFrom: '2000-01-01',
          inForceTo: '2030-01-01',
        },
        litigation: [{ on: '2024-01-01', words: 'Argued.' }],
        looksAt: {
          statusId: 'militia',
          relation: false,
          hostConsented: false,
          hostRefused: false,
          delegations: new Set(),
          places: new Set(),
        },
        needs: [],
        contested: false,
        text: policy('work').trim(),
        file: 'charter/rule.cedar',
        line: 1,
      },
    ]);
    expect(read(policy('work'), endless as Provision).policies[0]?.deciding).not.toHaveProperty('inForceTo');
  });

  it('says itself what it says', () => {
    const annotations =
      '@needs("hostHead, lenderHead") @confidence("low") @contested("true") @in_force_from("2010-01-01") @in_force_to("2020-01-01") @litigation("2015-01-01: Decided.") @replaces("charter.old")';
    const condition = 'when { resource == Muster::Place::"north-land" || resource in Muster::Sovereign::"south" }';
    expect(read(policy('work', { annotations, condition })).policies).toMatchObject([
      {
        deciding: { confidence: 'low', inForceFrom: '2010-01-01', inForceTo: '2020-01-01' },
        litigation: [{ on: '2015-01-01', words: 'Decided.' }],
        looksAt: { places: new Set(['north-land', 'south']) },
        replaces: 'charter.old',
        needs: ['hostHead', 'lenderHead'],
        contested: true,
      },
    ]);
  });

  it('stands on the line on which its first annotation stands', () => {
    const text = `// Ämter und Würden.\n${policy('one')}\n${policy('two')}`;
    expect(read(text).policies.map(({ line }) => line)).toEqual([2, 7]);
  });

  it('is left out alone where it has a fault', () => {
    const { policies, faults } = read(policy('bad', { annotations: '@needs("king")' }) + policy('good'));
    expect(policies.map(({ deciding }) => deciding.policyId)).toEqual(['charter.good']);
    expect(faults).toHaveLength(1);
  });
});

describe('a rule is refused, with its line', () => {
  it('where it is not Cedar, counted in letters and not in bytes', () => {
    const { policies, faults } = read(`// ÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄÄ\n${policy('work')}\nallow all;\n\n\n`);
    expect(policies).toEqual([]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^charter\/rule\.cedar:7: This is not Cedar: [^.]+\.$/);
  });

  it('where Cedar knows help, with that', () => {
    const { faults } = read('permit (principal, action, resource) when { context.home = true };');
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^charter\/rule\.cedar:1: This is not Cedar: .+ \(.+\)\.$/);
  });

  it('where it holds a template', () => {
    const template = '\n\n@id("charter.any")\npermit (principal == ?principal, action, resource);';
    expect(read(policy('work') + template).faults).toEqual([
      'charter/rule.cedar:7: A rule may hold no template: write the policy out.',
    ]);
  });

  it('where an annotation is missing, not known, or not right', () => {
    expect(read(policy('work').replace(/@id.*\n/, '')).faults).toEqual([
      'charter/rule.cedar:1: Each policy needs @id("…").',
    ]);
    expect(faultsOf('@need("hostHead") @because("x")')).toEqual([
      'charter/rule.cedar:1: No annotation is called @because.',
      'charter/rule.cedar:1: No annotation is called @need. Maybe "needs".',
    ]);
    expect(faultsOf('@contested("maybe")')).toEqual([
      'charter/rule.cedar:1: @contested: Invalid input: expected "true".',
    ]);
    expect(read('permit (principal, action, resource);').faults).toEqual([
      'charter/rule.cedar:1: Each policy needs @id("…").',
      'charter/rule.cedar:1: Each policy needs @cite("…").',
    ]);
  });

  it('where its id is not its folder’s', () => {
    const fault = 'charter/rule.cedar:1: The id "statute.work" must begin with "charter." like its folder.';
    expect(read(policy('work').replace('charter.work', 'statute.work')).faults).toEqual([fault]);
    expect(read(policy('work').replace('charter.work', 'charterwork')).faults).toHaveLength(1);
  });

  it('where it forbids and still asks for a consent, or is contested', () => {
    const fault =
      'charter/rule.cedar:1: "charter.bar" forbids, so it can have no @needs and no @contested: put a doubt in @litigation.';
    for (const annotations of ['@needs("hostHead")', '@contested("true")', '@needs("hostHead") @contested("true")']) {
      expect(read(policy('bar', { effect: 'forbid', annotations })).faults).toEqual([fault]);
      expect(faultsOf(annotations)).toEqual([]);
    }
    expect(read(policy('bar', { effect: 'forbid' })).faults).toEqual([]);
  });

  it('where it needs a capacity that nobody has, each told', () => {
    expect(faultsOf('@needs("hostHed, lenderHead, king")')).toEqual([
      'charter/rule.cedar:1: "charter.work" needs "hostHed", a capacity that the pack does not know. Maybe "hostHead".',
      'charter/rule.cedar:1: "charter.work" needs "king", a capacity that the pack does not know.',
    ]);
  });

  it('where it names a place or a sovereign that is not there', () => {
    const condition = 'when { resource == Muster::Place::"north-lnd" || resource in Muster::Sovereign::"sooth" }';
    expect(read(policy('work', { condition })).faults).toEqual([
      'charter/rule.cedar:1: "charter.work" names the place "north-lnd", which the pack does not know. Maybe "north-land".',
      'charter/rule.cedar:1: "charter.work" names the sovereign "sooth", which the pack does not know. Maybe "south".',
    ]);
  });

  it('where it is in force outside the days of its provision, or on no day', () => {
    const outside = (until: string) =>
      `charter/rule.cedar:1: "charter.work" is in force outside the days of its provision, 2000-01-01 to ${until}.`;
    const days = (from: string, to: string) => `@in_force_from("${from}") @in_force_to("${to}")`;
    expect(faultsOf(days('2000-01-01', '2030-01-01'))).toEqual([]);
    expect(faultsOf(days('1999-12-31', '2010-01-01'))).toEqual([outside('2030-01-01')]);
    expect(faultsOf(days('2010-01-01', '2030-01-02'))).toEqual([outside('2030-01-01')]);
    expect(faultsOf(days('2010-01-01', '2010-01-01'))).toEqual([outside('2030-01-01')]);
    expect(faultsOf(days('2010-01-02', '2010-01-01'))).toEqual([outside('2030-01-01')]);
    expect(faultsOf(days('2010-01-01', '2010-01-02'))).toEqual([]);
    expect(faultsOf('@in_force_from("1999-12-31")', endless as Provision)).toEqual([outside('now')]);
    expect(faultsOf('@in_force_from("2029-12-31")')).toEqual([]);
    expect(faultsOf('@in_force_from("2030-01-01")')).toEqual([outside('2030-01-01')]);
    expect(faultsOf('@in_force_to("2099-01-01")', endless as Provision)).toEqual([]);
  });
});
