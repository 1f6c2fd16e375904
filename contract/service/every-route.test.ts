import { type Answered, bearer, problemIn, type Served, serverInMemory } from '@muster/server/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fitting, looseIn, namesIn, type Schema, spoiled } from './any-body.ts';
import { addressOf, needsHeader, type Operation, operationsOf } from './operations.ts';

// Every route, many times: slow is not failed.
vi.setConfig({ testTimeout: 240_000 });

let app: Served;
let operations: readonly Operation[];
let giving: readonly (Operation & { readonly body: Schema })[];
beforeAll(async () => {
  app = (await serverInMemory()).app;
  operations = await operationsOf(app);
  giving = operations.filter((o): o is Operation & { body: Schema } => o.body !== undefined);
});
afterAll(() => app.close());

let drawn = 0;
const head = () => ({ ...bearer, 'idempotency-key': `cmd_every-${++drawn}`, 'if-match': '*' });

const call = (operation: Operation, payload?: unknown, headers: Record<string, string> = head(), query = '') =>
  app.inject({
    method: operation.method,
    url: `${addressOf(operation)}${query}`,
    headers: payload === undefined ? headers : { 'content-type': 'application/json', ...headers },
    ...(payload === undefined ? {} : { payload: typeof payload === 'string' ? payload : JSON.stringify(payload) }),
  });

/** Whatever is answered says nothing of the machine, and keeps other pages out. */
function expectSound(answer: Answered, of: string): void {
  expect(answer.statusCode, `${of}: ${answer.body.slice(0, 300)}`).not.toBe(500);
  const isPage = String(answer.headers['content-type']).startsWith('text/html');
  // What a browser opens tells a person in a page what is wrong; all else is a problem.
  if (isPage) expect(answer.body, of).not.toMatch(/\.[jt]s:\d+|node_modules|\bat \w+ \(|<script>alert/);
  else if (answer.statusCode >= 400) expect(problemIn(answer).allowed, of).toMatch(/\S/);
  expect(answer.headers['content-security-policy'], of).toMatch(/^default-src '(self|none)'/);
  expect(answer.headers['content-security-policy'], of).not.toMatch(/script-src[^;]*'unsafe-/);
  expect(answer.headers, of).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': expect.stringMatching(/^(SAMEORIGIN|DENY)$/),
    'referrer-policy': expect.stringMatching(/^(no-referrer|same-origin)$/),
  });
  for (const name of ['x-powered-by', 'server', 'x-injected'])
    expect(answer.headers[name], `${of} ${name}`).toBeUndefined();
}

/** One body that fits, the same for the same seed. */
const oneFitting = (schema: Schema): unknown => fc.sample(fitting(schema), { numRuns: 1, seed: 7 })[0];

describe('every route of the API document', () => {
  it('is known: it has a name of its own, and what changes anything is guarded', () => {
    expect(operations.length).toBeGreaterThan(30);
    expect(new Set(operations.map((o) => o.operationId)).size).toBe(operations.length);
    // Whoever logs out ends their own session alone, and needs no more than to come from our own page.
    const open = operations.filter((o) => o.method !== 'GET' && !o.isGuarded);
    expect(open.map((o) => o.operationId)).toEqual(['logOut']);
  });

  it('takes no part in a body that it does not name, at any depth', async () => {
    const known = new Set(giving.flatMap((o) => namesIn(o.body)));
    for (const name of ['status', 'tenant', 'approvedBy', 'outcome', 'recordedAt', 'at', 'name', 'commandId'])
      known.add(name);
    expect(known.size).toBeGreaterThan(50);
    for (const o of giving) {
      expect([o.operationId, looseIn(o.body)]).toEqual([o.operationId, []]);
      const body = oneFitting(o.body) as Record<string, unknown>;
      const own = new Set(Object.keys(o.body.properties ?? {}));
      for (const name of [...known].filter((n) => !own.has(n))) {
        const answer = await call(o, { ...body, [name]: 'x' });
        expect(answer.statusCode, `${o.operationId} with ${name}`).toBe(400);
        expect(JSON.stringify(problemIn(answer)), o.operationId).toContain(name);
      }
    }
  });

  it('answers a spoiled body with a problem, never with a failure, and keeps within its time and memory', async () => {
    const before = process.memoryUsage().heapUsed;
    let slowest = 0;
    const which = fc.integer({ min: 0, max: giving.length - 1 }).chain((i) => {
      const operation = giving[i] as (typeof giving)[number];
      return spoiled(operation.body).map((body) => ({ operation, body }));
    });
    await fc.assert(
      fc.asyncProperty(which, async ({ operation, body }) => {
        const began = process.cpuUsage();
        const answer = await call(operation, body);
        const { user, system } = process.cpuUsage(began);
        slowest = Math.max(slowest, (user + system) / 1e6);
        expectSound(answer, operation.operationId);
      }),
      { numRuns: 600 },
    );
    // Seconds of CPU: a body that took as much would stop all others.
    expect(slowest).toBeLessThan(5);
    expect((process.memoryUsage().heapUsed - before) / 2 ** 20).toBeLessThan(512);
  });

  it('answers a body that fits with what it decides, not with a failure', async () => {
    for (const o of giving) {
      for (const body of fc.sample(fitting(o.body), { numRuns: 8 })) expectSound(await call(o, body), o.operationId);
    }
  });

  it.each([
    ['text/plain', 'a'],
    ['text/xml', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['application/xml', '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;&x;">]><a>&z;</a>'],
    ['application/x-www-form-urlencoded', 'by=a&data=b'],
    ['multipart/form-data; boundary=x', '--x\r\n\r\na\r\n--x--'],
    ['application/json-patch+json', '[]'],
    ['application/octet-stream', '\u0000'],
    ['nonsense', 'a'],
  ])('takes no %s', async (kind, payload) => {
    for (const o of giving) {
      const answer = await call(o, payload, { ...head(), 'content-type': kind });
      expect([400, 415], `${o.operationId} ${answer.statusCode}`).toContain(answer.statusCode);
      expectSound(answer, o.operationId);
    }
  });

  it.each([
    ['broken JSON', '{"by":'],
    ['nothing', ''],
    ['a list', '[]'],
    ['a word', '"by"'],
    ['a prototype', '{"__proto__":{"role":"administrator"}}'],
    ['a constructor', '{"constructor":{"prototype":{"role":"administrator"}}}'],
    ['nesting without an end', '['.repeat(200_000)],
    ['deep objects', `${'{"by":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
  ])('refuses %s in words', async (_, payload) => {
    for (const o of giving) {
      const answer = await call(o, payload);
      expect(answer.statusCode, o.operationId).toBe(400);
      expectSound(answer, o.operationId);
    }
  });

  it('refuses a body that says it is larger than may be, before it is read', async () => {
    for (const o of giving) {
      const answer = await call(o, '{}', { ...head(), 'content-length': String(2 ** 31) });
      expect(answer.statusCode, o.operationId).toBe(413);
      expectSound(answer, o.operationId);
    }
  });

  it('gives nothing to whoever may not change anything, whatever they send', async () => {
    for (const o of operations.filter((each) => each.isGuarded)) {
      for (const payload of [undefined, '{}', 'no JSON', oneFitting(o.body ?? {})]) {
        const answer = await call(o, payload, {});
        expect(answer.statusCode, o.operationId).toBe(401);
        expectSound(answer, o.operationId);
      }
    }
  });

  it('that gives a command has its id, and says what was seen where it changes what exists', async () => {
    for (const o of giving.filter((each) => needsHeader(each, 'idempotency-key'))) {
      const body = understood(o);
      const { 'idempotency-key': _, ...unnamed } = head();
      expect((await call(o, body, unnamed)).statusCode, o.operationId).toBe(400);
      for (const id of ['', 'none', 'cmd_', 'cmd_A', `cmd_${'a'.repeat(100)}`, 'cmd_a\tb', "cmd_a' or 1=1"]) {
        const answer = await call(o, body, { ...head(), 'idempotency-key': id });
        expect(answer.statusCode, `${o.operationId} ${id}`).toBe(400);
      }
      if (!needsHeader(o, 'if-match')) continue;
      const { 'if-match': __, ...unseen } = head();
      const answer = await call(o, body, unseen);
      expect([o.operationId, answer.statusCode, problemIn(answer).code]).toEqual([
        o.operationId,
        428,
        'IF_MATCH_MISSING',
      ]);
    }
  });

  it('answers a command sent again with the same bytes, and refuses another under its id', async () => {
    let decided = 0;
    for (const o of giving.filter((each) => needsHeader(each, 'idempotency-key'))) {
      const body = understood(o);
      const mine = head();
      const first = await call(o, body, mine);
      const again = await call(o, body, mine);
      expect([o.operationId, again.statusCode, again.body]).toEqual([o.operationId, first.statusCode, first.body]);
      if (![404, 409, 200].includes(first.statusCode)) continue;
      decided++;
      const by = { ...(body as { by: object }).by, personId: 'per_another' };
      const other = await call(o, { ...body, by }, mine);
      expect([o.operationId, other.statusCode, problemIn(other).code]).toEqual([o.operationId, 422, 'COMMAND_REUSED']);
    }
    expect(decided).toBeGreaterThan(5);
  });

  it('takes no strange words in its address, and puts none of them into its head', async () => {
    const words = [
      "' or 1=1 --",
      '%0d%0ax-injected: 1',
      '../../etc/passwd',
      '%00',
      '%ff',
      '<script>',
      '__proto__',
      '🜁',
      'x'.repeat(5000),
    ];
    for (const o of operations.filter((each) => each.method === 'GET')) {
      for (const word of words) {
        const query = `?${['limit', 'after', 'sort', 'text', 'party', 'stream', 'refuse', word].map((k) => `${k}=${word}`).join('&')}`;
        const answer = await call(o, undefined, bearer, encodeURI(query).replaceAll('%25', '%'));
        expectSound(answer, `${o.operationId}${word}`);
        const named = o.path.replace(/\{\w+\}/g, encodeURIComponent(word));
        if (named !== o.path) {
          const missed = await app.inject({ url: named, headers: bearer });
          expect([400, 404, 414], `${named.slice(0, 80)} ${missed.statusCode}`).toContain(missed.statusCode);
          expectSound(missed, o.operationId);
        }
      }
    }
  });

  it('names no address that the server would go to', () => {
    // Nothing a caller sends is fetched: where the server goes is set by whoever runs it. A part for it would be seen here.
    const places =
      /^(ur[il]|.*(Ur[il]|Address|Webhook|Callback|Endpoint)|href|link|webhook|callback|endpoint|peer|host|origin)$/;
    for (const o of operations) {
      const parts = [...namesIn(o.body ?? {}), ...o.parameters.map((p) => p.name)];
      expect([o.operationId, parts.filter((name) => places.test(name))]).toEqual([o.operationId, []]);
      expect(JSON.stringify([o.body, o.parameters]), o.operationId).not.toMatch(/"format":"ur[il]/);
    }
    expect(places.test('callbackUrl') && places.test('url')).toBe(true);
  });

  it('lets no page of another site read or change anything', async () => {
    const origin = 'https://evil.example';
    for (const o of operations) {
      const asked = {
        origin,
        'access-control-request-method': o.method,
        'access-control-request-headers': 'muster-page',
      };
      const before = await app.inject({ method: 'OPTIONS', url: addressOf(o), headers: asked });
      const simple = await call(o, o.method === 'GET' ? undefined : '{}', {
        ...head(),
        origin,
        'content-type': 'text/plain',
      });
      for (const answer of [before, simple]) {
        expect(
          Object.keys(answer.headers).filter((name) => name.startsWith('access-control')),
          o.operationId,
        ).toEqual([]);
      }
      // What a form of another site can send without asking first is no JSON, and is not read.
      if (o.body) expect([400, 415], o.operationId).toContain(simple.statusCode);
    }
  });

  it('answers a read in words of its own, whoever asks and whatever they accept', async () => {
    for (const o of operations.filter((each) => each.method === 'GET')) {
      for (const accept of ['*/*', 'text/html', 'text/csv', 'application/json', 'image/png', 'nonsense', '']) {
        expectSound(await call(o, undefined, { ...bearer, accept }), o.operationId);
      }
    }
  });
});

/** A body that is understood: the document's own example, and where it has none, one that fits. */
const understood = (o: Operation & { readonly body: Schema }) => (o.example ?? oneFitting(o.body)) as object;
