import type { WhatIf } from '@muster/flow';
import type { House } from '@muster/house';
import { houseInMemory } from '@muster/house/testing';
import type { HypothesisWords } from '@muster/policy-cedar';
import type { Step } from '@muster/scenarios';
import { isRefusal, type RequestId } from '@muster/terms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsIn, play, scenarioNamed } from './golden.ts';

/** The article with all its answers; no plan is needed, since none is looked at. */
const scenario = scenarioNamed('article');
let house: House;
beforeAll(async () => {
  house = await houseInMemory();
  const plans = (step: Step) => step.step === 'plan' || (step.step === 'command' && step.name === 'CommitPlan');
  await play(house, { ...scenario, steps: scenario.steps.filter((step) => !plans(step)) });
});
afterAll(() => house.close());

async function whatIf(words: HypothesisWords): Promise<WhatIf> {
  const read = house.readHypothesis(words);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const found = await house.whatIf(scenario.requestId as RequestId, read.hypothesis);
  if (isRefusal(found)) throw new Error(found.why);
  return found;
}

const figuresOf = ({ figures }: WhatIf) =>
  Object.fromEntries(
    Object.entries(figures).flatMap(([fate, { lines, people }]) => (lines > 0 ? [[fate, [lines, people]]] : [])),
  );
const deciding = ({ lines, policies }: WhatIf, fate: string) => {
  const ids = new Set(lines.filter((l) => l.fate === fate).flatMap((l) => l.reasons.flatMap((r) => r.policyIds)));
  return policies.filter((p) => ids.has(p.policyId)).map((p) => p.citation);
};

/** Lines and people by what becomes of them. The line dead before is detention support in Arizona, which Arizona bars. */
const dead = { staysDead: [1, 1_120] };

describe('the article, if', () => {
  it('Texas refused, as host and lender: its six lines of the Guard die, its arrests by federal officers live on', async () => {
    const found = await whatIf({ refuse: ['TX'] });
    expect(figuresOf(found)).toEqual({ dies: [6, 8_500], livesOn: [12, 10_380], ...dead });
    expect(found.lines.filter((l) => l.fate === 'dies').every((l) => l.place.name === 'Texas')).toBe(true);
    expect(deciding(found, 'dies')).toContain('Structure of the U.S. Constitution; 32 USC 502(f)');
    expect(found.fallen).toMatchObject([{ party: { id: 'us.tx' }, capacity: { id: 'hostGovernor' }, people: 8_500 }]);
  });

  it('Ohio refused: no line dies, and fifteen have one lender fewer', async () => {
    const found = await whatIf({ refuse: ['Ohio'] });
    expect(figuresOf(found)).toEqual({ livesOn: [18, 18_880], ...dead });
    expect(found.lines.filter((l) => l.after.lenders === l.before.lenders - 1)).toHaveLength(15);
    expect(found.fallen).toMatchObject([{ party: { id: 'us.oh' }, status: 'granted', people: 418 }]);
  });

  it('the Secretary of Defense refused: every line of the Guard dies', async () => {
    const found = await whatIf({ refuse: ['Secretary of Defense'] });
    expect(figuresOf(found)).toEqual({ dies: [17, 15_880], livesOn: [1, 3_000], ...dead });
    expect(deciding(found, 'dies')).toContain('32 USC 502(f)(2)(A)');
  });

  it('Justice refused: nothing changes, since its agencies answer for themselves', async () => {
    const found = await whatIf({ refuse: ['Department of Justice'] });
    expect(found.idle.parties).toEqual([{ id: 'us.doj', name: 'Department of Justice' }]);
    expect(found.lines.flatMap((l) => l.reasons)).toEqual([]);
  });

  it('arrests were barred: those under immigration law die, and criminal arrest is no task here', async () => {
    const found = await whatIf({ bar: ['IMM', 'ARR'] });
    expect(figuresOf(found)).toEqual({ dies: [1, 3_000], livesOn: [17, 15_880], ...dead });
    expect(found.idle.tasks).toEqual([{ id: 'arrest', name: 'Arrest' }]);
  });

  it('people served under Title 10 instead: support is contested, detention and arrests are forbidden', async () => {
    const found = await whatIf({ instead: 'Title 10', for: 'Title 32' });
    expect(figuresOf(found)).toEqual({ dies: [17, 15_880], livesOn: [1, 3_000], ...dead });
    expect(deciding(found, 'dies')).toEqual(
      expect.arrayContaining(['10 USC 12406', 'Defense Department policy, 2025; not settled law']),
    );
  });

  it('people served under state active duty instead: all must wait for consents that were never sought', async () => {
    const found = await whatIf({ instead: 'SAD_EMAC', for: 'T32_HOME' });
    expect(figuresOf(found)).toEqual({ comesAlive: [1, 1_120], mustWait: [17, 15_880], livesOn: [1, 3_000] });
    const line = found.lines.find((l) => l.lineId === 'lin_medical-fl');
    expect(line?.after).toMatchObject({ state: 'waits', lenders: 0, waiting: 54 });
  });

  it('all of it at once: what each ends is ended', async () => {
    const found = await whatIf({ refuse: ['TX', 'OH'], bar: ['medical', 'IMM'], only: ['Title 32'] });
    expect(figuresOf(found)).toEqual({ dies: [9, 12_500], livesOn: [9, 6_380], ...dead });
  });
});

it('asking records nothing', async () => {
  const before = await eventsIn(house.record);
  await whatIf({ refuse: ['TX'], instead: 'Title 10' });
  expect(await eventsIn(house.record)).toEqual(before);
});
