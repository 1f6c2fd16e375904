import { expect, it } from 'vitest';
import { faultText, type PackFault } from '../pack/pack-fault.ts';
import { checkReplacements } from './check-replacements.ts';
import type { LawPolicy } from './law-policy.ts';
import type { Provision } from './provision.ts';

interface Dated {
  readonly id: string;
  readonly inForceFrom?: string;
  readonly inForceTo?: string;
  readonly replaces?: string;
  readonly line?: number | undefined;
}

const provision = ({ id, line = 3, ...dated }: Dated): Provision =>
  ({
    id,
    file: `${id}/provision.md`,
    inForceFrom: '2000-01-01',
    lineOf: ([field]: string[]) => (field === 'replaces' ? line : 1),
    ...dated,
  }) as never;
const policy = ({ id, replaces, line = 7, inForceFrom = '2000-01-01', ...dated }: Dated): LawPolicy =>
  ({
    deciding: { policyId: id, inForceFrom, ...dated },
    file: 'act/rule.cedar',
    line,
    ...(replaces && { replaces }),
  }) as never;

const faultsOf = (provisions: Dated[], policies: Dated[] = []): string[] => {
  const faults: PackFault[] = [];
  checkReplacements(provisions.map(provision), policies.map(policy), faults);
  return faults.map(faultText);
};

const old = { id: 'old-act', inForceTo: '2025-06-01' };
const successor = { id: 'new-act', inForceFrom: '2025-06-01', replaces: 'old-act' };

it('finds nothing wrong where nothing replaces anything, or each begins on the day on which the other ends', () => {
  expect(faultsOf([old, { id: 'other-act' }], [old])).toEqual([]);
  expect(faultsOf([old, successor], [successor, old])).toEqual([]);
});

it('lets several follow one another', () => {
  const third = { id: 'third-act', inForceFrom: '2026-01-01', replaces: 'new-act' };
  expect(faultsOf([old, { ...successor, inForceTo: '2026-01-01' }, third])).toEqual([]);
});

it('tells of a gap, an overlap and an end that is missing, of provisions and of policies', () => {
  const late = { ...successor, inForceFrom: '2025-07-01' };
  const early = { ...successor, inForceFrom: '2025-05-01' };
  const gap = '"new-act" replaces "old-act", but from 2025-06-01 until 2025-07-01 neither is in force.';
  const overlap = '"new-act" replaces "old-act", but from 2025-05-01 until 2025-06-01 both are in force.';
  const endless = '"new-act" replaces "old-act", which has no end: both are in force from 2025-06-01.';
  for (const [past, present, words] of [
    [old, late, gap],
    [old, early, overlap],
    [{ id: 'old-act' }, successor, endless],
  ] as const) {
    expect(faultsOf([past, present])).toEqual([`new-act/provision.md:3: ${words}`]);
    expect(faultsOf([], [past, present])).toEqual([`act/rule.cedar:7: ${words}`]);
  }
});

it('tells of one that replaces what is not there, with the name probably meant, which is never its own', () => {
  expect(faultsOf([old, { ...successor, replaces: 'odl-act' }])).toEqual([
    'new-act/provision.md:3: "new-act" replaces the provision "odl-act", which is no other provision of the pack. Maybe "old-act".',
  ]);
  expect(faultsOf([], [old, { ...successor, replaces: 'new-akt' }])).toEqual([
    'act/rule.cedar:7: "new-act" replaces the policy "new-akt", which is no other policy of the pack.',
  ]);
});

it('tells of one that replaces itself, or a policy that replaces a provision', () => {
  const itself = { ...successor, replaces: 'new-act', inForceTo: '2025-06-01' };
  expect(faultsOf([itself])).toEqual([
    'new-act/provision.md:3: "new-act" replaces the provision "new-act", which is no other provision of the pack.',
  ]);
  expect(faultsOf([old], [successor])).toEqual([
    'act/rule.cedar:7: "new-act" replaces the policy "old-act", which is no other policy of the pack.',
  ]);
});

it('tells of each that takes a place already taken', () => {
  const rivals = ['second-act', 'third-act'].map((id) => ({ ...successor, id }));
  expect(faultsOf([old, successor, ...rivals])).toEqual([
    'second-act/provision.md:3: "second-act" and "new-act" both replace "old-act": only one can.',
    'third-act/provision.md:3: "third-act" and "second-act" both replace "old-act": only one can.',
  ]);
});

it('names the file alone where the line is not known', () => {
  const faults: PackFault[] = [];
  const nowhere = { ...provision(successor), lineOf: () => undefined };
  checkReplacements([nowhere], [], faults);
  expect(faults).toEqual([
    {
      file: 'new-act/provision.md',
      problem: '"new-act" replaces the provision "old-act", which is no other provision of the pack.',
    },
  ]);
});
