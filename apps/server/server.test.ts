import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandNames, isGivenByPeople } from '@muster/flow';
import { runScenario } from '@muster/house';
import { houseInMemory } from '@muster/house/testing';
import { loadScenario, stepCommands } from '@muster/scenarios';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, giving, problemIn, serverInMemory, token } from './testing.ts';

const loaded = loadScenario('hurricane');
if ('faults' in loaded) throw new Error('The scenario hurricane is faulty.');
const scenario = loaded;
const drafting = scenario.steps.flatMap((s) => stepCommands(scenario, s)).find((c) => c.name === 'DraftRequest');
if (!drafting) throw new Error('The scenario hurricane drafts no request.');
const draft = { commandId: 'cmd_draft', by: drafting.by, data: drafting.data as Record<string, unknown> };

/** Where each command is given, and the order to plan. */
const changing = [
  ...commandNames.filter(isGivenByPeople).map((name) => `/api/commands/${name}`),
  '/api/requests/req_a/plan',
];

let app: FastifyInstance;
const post = (url: string, payload: unknown, headers: Record<string, string> = bearer) =>
  app.inject(giving(url, payload, headers));

beforeAll(async () => {
  app = (await serverInMemory()).app;
});
afterAll(() => app.close());

describe('reading', () => {
  let played: FastifyInstance;
  let told: Awaited<ReturnType<typeof houseInMemory>>;
  beforeAll(async () => {
    told = await houseInMemory();
    await runScenario(told, scenario);
    played = (await serverInMemory({ house: told })).app;
  });
  afterAll(() => played.close());

  it('shows a request whole, as the house has it', async () => {
    const answer = await played.inject(`/api/requests/${scenario.requestId}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify(await told.outcome(scenario.requestId))));
  });

  it('lists requests with the same figures as each of them has', async () => {
    const [summary, ...more] = (await played.inject('/api/requests')).json();
    const { figures, title } = (await played.inject(`/api/requests/${scenario.requestId}`)).json();
    const { asked, permitted, consented, planned, short } = figures;
    expect(more).toEqual([]);
    expect(summary).toMatchObject({
      requestId: scenario.requestId,
      title,
      asked,
      permitted,
      consented,
      planned,
      short,
    });
  });

  it('gives the record page by page, whole, in order, nothing twice', async () => {
    const whole = (await played.inject('/api/record?limit=1000')).json().entries;
    expect(whole.length).toBeGreaterThan(20);
    for (const limit of [1, 7, whole.length, 1000]) {
      const entries: unknown[] = [];
      let after = '';
      for (;;) {
        const page = (await played.inject(`/api/record?limit=${limit}${after}`)).json();
        entries.push(...page.entries);
        if (page.entries.length < limit) break;
        after = `&after=${encodeURIComponent(page.next)}`;
      }
      expect(entries).toEqual(whole);
    }
  });

  it('answers 404 for a request that is not there, and 400 for an id that is none', async () => {
    const missing = await played.inject('/api/requests/req_none');
    expect(missing.statusCode).toBe(404);
    expect(problemIn(missing)).toMatchObject({
      code: 'REQUEST_UNKNOWN',
      allowed: expect.stringContaining('/api/requests'),
    });
    const malformed = await played.inject('/api/requests/none');
    expect(malformed.statusCode).toBe(400);
    expect(problemIn(malformed)).toMatchObject({ faults: [{ field: 'requestId' }] });
  });

  it.each(['limit=0', 'limit=1001', 'limit=all', 'limit=1.5'])('answers 400 for %s', async (query) => {
    const answer = await played.inject(`/api/record?${query}`);
    expect(answer.statusCode).toBe(400);
    expect(problemIn(answer)).toMatchObject({ faults: [{ field: 'limit' }] });
  });

  it('says that it is well', async () => {
    const answer = await played.inject('/api/health');
    expect(answer.json()).toEqual({ status: 'ok', law: told.law.pack });
  });

  it('serves the document it is described by', async () => {
    const { openapi, paths } = (await played.inject('/api/openapi.json')).json();
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths)).toContain('/api/requests/{requestId}');
  });
});

describe('a command', () => {
  it.each([
    ['no token', {}],
    ['an empty token', { authorization: 'Bearer ' }],
    ['another token', { authorization: `Bearer ${token.toUpperCase()}` }],
    ['a longer token', { authorization: `Bearer ${token}x` }],
    ['another scheme', { authorization: `Basic ${Buffer.from(`:${token}`).toString('base64')}` }],
  ] as [string, Record<string, string>][])(
    'with %s is refused before it is looked at, on every route',
    async (_, headers) => {
      for (const url of changing) {
        const answer = await post(url, 'not even JSON', headers);
        expect(answer.statusCode, url).toBe(401);
        expect(problemIn(answer)).toMatchObject({ code: 'NO_TOKEN' });
      }
    },
  );

  it('is carried out, and sent again it is answered with the same bytes', async () => {
    const first = await post('/api/commands/DraftRequest', draft);
    expect(first.statusCode).toBe(200);
    expect(first.json()).toMatchObject({ outcome: 'recorded', facts: [{ type: 'RequestDrafted', position: 1 }] });
    const again = await post('/api/commands/DraftRequest', draft);
    expect([again.statusCode, again.body]).toEqual([200, first.body]);
  });

  it('under an id already used for another is refused with 422', async () => {
    const other = await post('/api/commands/DraftRequest', { ...draft, data: { ...draft.data, title: 'Another' } });
    expect(other.statusCode).toBe(422);
    expect(problemIn(other)).toMatchObject({ code: 'COMMAND_REUSED' });
  });

  it.each<[number, string, string, object]>([
    [403, 'COMMAND_ROLE_NOT_ALLOWED', 'DraftRequest', { by: { ...draft.by, role: 'auditor' } }],
    [404, 'REQUEST_UNKNOWN', 'SubmitRequest', { data: { requestId: 'req_none' } }],
    [409, 'REQUEST_EXISTS', 'DraftRequest', {}],
    [
      403,
      'REQUEST_NOT_YOURS',
      'SubmitRequest',
      { by: { ...draft.by, partyId: 'us.tx' }, data: { requestId: scenario.requestId } },
    ],
  ])('that is refused answers %i %s: what was asked, why not, what is allowed', async (status, code, name, over) => {
    await post('/api/commands/DraftRequest', draft);
    const answer = await post(`/api/commands/${name}`, {
      ...draft,
      commandId: `cmd_refused-${code.toLowerCase().replaceAll('_', '-')}`,
      ...over,
    });
    expect([answer.statusCode, problemIn(answer).code]).toEqual([status, code]);
    for (const field of ['asked', 'detail', 'allowed']) expect(problemIn(answer)[field]).toMatch(/^[A-Z].*\.$/s);
  });

  it('names each fault by its field', async () => {
    const answer = await post('/api/commands/DraftRequest', {
      ...draft,
      data: { ...draft.data, people: -1, title: 7 },
    });
    expect(answer.statusCode).toBe(400);
    const fields = (problemIn(answer).faults as { field: string }[]).map((f) => f.field);
    expect([...new Set(fields)].sort()).toEqual(['data.people', 'data.title']);
  });

  it.each(['at', 'name', 'status', 'outcome', 'recordedAt', 'requesterId'])(
    'may not bring %s of its own',
    async (field) => {
      for (const url of changing.slice(0, -1)) {
        const answer = await post(url, { ...draft, [field]: 'x' });
        expect(answer.statusCode, url).toBe(400);
        const within = await post(url, { ...draft, data: { requestId: 'req_a', [field]: 'x' } });
        expect(within.statusCode, url).toBe(400);
      }
    },
  );

  it('cannot be given as the flow', async () => {
    for (const url of changing) {
      const answer = await post(url, { ...draft, by: { ...draft.by, role: 'flow' } });
      expect(answer.statusCode, url).toBe(400);
      expect(JSON.stringify(problemIn(answer).faults)).toContain('by');
    }
  });

  it('that only the flow or the house gives has no route', async () => {
    for (const name of commandNames.filter((n) => !isGivenByPeople(n))) {
      const answer = await post(`/api/commands/${name}`, draft);
      expect(answer.statusCode, name).toBe(404);
      expect(problemIn(answer)).toMatchObject({ code: 'NO_ROUTE' });
    }
  });

  it('of any JSON whatever is answered with a problem, never with a failure', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...changing), fc.json(), async (url, payload) => {
        const answer = await app.inject({
          method: 'POST',
          url,
          headers: { ...bearer, 'content-type': 'application/json' },
          payload,
        });
        expect(answer.statusCode).toBe(400);
        expect(problemIn(answer).allowed).toMatch(/\.$/);
      }),
    );
  });
});

describe('an order to plan', () => {
  it('for a request nobody submitted is refused', async () => {
    const order = {
      commandId: 'cmd_plan',
      by: { ...draft.by, role: 'sourcingOfficer' },
      planId: 'pln_a',
      orderOn: '2025-06-01',
      travelKmPerDay: 800,
    };
    const answer = await post('/api/requests/req_none/plan', order);
    expect(answer.statusCode).toBe(422);
    expect(problemIn(answer)).toMatchObject({ code: 'REQUEST_NOT_SUBMITTED' });
  });

  it('that no solver can solve is answered with a problem', async () => {
    const house = await houseInMemory();
    const unsolved = { ...house, plan: async () => ({ outcome: 'unsolved' as const, why: 'No time was left.' }) };
    const { app: stuck } = await serverInMemory({ house: unsolved });
    const order = { commandId: 'cmd_plan', by: draft.by, planId: 'pln_a', orderOn: '2025-06-01', travelKmPerDay: 800 };
    const answer = await stuck.inject(giving('/api/requests/req_a/plan', order));
    expect(answer.statusCode).toBe(422);
    expect(problemIn(answer)).toMatchObject({ code: 'PLAN_UNSOLVED', detail: 'No time was left.' });
    await stuck.close();
  });
});

describe('the call itself', () => {
  it.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:4600', '169.254.169.254', '0.0.0.0'])(
    'by the name "%s" is refused, reads too',
    async (host) => {
      for (const [method, url] of [
        ['GET', '/api/requests'],
        ['POST', '/api/commands/DraftRequest'],
        ['GET', '/none'],
      ] as const) {
        const answer = await app.inject({ method, url, headers: { ...bearer, host } });
        expect(answer.statusCode, url).toBe(421);
        expect(problemIn(answer)).toMatchObject({ code: 'OTHER_HOST' });
      }
    },
  );

  it.each(['127.0.0.1', '127.0.0.1:4600', 'localhost:80', '[::1]:4600', 'LOCALHOST:4600'])(
    'by the name %s is answered',
    async (host) => {
      expect((await app.inject({ url: '/api/health', headers: { host } })).statusCode).toBe(200);
    },
  );

  it('with a body of more than 20 MB is refused, and says how much is allowed', async () => {
    const answer = await post('/api/commands/DraftRequest', { ...draft, words: 'x'.repeat(21 * 1024 * 1024) });
    expect(answer.statusCode).toBe(413);
    expect(problemIn(answer).allowed).toContain('20 MB');
  });

  it.each([
    ['broken JSON', 'application/json', '{"data":', 400],
    ['no body', 'application/json', '', 400],
    ['another kind of body', 'text/xml', '<draft/>', 415],
    ['no object', 'application/json', '[]', 400],
  ])('with %s is refused in words', async (_, kind, payload, status) => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/commands/DraftRequest',
      headers: { ...bearer, 'content-type': kind },
      payload,
    });
    expect(answer.statusCode).toBe(status);
    expect(problemIn(answer).allowed).toMatch(/JSON|OpenAPI/);
  });

  it.each(['/none', '/api/none', '/api/requests/req_a/none', '/../../package.json', '/%2e%2e/package.json'])(
    'to %s finds nothing',
    async (url) => {
      const answer = await app.inject(url);
      expect(answer.statusCode).toBe(404);
      expect(problemIn(answer)).toMatchObject({ code: 'NO_ROUTE' });
    },
  );

  it('carries headers that keep other pages out', async () => {
    const { headers } = await app.inject('/api/health');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    // WebAssembly, which the solver in the page is, and no text that becomes code.
    expect(headers['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval';");
    for (const words of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'self'"]) {
      expect(headers['content-security-policy']).toContain(words);
    }
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN' });
  });
});

describe('a failure inside', () => {
  const secret = () => Promise.reject(new Error('connect to postgres://muster:hunter2@db failed'));

  it('is said without its words, its place or its password', async () => {
    const house = { ...(await houseInMemory()), requests: secret, carryOut: secret, outcome: secret, story: secret };
    const { app: broken } = await serverInMemory({ house });
    for (const call of [
      { url: '/api/requests' },
      { url: '/api/record' },
      { url: '/api/requests/req_a' },
      giving('/api/commands/DraftRequest', draft),
    ]) {
      const answer = await broken.inject(call);
      expect(answer.statusCode, call.url).toBe(500);
      expect(problemIn(answer)).toMatchObject({ code: 'FAILED' });
      expect(answer.body).not.toContain('hunter2');
    }
    await broken.close();
  });

  it('of the database is 503, and of a cursor 400', async () => {
    const failing = (code: string) => () =>
      Promise.reject(Object.assign(new Error('The record says so.'), { name: 'RecordFailure', code }));
    for (const [code, status] of [
      ['DATABASE_NOT_ANSWERING', 503],
      ['RECORD_CURSOR_UNKNOWN', 400],
    ] as const) {
      const { app: broken } = await serverInMemory({ house: { ...(await houseInMemory()), story: failing(code) } });
      const answer = await broken.inject('/api/record');
      expect(answer.statusCode).toBe(status);
      expect(problemIn(answer).detail).toBe('The record says so.');
      await broken.close();
    }
  });
});

describe('the page', () => {
  const webFolder = mkdtempSync(join(tmpdir(), 'muster-web-'));
  let site: FastifyInstance;
  beforeAll(async () => {
    mkdirSync(join(webFolder, 'assets'));
    writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>Muster</title>');
    writeFileSync(join(webFolder, 'assets', 'a.js'), 'export {};');
    site = (await serverInMemory({ webFolder })).app;
  });
  afterAll(async () => {
    await site.close();
    rmSync(webFolder, { recursive: true });
  });
  const html = { accept: 'text/html,application/xhtml+xml' };

  it.each(['/', '/index.html', '/requests/req_a', '/anything?q=1'])(
    'is served at %s to whoever wants a page',
    async (url) => {
      const answer = await site.inject({ url, headers: html });
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(answer.body).toContain('<title>Muster</title>');
    },
  );

  it('comes with its files', async () => {
    const answer = await site.inject('/assets/a.js');
    expect([answer.statusCode, answer.body]).toEqual([200, 'export {};']);
  });

  it.each<['GET' | 'POST' | 'DELETE', string, Record<string, string>]>([
    ['GET', '/anything', { accept: 'application/json' }],
    ['GET', '/anything', {}],
    ['GET', '/api/none', html],
    ['POST', '/anything', html],
    ['DELETE', '/', html],
    ['GET', '/assets/none.js', { accept: '*/*' }],
  ])('is not what %s %s gets with %o', async (method, url, headers) => {
    const answer = await site.inject({ method, url, headers });
    expect(answer.statusCode).toBe(404);
    expect(problemIn(answer)).toMatchObject({ code: 'NO_ROUTE' });
  });
});
