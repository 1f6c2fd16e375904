import { describe, expect, it } from 'vitest';
import { faultText } from '../pack/pack-fault.ts';
import { policy, tinyPack } from '../tiny-pack.ts';
import { checkPackFiles } from './check-law-pack.ts';

const faultsOf = (rule: string, changed: Readonly<Record<string, string>> = {}): string[] =>
  checkPackFiles(tinyPack(rule, changed))
    .faults.map(faultText)
    .filter((fault) => !/schema\.cedarschema|No case/.test(fault));

const oldUntil = (day: string) => policy('old', { annotations: `@in_force_to("${day}")` });
const newFrom = (day: string, replaces = 'charter.old') =>
  policy('new', { annotations: `@in_force_from("${day}") @replaces("${replaces}") @needs("hostHead")` });

describe('law that changes on a day', () => {
  it('is sound where the new policy begins on the day on which the old ends', () => {
    expect(faultsOf(oldUntil('2025-06-01') + newFrom('2025-06-01'))).toEqual([]);
  });

  it('has a gap where the new one begins later', () => {
    expect(faultsOf(oldUntil('2025-06-01') + newFrom('2025-07-01'))).toEqual([
      'charter/rule.cedar:5: "charter.new" replaces "charter.old", but from 2025-06-01 until 2025-07-01 neither is in force.',
    ]);
  });

  it('overlaps where the old one ends later, or not at all', () => {
    expect(faultsOf(oldUntil('2025-08-01') + newFrom('2025-06-01'))).toEqual([
      'charter/rule.cedar:5: "charter.new" replaces "charter.old", but from 2025-06-01 until 2025-08-01 both are in force.',
    ]);
    expect(faultsOf(policy('old') + newFrom('2025-06-01'))).toEqual([
      'charter/rule.cedar:5: "charter.new" replaces "charter.old", which has no end: both are in force from 2025-06-01.',
    ]);
  });

  it('must replace something, and only once', () => {
    expect(faultsOf(oldUntil('2025-06-01') + newFrom('2025-06-01', 'charter.odl'))).toEqual([
      'charter/rule.cedar:5: "charter.new" replaces the policy "charter.odl", which is no other policy of the pack. Maybe "charter.old".',
    ]);
    const twice = newFrom('2025-06-01').replace('charter.new', 'charter.newer');
    expect(faultsOf(oldUntil('2025-06-01') + newFrom('2025-06-01') + twice)).toEqual([
      'charter/rule.cedar:9: "charter.newer" and "charter.new" both replace "charter.old": only one can.',
    ]);
  });

  it('has a gap too where nobody said what replaces what, but a cell has law, then none, then law again', () => {
    const later = policy('new', { annotations: '@in_force_from("2025-07-01")' });
    const [fault, ...more] = faultsOf(oldUntil('2025-06-01') + later);
    expect(fault).toContain('charter/rule.cedar:5: From 2025-06-01 until 2025-07-01 no law speaks of "militia"');
    expect(fault).toContain('again with "charter.new". If that is so, say why in afterGap of provision.md.');
    expect(more).toEqual([]);
  });

  it('has no gap where another policy speaks meanwhile, nor where law only ends', () => {
    const later = policy('new', { annotations: '@in_force_from("2025-07-01")' });
    const bar = policy('bar', {
      effect: 'forbid',
      annotations: '@in_force_from("2025-06-01") @in_force_to("2025-07-01")',
    });
    expect(faultsOf(oldUntil('2025-06-01') + later + bar)).toEqual([]);
    expect(faultsOf(oldUntil('2025-06-01'))).toEqual([]);
  });

  it('may have a gap that its provision says is meant', () => {
    const later = policy('new', { annotations: '@in_force_from("2025-07-01")' });
    const meant = { 'charter/provision.md': front('charter', 'afterGap: The first charter lapsed.\n') };
    expect(faultsOf(oldUntil('2025-06-01') + later, meant)).toEqual([]);
  });

  it('holds for whole provisions as well', () => {
    const second = (from: string) => ({
      'charter/provision.md': front('charter', 'inForceTo: 2025-06-01\n'),
      'code/provision.md': front('code', 'replaces: charter\n', from),
      'code/rule.cedar': policy('work').replace('charter.work', 'code.work'),
    });
    expect(faultsOf(policy('work'), second('2025-06-01'))).toEqual([]);
    expect(faultsOf(policy('work'), second('2025-05-01'))).toEqual([
      'code/provision.md:7: "code" replaces "charter", but from 2025-05-01 until 2025-06-01 both are in force.',
    ]);
  });
});

describe('limits in time', () => {
  const limit = (changed: string) =>
    front(
      'charter',
      `limits:\n  - { id: term, statuses: [militia], kind: longest, value: 30, unit: day, meaning: Thirty days., source: Charter ${changed}}\n`,
    );
  it('name words of the pack, a figure with its unit, and what ends it where there is none', () => {
    expect(faultsOf(policy('work'), { 'charter/provision.md': limit('') })).toEqual([]);
    expect(faultsOf(policy('work'), { 'charter/provision.md': limit('').replace('[militia]', '[milita]') })).toEqual([
      'charter/provision.md:8: The pack does not know the status "milita". Maybe "militia".',
    ]);
    for (const [from, to] of [
      ['value: 30, ', ''],
      ['kind: longest', 'kind: ends'],
    ] as const) {
      const [fault] = faultsOf(policy('work'), { 'charter/provision.md': limit('').replace(from, to) });
      expect(fault).toContain('charter/provision.md:8: limits.0.value:');
    }
  });
});

function front(id: string, more: string, from = '2000-01-01'): string {
  return `---\nid: ${id}\ntitle: Charter\ncitation: The Charter\ninForceFrom: ${from}\nconfidence: medium\n${more}---\nSome may work.\n`;
}
