import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type House, runScenario } from '@muster/house';
import { houseInMemory } from '@muster/house/testing';
import { planProblemSchema } from '@muster/plan/problem';
import { loadScenario } from '@muster/scenarios';
import type { RequestId } from '@muster/terms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stop } from '../session.ts';
import { problemOfRequest, saveProblem } from './write-problem.ts';

const requestId = 'req_2024-10-storm' as RequestId;
const folder = mkdtempSync(join(tmpdir(), 'muster-problem-'));
let early: House;
let house: House;
beforeAll(async () => {
  const scenario = loadScenario('hurricane');
  if ('faults' in scenario) throw new Error(JSON.stringify(scenario.faults));
  house = await houseInMemory();
  await runScenario(house, scenario);
  early = await houseInMemory();
  const first = scenario.steps.findIndex((s) => s.step === 'plan');
  await runScenario(early, { ...scenario, steps: scenario.steps.slice(0, first) });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await house.close();
  await early.close();
});

const stopped = async (work: () => unknown) => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Stop) return error;
    throw error;
  }
};

describe('muster plan problem', () => {
  it('writes a file from which the plan that stands comes again, with nothing changed', async () => {
    const file = join(folder, 'storm.json');
    const problem = await problemOfRequest(house, requestId, {});
    expect(saveProblem(problem, file)).toContain('muster plan solve --problem');
    const read = planProblemSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    expect(read).toEqual(problem);
    const answer = await house.solver.solve(read);
    const plan = (await house.outcome(requestId))?.plans.at(-1);
    expect(answer).toMatchObject({ outcome: 'solved', solved: { filled: plan?.planned, short: plan?.short, gap: 0 } });
    const changes = answer.outcome === 'solved' && answer.solved.levels.find((l) => l.level === 'changes');
    expect(changes).toMatchObject({ value: 0 });
  });

  it('takes another day and speed than those of the plan', async () => {
    const problem = await problemOfRequest(early, requestId, { orderOn: '2024-10-08', travelKmPerDay: 500 });
    expect(problem).toMatchObject({ orderOn: '2024-10-08', travelKmPerDay: 500 });
    expect(problem.objectives).not.toContain('changes');
  });

  it.each([
    ['a request nobody made', 'req_none', {}, 'REQUEST_UNKNOWN', 'There is no request'],
    [
      'a day that is none',
      requestId,
      { orderOn: '8 October' },
      'TYPED_WRONG',
      '--order-on: "8 October" must be a calendar day',
    ],
    ['nothing, where no plan stands', requestId, {}, 'TYPED_WRONG', 'say --order-on'],
  ])('refuses %s in one sentence', async (_, id, options, code, words) => {
    const answer = await stopped(() => problemOfRequest(early, id as RequestId, options));
    expect(answer).toMatchObject({ code });
    expect(answer instanceof Stop && answer.message).toContain(words);
  });

  it('says when the file cannot be written', async () => {
    const problem = await problemOfRequest(house, requestId, {});
    const answer = await stopped(() => saveProblem(problem, join(folder, 'nowhere', 'storm.json')));
    expect(answer).toMatchObject({ code: 'FILE_UNWRITABLE' });
  });
});
