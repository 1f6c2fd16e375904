import type { AuthorityQuestion, LawPort } from '@muster/decision';
import { loadPackFiles } from './load-law-pack.ts';
import { faultText } from './pack/pack-fault.ts';
import type { PackFiles } from './pack/pack-folder.ts';

/** A law pack small enough to read at a glance, for tests: two lands, three tasks, two statuses, one provision. */
export function tinyPack(rule: string, changed: Readonly<Record<string, string>> = {}): PackFiles {
  return new Map(
    Object.entries({ ...words, 'charter/provision.md': provision, 'charter/rule.cedar': rule, ...changed }),
  );
}

const words = {
  'pack.yaml': 'id: tiny\nversion: "1"\ntitle: Tiny\ndisclaimer: Not law.\ncovers: Two lands.\n',
  'terms/parties.yaml': `parties:
  - { partyId: north, name: Northland, label: North, sovereignId: north, placeId: north-land }
  - { partyId: south, name: Southland, label: South, sovereignId: south, placeId: south-land }
`,
  'terms/places.yaml': `places:
  - { placeId: north-land, name: Northland, sovereignId: north, latitude: 60, longitude: 10 }
  - { placeId: south-land, name: Southland, sovereignId: south, latitude: 40, longitude: 10 }
`,
  'terms/tasks.yaml': `groups:
  - { groupId: labour, meaning: Work with hands. }
tasks:
  - { taskId: carry, code: CAR, label: Carry, meaning: Carry loads., within: labour }
  - { taskId: build, code: BLD, label: Build, meaning: Build things., within: labour }
  - { taskId: seize, code: SEI, label: Seize, meaning: Seize things. }
`,
  'terms/statuses.yaml': `statuses:
  - { statusId: militia, label: Militia, meaning: Of a land., payer: lender }
  - { statusId: army, label: Army, meaning: Of all lands., payer: federal }
`,
  'terms/delegations.yaml': `delegations:
  - { delegationId: warrant, label: Warrant, meaning: In writing. }
  - { delegationId: badge, label: Badge, meaning: Worn. }
`,
  'terms/capacities.yaml': `capacities:
  - { capacity: lenderHead, label: Head of the lender, resolves: lenderSovereign }
  - { capacity: hostHead, label: Head of the host, resolves: hostSovereign }
`,
};

const provision = `---
id: charter
title: Charter
citation: The Charter
inForceFrom: 2000-01-01
confidence: medium
---
Some may work.
`;

/** One policy of the tiny pack. Without an action it covers all work with hands. */
export const policy = (
  name: string,
  {
    effect = 'permit',
    status = 'militia',
    action = 'action in Muster::Action::"labour"',
    annotations = '',
    condition = '',
  }: Partial<Record<'effect' | 'status' | 'action' | 'annotations' | 'condition', string>> = {},
): string =>
  `@id("charter.${name}")\n@cite("Charter, ${name}")\n${annotations}\n` +
  `${effect} (principal == Muster::Status::"${status}", ${action}, resource) ${condition};\n`;

/** The law of a pack that is meant to be sound. */
export function lawOf(files: PackFiles): LawPort {
  const loaded = loadPackFiles(files);
  if (loaded.outcome === 'loaded') return loaded.law;
  throw new Error(loaded.faults.map(faultText).join('\n'));
}

/** A question in the words of the tiny pack: may the militia carry away from home? */
export function question(
  changed: Partial<Record<keyof AuthorityQuestion | 'taskId', unknown>> = {},
): AuthorityQuestion {
  const { taskId = 'carry', ...rest } = changed;
  const act = taskId === 'hold' ? { kind: 'hold' } : { kind: 'task', taskId };
  return {
    statusId: 'militia',
    delegationIds: [],
    relation: 'away',
    placeId: 'south-land',
    on: '2025-06-01',
    hostConsent: 'unanswered',
    act,
    ...rest,
  } as unknown as AuthorityQuestion;
}
