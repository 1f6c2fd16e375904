import { type House, runScenario } from '@muster/house';
import { houseInMemory } from '@muster/house/testing';
import { loadScenario } from '@muster/scenarios';
import type { Instant, RequestId } from '@muster/terms';
import { beforeAll, describe, expect, it } from 'vitest';
import { printPlan } from '../print/plan.ts';
import { Stop } from '../session.ts';
import { commitThePlan } from './commit-plan.ts';

const requestId = 'req_2024-10-storm' as RequestId;
let house: House;
let planId: string;
beforeAll(async () => {
  const scenario = loadScenario('hurricane');
  if ('faults' in scenario) throw new Error(JSON.stringify(scenario.faults));
  house = await houseInMemory();
  await runScenario(house, scenario);
  planId = (await house.outcome(requestId))?.plans.at(-1)?.planId ?? '';
});

const commit = async (over: { as?: string; plan?: string; at?: string; requestId?: string } = {}) => {
  try {
    const id = (over.requestId ?? requestId) as RequestId;
    const at = (over.at ?? (await house.outcome(requestId))?.plans.at(-1)?.at) as Instant;
    const options = { as: over.as ?? 'per_emac-sourcing@us.emac', ...(over.plan ? { plan: over.plan } : {}) };
    return await commitThePlan(house, id, options, at);
  } catch (error) {
    if (error instanceof Stop) return error;
    throw error;
  }
};

describe('muster plan commit', () => {
  it.each([
    ['a request nobody made', { requestId: 'req_none' }, 'REQUEST_UNKNOWN', 'There is no request'],
    ['somebody who is nobody', { as: 'the governor' }, 'ACTOR_UNKNOWN', 'per_sourcing@us.dod'],
    ['a plan nobody made', { plan: 'pln_none' }, 'PLAN_UNKNOWN', 'The plan that stands is'],
    ['another party', { as: 'per_a@us.oh' }, 'DECISION_NOT_YOURS', 'addressed to'],
    ['a day after it all', { at: '2030-01-01T00:00:00Z' }, 'REVIEW_NOT_CONCURRED', 'lapsed'],
  ])('refuses %s in one sentence', async (_, over, code, words) => {
    const answer = await commit(over);
    expect(answer).toMatchObject({ code });
    expect(answer instanceof Stop && answer.message).toContain(words);
  });

  it('freezes the plan that stands, once, and the plan says so', async () => {
    expect(await commit()).toMatchObject({ planId, committed: { pack: house.law.pack } });
    expect(await commit()).toMatchObject({ code: 'PLAN_COMMITTED' });
    const outcome = await house.outcome(requestId);
    const plan = outcome?.plans.at(-1);
    if (!outcome || !plan) throw new Error('There is no plan.');
    expect(printPlan(outcome, plan)).toMatch(/It is committed on 2024-10-\d\d, frozen: \d+ people at the fullest/);
  });
});
