import { runScenario } from '@muster/house';
import { planProblemSchema } from '@muster/plan/problem';
import { loadScenario } from '@muster/scenarios';
import type { RequestId } from '@muster/terms';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemIn, serverInMemory } from './testing.ts';

let app: FastifyInstance;
let requestId: string;
beforeAll(async () => {
  const scenario = loadScenario('hurricane');
  if ('faults' in scenario) throw new Error(JSON.stringify(scenario.faults));
  const server = await serverInMemory();
  await runScenario(server.house, scenario);
  app = server.app;
  requestId = scenario.requestId;
});
afterAll(() => app.close());

describe('GET planning-problem', () => {
  it('gives plain data that can be read again, with the plan that stands in it', async () => {
    const answer = await app.inject(`/api/requests/${requestId}/planning-problem`);
    expect(answer.statusCode).toBe(200);
    const problem = planProblemSchema.parse(answer.json());
    expect(problem.problemId).toBe(requestId);
    const outcome = (await app.inject(`/api/requests/${requestId}`)).json();
    expect(problem.lines.map((line) => line.lineId)).toEqual(
      outcome.lines.map((line: { lineId: RequestId }) => line.lineId),
    );
    expect(problem.former?.length).toBeGreaterThan(0);
  });

  it('says of a request that is not there, or not submitted, that nothing can be planned', async () => {
    const missing = await app.inject('/api/requests/req_none/planning-problem');
    expect(problemIn(missing)).toMatchObject({ status: 422, code: 'REQUEST_NOT_SUBMITTED' });
  });

  it('says of a request without a plan that one has to be made first', async () => {
    const scenario = loadScenario('hurricane');
    if ('faults' in scenario) throw new Error(JSON.stringify(scenario.faults));
    const { app: other, house } = await serverInMemory();
    const upToPlan = scenario.steps.findIndex((step) => step.step === 'plan');
    expect(upToPlan).toBeGreaterThan(0);
    await runScenario(house, { ...scenario, steps: scenario.steps.slice(0, upToPlan) });
    const answer = await other.inject(`/api/requests/${scenario.requestId}/planning-problem`);
    expect(problemIn(answer)).toMatchObject({ status: 404, code: 'PLAN_UNKNOWN' });
    await other.close();
  });
});
