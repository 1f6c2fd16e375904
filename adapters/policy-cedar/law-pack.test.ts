import { fileURLToPath } from 'node:url';
import type { AuthorityQuestion } from '@muster/decision';
import type { Day } from '@muster/terms';
import { describe, expect, it } from 'vitest';
import { checkLawPack, readCases } from './check/check-law-pack.ts';
import { runCase } from './check/run-case.ts';
import { type CompiledPack, compilePack } from './compile-pack.ts';
import { cedarLaw } from './engine/cedar-law.ts';
import { readPackFolder } from './pack/pack-folder.ts';

const folderOf = (pack: string): string => fileURLToPath(new URL(`../../law/${pack}`, import.meta.url));

describe.each(['us', 'us-wildfire', 'eu-ucpm', 'uk-maca'])('the pack %s', (name) => {
  const folder = folderOf(name);

  it('is sound: every case ends as it says, and every policy has one', () => {
    const { faults, ...counts } = checkLawPack(folder);
    expect(faults).toEqual([]);
    expect(counts.provisions).toBeGreaterThan(0);
    expect(counts.questions).toBeGreaterThanOrEqual(counts.policies);
  });

  it('has no gap: what a case says of 2025 holds at the start of every quarter to the end of 2028', () => {
    const pack = compiled(folder);
    const law = cedarLaw(pack);
    const all = readCases(readPackFolder(folder) ?? new Map(), pack, []);
    const cases = all.filter(({ question }) => question.on >= '2025-07-01');
    expect(cases.length).toBeGreaterThan(0);
    for (const on of quarters(2025, 2028).filter((day) => day >= '2025-07-01')) {
      for (const lawCase of cases) {
        const differs = runCase(law, lawCase, on).flatMap((answer) => answer.differs ?? []);
        expect(differs, `${lawCase.file} on ${on}`).toEqual([]);
      }
    }
  });

  it('lets no more without the host\'s consent: no "no" becomes a "yes", and no need but the host\'s falls away', () => {
    const pack = compiled(folder);
    const law = cedarLaw(pack);
    const answers = ['given', 'unanswered', 'refused'] as const;
    for (const cell of cellsOf(pack)) {
      const verdicts = answers.map((hostConsent) => law.verdict({ ...cell, hostConsent }));
      for (const [i, after] of verdicts.slice(1).entries()) {
        const before = verdicts[i] ?? after;
        const what = `${JSON.stringify(cell)} ${answers[i + 1]}`;
        expect(strictness[after.kind], what).toBeGreaterThanOrEqual(strictness[before.kind]);
        if (after.kind === 'forbidden' || after.kind === 'noAuthority') continue;
        const still = new Set(after.needs.map((need) => need.capacity));
        const gone = before.needs.filter((need) => !still.has(need.capacity));
        const hosts = gone.filter((need) => pack.terms.capacities.get(need.capacity)?.resolves === 'hostSovereign');
        expect(gone, what).toEqual(hosts);
        if (gone.length > 0) expect(after.contested, what).toBe(true);
      }
    }
  });
});

describe('the pack us', () => {
  it('names the 54 that have a National Guard, each its own sovereign in its own place', () => {
    const { terms } = compiled(folderOf('us'));
    const states = [...terms.parties.values()].filter((party) => party.placeId !== undefined);
    expect(states).toHaveLength(54);
    expect(terms.places.size).toBe(54);
    for (const { partyId, sovereignId, placeId } of states) {
      expect(sovereignId).toBe(partyId);
      expect(placeId && terms.places.get(placeId)?.sovereignId).toBe(partyId);
    }
  });
});

const strictness = { permitted: 0, needs: 1, noAuthority: 2, forbidden: 3 } as const;

/** Every status, with one delegation or none, at every task and its gate, at home and away, in one place. */
function cellsOf({ terms }: CompiledPack): Omit<AuthorityQuestion, 'hostConsent'>[] {
  const [placeId] = terms.places.keys();
  if (placeId === undefined) return [];
  const acts = [
    { kind: 'hold' } as const,
    ...[...terms.tasks.keys()].map((taskId) => ({ kind: 'task', taskId }) as const),
  ];
  const held = [[], ...[...terms.delegations.keys()].map((id) => [id])];
  return [...terms.statuses.keys()].flatMap((statusId) =>
    held.flatMap((delegationIds) =>
      (['home', 'away'] as const).flatMap((relation) =>
        acts.map((act) => ({ statusId, delegationIds, relation, act, placeId, on: '2026-01-15' as Day })),
      ),
    ),
  );
}

const quarters = (first: number, last: number): Day[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i).flatMap((year) =>
    ['01', '04', '07', '10'].map((month) => `${year}-${month}-01` as Day),
  );

function compiled(folder: string): CompiledPack {
  const pack = compilePack(readPackFolder(folder) ?? new Map(), []);
  if (pack) return pack;
  throw new Error(`The pack in ${folder} is not sound.`);
}
