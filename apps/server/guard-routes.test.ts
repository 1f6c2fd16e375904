import { openGate, readPolicies } from '@muster/access-cedar';
import { type CommandName, catalogue, commandNames, isGivenByPeople } from '@muster/flow';
import { type House, runScenario } from '@muster/house';
import { houseInMemory } from '@muster/house/testing';
import { loadScenario, stepCommands } from '@muster/scenarios';
import { type Instant, type PersonId, type Role, roles } from '@muster/terms';
import fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { directoryRoutes } from './directory-routes.ts';
import { exampleOf } from './examples.ts';
import { accessFolder, guardRoutes } from './guard-routes.ts';
import { jobRoutes } from './job-routes.ts';
import { listRoutes } from './list-routes.ts';
import { logEntryRoutes, logRoutes } from './log-routes.ts';
import { commandRoutes, readRoutes } from './routes.ts';
import { standInRoutes } from './stand-in-routes.ts';
import { serverInMemory } from './testing.ts';
import type { Caller } from './who-calls.ts';

const loaded = loadScenario('hurricane');
if ('faults' in loaded) throw new Error('The scenario hurricane is faulty.');
const scenario = loaded;
const { requestId } = scenario;
const now = () => '2026-11-24T12:00:00Z' as Instant;
const all = scenario.steps.flatMap((s) => stepCommands(scenario, s));
const deciding = roles.filter((r) => r !== 'flow');

/** A server for members alone, where the head says who calls: how they log in is another test's. */
async function serverFor(house: House): Promise<FastifyInstance> {
  const app = fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateReply('problemCode', undefined);
  app.decorate('stopping', new AbortController().signal);
  app.decorateRequest('caller');
  app.addHook('onRequest', async (call) => {
    const personId = call.headers['x-person'] as PersonId | undefined;
    const scopes = call.headers['x-scopes'] as string | undefined;
    const caller: Caller = personId
      ? {
          kind: 'member',
          personId,
          through: 'token',
          authenticatedAt: now(),
          ...(scopes === undefined ? {} : { scopes: scopes.split(' ') }),
        }
      : { kind: 'anonymous' };
    call.caller = caller;
  });
  app.addHook('onRoute', ({ schema }) => {
    actions.add((schema as { operationId?: string } | undefined)?.operationId ?? 'showPage');
  });
  guardRoutes(app, { house, access: 'members', now });
  await app.register(listRoutes(house));
  await app.register(readRoutes(house));
  await app.register(standInRoutes(house));
  await app.register(directoryRoutes(house, now));
  await app.register(logRoutes(house));
  await app.register(logEntryRoutes(house));
  await app.register(commandRoutes(house, now));
  await app.register(jobRoutes(house));
  // What this server leaves out has policies all the same, so it is there in name.
  for (const operationId of [
    'listWitnesses',
    'showApi',
    'showReference',
    'showReferenceStyle',
    'live',
    'healthz',
    'readyz',
    'metrics',
    ...identity,
    ...scim,
  ])
    app.get(`/api/${operationId}`, { schema: { operationId } as object }, async () => ({}));
  await app.ready();
  return app;
}

/** Logging in, which has tests of its own. */
const identity = ['logIn', 'logInCallback', 'logOut', 'whoAmI', 'listTokens', 'makeToken', 'revokeToken', 'invite'];
/** SCIM, whose routes have tests of their own too. */
const scim = [
  ...['scimConfig', 'scimResourceTypes', 'scimResourceType', 'scimSchemas', 'scimSchema'],
  ...['scimListUsers', 'scimShowUser', 'scimAddUser', 'scimReplaceUser', 'scimChangeUser', 'scimRemoveUser'],
  ...['scimListGroups', 'scimShowGroup', 'scimAddGroup', 'scimReplaceGroup', 'scimChangeGroup', 'scimRemoveGroup'],
];
/** What it does, and the page, which it leaves out. */
const actions = new Set(['showPage']);
let house: House;
let app: FastifyInstance;
let foreign: string;
beforeAll(async () => {
  house = await houseInMemory();
  await runScenario(house, scenario);
  const audience = await house.sight.audience(requestId);
  foreign = [...house.law.terms.parties.keys()].find((id) => !audience?.parties.has(id) && id !== 'us.fema') as string;
  // Whoever played the scenario goes on in earnest, each in their own role; and one of each role of a party that is not in it.
  const given = (name: string, data: object, by: object, id: string) =>
    house.carryOut({ commandId: `cmd_${id}` as never, name, at: now(), by: by as never, data });
  expect(
    (
      await house.directory.keep({
        commandId: 'cmd_keep' as never,
        at: now(),
        keeperId: 'us.fema' as never,
        administratorId: 'per_first' as never,
      })
    ).outcome,
  ).toBe('recorded');
  const first = { personId: 'per_first', partyId: 'us.fema', role: 'administrator' };
  const holders = [
    ...new Map(all.filter((c) => c.by.role !== 'flow').map((c) => [JSON.stringify(c.by), c.by])).values(),
    ...deciding.map((role) => ({ personId: `per_foreign-${role.toLowerCase()}`, partyId: foreign, role })),
    { personId: 'per_keeper-auditor', partyId: 'us.fema', role: 'auditor' },
  ];
  for (const [i, holder] of holders.entries()) {
    const sovereign = house.law.terms.parties.get(holder.partyId as never)?.sovereignId as string;
    const administrator = {
      personId: `per_admin-${sovereign.replace(/\W/g, '-')}`,
      partyId: sovereign,
      role: 'administrator',
    };
    await given('GiveRole', administrator, first, `admin-${i}`);
    const giver = sovereign === 'us' || holder.role === 'administrator' ? first : administrator;
    const answer = await given('GiveRole', holder, giver, `role-${i}`);
    expect(answer.outcome, JSON.stringify(answer)).toBe('recorded');
  }
  app = await serverFor(house);
}, 120_000);

const get = (url: string, person?: string, scopes?: string) =>
  app.inject({
    url,
    headers: { ...(person ? { 'x-person': person } : {}), ...(scopes === undefined ? {} : { 'x-scopes': scopes }) },
  });
const post = (url: string, by: { personId: string }, body: object, key = 'cmd_try') =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'x-person': by.personId, 'idempotency-key': key, 'if-match': '*' },
    payload: { by, ...body },
  });
const foreigner = (role: Role) => ({ personId: `per_foreign-${role.toLowerCase()}`, partyId: foreign, role });

/** Every route that reads one request. */
const reading = [
  '',
  '/what-if?bar=arrest',
  '/planning-problem',
  '/lines',
  '/consents',
  '/refusals',
  '/plans',
  '/sendings',
  '/orders',
];
/** What each command takes, as the scenario gave it, or as it may be given. */
const source = { kind: 'assumption', words: 'For the test.' };
const which = { requestId, partyId: 'us.va', capacity: 'lenderGovernor' };
const samples: Record<string, object> = {
  SubmitRequest: { requestId },
  WithdrawRequest: { requestId, reason: 'not needed' },
  PublishRequest: { requestId },
  WithholdRequest: { requestId, reason: 'not for all' },
  GrantConsent: { ...which, people: 1, conditions: {}, words: 'Yes.', source },
  RefuseConsent: { ...which, reason: 'homeNeed', words: 'No.', source },
  WithdrawConsent: { ...which, reason: 'homeNeed', words: 'No.', source },
  CommitPlan: { requestId, planId: 'pln_a' },
  DeriveAuthority: { requestId, kinds: [{ statusId: 'title32', delegationIds: [] }] },
  AmendRequest: { requestId, reason: 'better known', lines: [{ lineId: 'lin_a', title: 'People', people: 1, source }] },
  NameStandIn: {
    standInId: 'sta_a',
    partyId: 'us.va',
    capacities: ['lenderGovernor'],
    personId: 'per_x',
    ofPartyId: 'us.md',
    period: { fromOn: '2026-01-01', toOn: '2027-01-01' },
    requestId,
    words: 'In absence.',
    source,
  },
};
const dataOf = (name: string) =>
  samples[name] ??
  (all.find((c) => c.name === name)?.data as object | undefined) ??
  exampleOf(name as CommandName)?.data;
/** Commands whose data names a request. */
const aboutRequests = commandNames.filter(
  (name) => isGivenByPeople(name) && name !== 'DraftRequest' && 'requestId' in (dataOf(name) ?? {}),
);
const withRequest = (name: string, id: string) => ({ data: { ...dataOf(name), requestId: id } });

it('every route of the server has a policy of its own, and without one it does not start', async () => {
  const { app: whole } = await serverInMemory();
  await whole.close();
  const bare = fastify();
  bare.decorateRequest('caller');
  guardRoutes(bare, { house, access: 'members', now });
  bare.get('/api/forgotten', { schema: { operationId: 'forgotten' } as object }, async () => 'all');
  await expect(bare.ready()).rejects.toThrow('No policy of access/ permits "forgotten": write who may do it.');
});

it('a policy names only what a server does', () => {
  const policies = readPolicies(accessFolder);
  expect(policies.flatMap((p) => p.actions).filter((action) => !actions.has(action))).toEqual([]);
  expect(
    openGate(policies, [...actions])
      .about('GiveOpinion')
      .map((p) => p.id),
  ).toEqual(['deciding.review']);
});

it('each command is permitted to exactly the roles that the catalogue names', () => {
  const policies = readPolicies(accessFolder);
  const gate = openGate(policies, [...new Set(policies.flatMap((p) => p.actions))]);
  for (const action of commandNames.filter(isGivenByPeople)) {
    const may = deciding.filter((role) =>
      gate.ask({
        action,
        caller: { kind: 'member', roles: [role], keeperRoles: [] },
        thing: { kind: 'request', seen: 'party' },
        acting: { role, held: true },
        inScope: true,
      }),
    );
    expect(may.sort(), action).toEqual(catalogue[action].who.filter((r) => r !== 'flow').sort());
  }
});

describe('a request of others', () => {
  it('is named by every command of a request that this suite tries', () => {
    const named = Object.entries(catalogue).filter(
      ([name, act]) =>
        isGivenByPeople(name as never) &&
        JSON.stringify(Object.keys((act.data as unknown as { shape?: object }).shape ?? {})).includes('"requestId"'),
    );
    expect(aboutRequests.length).toBeGreaterThan(10);
    expect(
      named.map(([name]) => name).filter((name) => name !== 'DraftRequest' && !aboutRequests.includes(name as never)),
    ).toEqual([]);
  });
  it.each(deciding)(
    'does not exist for %s of another party, on any route, byte for byte as one that was never made',
    async (role) => {
      const by = foreigner(role);
      for (const path of reading) {
        const answers = await Promise.all(
          [requestId, 'req_never'].map((id) => get(`/api/requests/${id}${path}`, by.personId)),
        );
        expect(
          answers.map((a) => a.statusCode),
          `${role} ${path}`,
        ).toEqual([404, 404]);
        expect(answers[0]?.body.replaceAll(requestId, 'req_never')).toBe(answers[1]?.body);
      }
      for (const name of aboutRequests) {
        const answers = [];
        for (const id of [requestId, 'req_never'])
          answers.push(await post(`/api/commands/${name}`, by, withRequest(name, id)));
        expect(
          answers.map((a) => a.statusCode),
          `${role} ${name}: ${answers[0]?.body}`,
        ).toEqual([404, 404]);
        expect(answers[0]?.body.replaceAll(requestId, 'req_never')).toBe(answers[1]?.body);
      }
      const plan = { planId: 'pln_x', orderOn: '2026-12-01', travelKmPerDay: 500 };
      expect((await post(`/api/requests/${requestId}/plan`, by, plan)).statusCode).toBe(404);
      expect((await get('/api/requests', by.personId)).json()).toEqual([]);
      const { entries } = (await get('/api/record?limit=1000', by.personId)).json();
      expect(JSON.stringify(entries)).not.toContain(requestId);
      expect((await get(`/api/proof?stream=request/${requestId}&position=1`, by.personId)).statusCode).toBe(404);
    },
  );
  it('nobody unknown sees it, and whoever would act is told to log in', async () => {
    for (const path of reading) expect((await get(`/api/requests/${requestId}${path}`)).statusCode).toBe(404);
    const answer = await app.inject({
      method: 'POST',
      url: '/api/commands/SubmitRequest',
      headers: { 'idempotency-key': 'cmd_try', 'if-match': '*' },
      payload: { by: foreigner('requestingPlanner'), data: { requestId } },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'ACCESS_LOGIN_NEEDED']);
  });
});

describe('a request of one’s own party', () => {
  it('is seen by each who took part, whole, and what they did in the record', async () => {
    const audience = await house.sight.audience(requestId);
    const parties = new Map(all.filter((c) => audience?.parties.has(c.by.partyId)).map((c) => [c.by.partyId, c.by]));
    expect(parties.size).toBeGreaterThan(5);
    for (const by of parties.values()) {
      expect((await get(`/api/requests/${requestId}`, by.personId)).statusCode, by.partyId).toBe(200);
      expect((await get('/api/requests', by.personId)).json()).toHaveLength(1);
    }
  });
  it('is acted on in a role that is held, by oneself alone, and with a token for just that', async () => {
    const planner = all.find((c) => c.name === 'DraftRequest')?.by as { personId: string; partyId: string; role: Role };
    const official = { ...planner, role: 'consentingOfficial' };
    const denied = await post('/api/commands/RefuseConsent', official, withRequest('RefuseConsent', requestId));
    expect([denied.statusCode, denied.json().code]).toEqual([403, 'ACCESS_DENIED']);
    expect(denied.json().allowed).toContain('A consenting official answers');
    const named = await app.inject({
      method: 'POST',
      url: '/api/commands/SubmitRequest',
      headers: { 'x-person': planner.personId, 'idempotency-key': 'cmd_try', 'if-match': '*' },
      payload: { by: { ...planner, personId: 'per_other' }, data: { requestId } },
    });
    expect([named.statusCode, named.json().code]).toEqual([403, 'CALLER_NOT_ACTOR']);
    expect((await get(`/api/requests/${requestId}`, planner.personId, 'showRequest')).statusCode).toBe(200);
    expect((await get(`/api/requests/${requestId}`, planner.personId, 'read')).statusCode).toBe(200);
    expect((await get(`/api/requests/${requestId}`, planner.personId, 'scim')).statusCode).toBe(403);
  });
  it('is shown to all on purpose, who may look and not act, until it is withheld', async () => {
    const planner = all.find((c) => c.name === 'DraftRequest')?.by as { personId: string; partyId: string; role: Role };
    const publish = await post('/api/commands/PublishRequest', planner, { data: { requestId } }, 'cmd_publish');
    expect(publish.statusCode, publish.body).toBe(200);
    for (const path of reading)
      expect([200, 422], path).toContain((await get(`/api/requests/${requestId}${path}`)).statusCode);
    expect((await get('/api/requests')).json()).toHaveLength(1);
    const { entries } = (await get('/api/record?limit=1000')).json();
    expect(entries.map((e: { type: string }) => e.type)).toContain('RequestPublished');
    expect(
      entries.map((e: { stream: string }) => e.stream).filter((s: string) => /^(refusal|person|roles)/.test(s)),
    ).toEqual([]);
    const by = foreigner('requestingPlanner');
    expect(
      (await post('/api/commands/WithdrawRequest', by, withRequest('WithdrawRequest', requestId))).statusCode,
    ).toBe(403);
    const withhold = { data: { requestId, reason: 'Not for everybody.' } };
    expect((await post('/api/commands/WithholdRequest', planner, withhold, 'cmd_withhold')).statusCode).toBe(200);
    expect((await get(`/api/requests/${requestId}`)).statusCode).toBe(404);
    expect((await get('/api/requests')).json()).toEqual([]);
  });
});

it('what is done later is for administrators of the keeper alone', async () => {
  // A record in memory has no jobs, and says so to whoever may ask.
  expect((await get('/api/jobs', 'per_first')).json().code).toBe('JOBS_NONE');
  for (const person of ['per_keeper-auditor', ...deciding.map((role) => foreigner(role).personId)]) {
    expect((await get('/api/jobs', person)).json().code, person).toBe('ACCESS_DENIED');
  }
});

describe('the directory', () => {
  it('shows roles to who holds one there, to administrators above, and to nobody else', async () => {
    expect((await get('/api/roles')).statusCode).toBe(401);
    const own = (await get('/api/roles', foreigner('auditor').personId)).json();
    expect(new Set(own.map((r: { partyId: string }) => r.partyId))).toEqual(new Set([foreign]));
    const everything = (await get('/api/roles', 'per_first')).json();
    expect(everything.length).toBeGreaterThan(own.length);
    expect((await get('/api/organisations')).json().keeperId).toBe('us.fema');
  });
  it('lets the keeper’s auditor alone read events as they are written', async () => {
    for (const person of [undefined, 'per_first', foreigner('auditor').personId]) {
      expect([401, 403]).toContain((await get('/log/tile/entries/000', person)).statusCode);
    }
    expect([200, 404]).toContain((await get('/log/tile/entries/000', 'per_keeper-auditor')).statusCode);
  });
});

describe('a request that somebody begins', () => {
  const draft = all.find((c) => c.name === 'DraftRequest');
  const begin = (id: string, key: string, by = foreigner('requestingPlanner')) =>
    post('/api/commands/DraftRequest', by, { data: { ...(draft?.data as object), requestId: id } }, key);

  it('under an id that can be guessed is refused, and nobody learns whether there is one they do not see', async () => {
    const [taken, free] = [await begin(requestId, 'cmd_taken'), await begin('req_none-such', 'cmd_free')];
    expect(taken.statusCode).toBe(422);
    expect(taken.body.replaceAll(requestId, 'req_none-such')).toBe(free.body);
    expect(taken.json().code).toBe('REQUEST_ID_NOT_FIT');
    expect(await house.outcome('req_none-such' as never)).toBeUndefined();
    // Who sees it is told that it is there.
    const own = await begin(requestId, 'cmd_own', draft?.by as never);
    expect([own.statusCode, own.json().code]).toEqual([409, 'REQUEST_EXISTS']);
  });

  it('under an id drawn by chance is begun, and is nobody else’s to begin again', async () => {
    const id = 'req_flood-3f9a0c51d27be8846a1c';
    const [begun, other] = [await begin(id, 'cmd_begun'), await begin(id, 'cmd_other', draft?.by as never)];
    expect(begun.json(), begun.body).toMatchObject({ outcome: 'recorded' });
    expect([other.statusCode, other.json().code]).toEqual([422, 'REQUEST_ID_NOT_FIT']);
    const again = await begin(id, 'cmd_begun');
    expect(again.body).toBe(begun.body);
  });
});
