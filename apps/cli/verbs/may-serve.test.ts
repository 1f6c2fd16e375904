import { exitCodes, type House, runScenario } from '@muster/house';
import { houseInMemory } from '@muster/house/testing';
import { loadScenario } from '@muster/scenarios';
import type { RequestId } from '@muster/terms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printConditions } from '../print/conditions.ts';
import { Stop } from '../session.ts';
import { askMayServe } from './may-serve.ts';

const requestId = 'req_2024-10-storm' as RequestId;
let house: House;
beforeAll(async () => {
  const scenario = loadScenario('hurricane');
  if ('faults' in scenario) throw new Error(JSON.stringify(scenario.faults));
  house = await houseInMemory();
  await runScenario(house, scenario);
});
afterAll(() => house.close());

const may = async (over: object) => {
  const asked = { line: 'lin_clearing', lender: 'IN', status: 'state active duty', on: '2024-10-12' };
  try {
    return await askMayServe(house, requestId, { ...asked, delegation: [], present: [], serving: 0, ...over });
  } catch (error) {
    if (error instanceof Stop) return error;
    throw error;
  }
};

describe('muster decision may-serve', () => {
  it('says yes with the law that permits it and every condition to keep to', async () => {
    const answer = await may({});
    expect('policies' in answer && answer.policies.map((p) => p.policyId)).toEqual([
      'lenderGovernor.us.in',
      'hostGovernor.us.fl',
    ]);
    expect('because' in answer && answer.because.every((p) => p.citation !== '')).toBe(true);
  });

  it.each([
    [
      'a sovereign who bars the task',
      { lender: 'GA', line: 'lin_traffic' },
      'CONSENT_NOT_COVERING',
      'does not consent to crowdControl',
    ],
    [
      'the day after a consent ends',
      { lender: 'TN', on: '2024-10-23' },
      'CONSENT_NOT_COVERING',
      'consents only from 2024-10-09 to 2024-10-23',
    ],
    ['a sovereign who never answered', { lender: 'AL' }, 'CONSENT_NOT_COVERING', 'did not answer in time'],
    ['a consent that is used up', { lender: 'SC', serving: 70 }, 'DECISION_CONDITION_FULL', 'allows 70 people'],
    ["counsel's number used up", { line: 'lin_traffic', serving: 80 }, 'DECISION_CONDITION_FULL', 'allows 80 people'],
    ['another status', { status: 'Title 32' }, 'CONSENT_NOT_COVERING', 'never sought'],
    ['a day outside the line', { on: '2024-12-01' }, 'REVIEW_NOT_CONCURRED', 'lapsed on 2024-11-05'],
  ])('says no to %s', async (_what, over, code, words) => {
    expect(await may(over)).toMatchObject({
      code,
      exitCode: exitCodes.refused,
      message: expect.stringContaining(words),
    });
  });

  it.each([
    ['line', { line: 'lin_x' }, 'no line "lin_x"'],
    ['lender', { lender: 'Indianna' }, 'Did you mean'],
    ['day', { on: '2024-13-01' }, 'a day is like'],
    ['office', { present: ['mayor'] }, 'does not know the capacity "mayor"'],
  ])('tells a wrong %s in one sentence', async (_what, over, words) => {
    expect(await may(over)).toMatchObject({ exitCode: exitCodes.badInput, message: expect.stringContaining(words) });
  });
});

describe('muster decision conditions', () => {
  it('says each condition as a sentence', async () => {
    const { counselPolicies, consents } = await house.decided(requestId);
    const policies = [...counselPolicies, ...[...consents.values()].flatMap((c) => c.policy ?? [])];
    expect(printConditions(policies, house.law.terms).split('\n')).toEqual([
      'counsel.cnd_traffic-80',
      "    At most 80 people at a time on lin_traffic. (counsel's condition: At most 80 on traffic control, beside local police)",
      'lenderGovernor.us.in',
      '    At most 400 people at a time.',
      'hostGovernor.us.fl',
      '    At most 700 people at a time.',
      'lenderGovernor.us.sc',
      '    At most 70 people at a time.',
      'lenderGovernor.us.ga',
      '    At most 150 people at a time, not for Crowd control.',
      'lenderGovernor.us.tn',
      '    At most 120 people at a time, from 2024-10-09 until before 2024-10-23.',
      'lenderGovernor.us.ny',
      '    At most 100 people at a time.',
    ]);
  });
});
