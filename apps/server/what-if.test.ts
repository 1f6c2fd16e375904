import { runScenario } from '@muster/house';
import { loadScenario } from '@muster/scenarios';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemIn, serverInMemory } from './testing.ts';

let app: FastifyInstance;
let url: string;
beforeAll(async () => {
  const scenario = loadScenario('hurricane');
  if ('faults' in scenario) throw new Error(JSON.stringify(scenario.faults));
  const server = await serverInMemory();
  await runScenario(server.house, scenario);
  app = server.app;
  url = `/api/requests/${scenario.requestId}/what-if`;
});
afterAll(() => app.close());

describe('GET what-if', () => {
  it('says what would follow, in words as people type them, once or again', async () => {
    const answer = await app.inject(`${url}?refuse=GA&refuse=us.tn&bar=CRW`);
    expect(answer.statusCode).toBe(200);
    const { supposed, figures, lines } = answer.json();
    expect(supposed.refuses.map((party: { id: string }) => party.id)).toEqual(['us.ga', 'us.tn']);
    expect(figures.dies.lines).toBe(lines.filter((line: { fate: string }) => line.fate === 'dies').length);
    expect(figures.dies.lines).toBeGreaterThan(0);
    expect((await app.inject(`${url}?bar=CRW`)).statusCode).toBe(200);
  });

  it.each([
    ['', 422, 'DECISION_NOTHING_SUPPOSED', 'Nothing is supposed'],
    ['?refuse=Gorgia', 400, 'LAW_WORD_UNKNOWN', 'does not know the party "Gorgia". Did you mean "Georgia"?'],
    ['?for=title32', 400, 'LAW_WORD_UNKNOWN', 'nothing comes in its place'],
    ['?only=Title%2010', 422, 'DECISION_KIND_NOT_USED', 'Nobody is asked to serve under Title 10'],
    ['?refuses=GA', 400, 'COMMAND_INVALID', 'refuses'],
  ])('refuses "%s" with %i', async (query, status, code, words) => {
    const problem = problemIn(await app.inject(url + query));
    expect(problem).toMatchObject({ status, code, detail: expect.stringContaining(words) });
  });

  it('answers 404 for a request that is not there', async () => {
    const missing = await app.inject('/api/requests/req_none/what-if?refuse=GA');
    expect(problemIn(missing)).toMatchObject({ status: 404, code: 'REQUEST_UNKNOWN' });
  });
});
