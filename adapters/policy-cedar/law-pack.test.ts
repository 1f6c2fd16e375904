import { fileURLToPath } from 'node:url';
import type { Day } from '@muster/terms';
import { describe, expect, it } from 'vitest';
import { checkLawPack, readCases } from './check/check-law-pack.ts';
import { runCase } from './check/run-case.ts';
import { compilePack } from './compile-pack.ts';
import { cedarLaw } from './engine/cedar-law.ts';
import { readPackFolder } from './pack/pack-folder.ts';

const folder = fileURLToPath(new URL('../../law/us', import.meta.url));

describe('the pack us', () => {
  it('is sound: every case ends as it says, and every policy has one', () => {
    const { faults, ...counts } = checkLawPack(folder);
    expect(faults).toEqual([]);
    expect(counts.provisions).toBeGreaterThan(0);
    expect(counts.questions).toBeGreaterThanOrEqual(counts.policies);
  });

  it('has no gap: what a case says of 2025 holds at the start of every quarter to the end of 2028', () => {
    const files = readPackFolder(folder) ?? new Map();
    const pack = compilePack(files, []);
    if (!pack) throw new Error('The pack us is not sound.');
    const law = cedarLaw(pack);
    const cases = readCases(files, pack, []).filter(({ question }) => question.on >= '2025-07-01');
    expect(cases.length).toBeGreaterThan(0);
    for (const on of quarters(2025, 2028).filter((day) => day >= '2025-07-01')) {
      for (const lawCase of cases) {
        const differs = runCase(law, lawCase, on).flatMap((answer) => answer.differs ?? []);
        expect(differs, `${lawCase.file} on ${on}`).toEqual([]);
      }
    }
  });

  it('names the 54 that have a National Guard, each its own sovereign in its own place', () => {
    const { terms } = cedarLaw(compilePack(readPackFolder(folder) ?? new Map(), []) ?? never());
    const states = [...terms.parties.values()].filter((party) => party.placeId !== undefined);
    expect(states).toHaveLength(54);
    expect(terms.places.size).toBe(54);
    for (const { partyId, sovereignId, placeId } of states) {
      expect(sovereignId).toBe(partyId);
      expect(placeId && terms.places.get(placeId)?.sovereignId).toBe(partyId);
    }
  });
});

const quarters = (first: number, last: number): Day[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i).flatMap((year) =>
    ['01', '04', '07', '10'].map((month) => `${year}-${month}-01` as Day),
  );

function never(): never {
  throw new Error('The pack us is not sound.');
}
