import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { House } from '@muster/house';
import { houseInMemory } from '@muster/house/testing';
import { afterAll, describe, expect, it } from 'vitest';
import type { ServerTerms } from './build-server.ts';
import { callLog } from './call-log.ts';
import { serverMeter } from './server-meter.ts';
import { exerciseSettings } from './server-settings.ts';
import { bearer, giving, problemIn, serverInMemory } from './testing.ts';

const opened: { close(): Promise<unknown> }[] = [];
afterAll(async () => {
  for (const app of opened) await app.close();
});

const house = await houseInMemory();
async function server(over: Partial<ServerTerms> = {}) {
  const { app } = await serverInMemory({ house, meter: serverMeter(), ...over });
  opened.push(app);
  return app;
}

/** A server whose log is kept, line by line. */
async function logged(over: Partial<ServerTerms> = {}) {
  const lines: string[] = [];
  const app = await server({ log: callLog('info', { write: (line) => void lines.push(line) }), ...over });
  const entries = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { app, lines, entries };
}

const draft = { commandId: 'cmd_a', by: { personId: 'per_a', partyId: 'us.dhs', role: 'requestingPlanner' }, data: {} };

describe('whether it lives and can serve', () => {
  it('is told to whoever asks, by any name', async () => {
    const app = await server();
    for (const url of ['/healthz', '/readyz']) {
      const answer = await app.inject({ url, headers: { host: '10.1.2.3:4600' } });
      expect([answer.statusCode, answer.headers['cache-control']], url).toEqual([200, 'no-store']);
    }
  });

  it('is not ready while the house is not, and says why; the process lives all the same', async () => {
    const why = 'The database at db:5432/muster does not answer.';
    const standing: House['standing'] = async () => ({ state: 'notReady', code: 'DATABASE_NOT_ANSWERING', why });
    const app = await server({ house: { ...house, standing } });
    const answer = await app.inject('/readyz');
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '1']);
    expect(problemIn(answer)).toMatchObject({ code: 'DATABASE_NOT_ANSWERING', detail: why });
    expect((await app.inject('/healthz')).statusCode).toBe(200);
  });

  it('is ready no more as soon as it is to stop, and goes on answering', async () => {
    const stop = new AbortController();
    const app = await server({ stopping: stop.signal });
    expect((await app.inject('/readyz')).statusCode).toBe(200);
    stop.abort();
    expect(problemIn(await app.inject('/readyz'))).toMatchObject({ status: 503, code: 'STOPPING' });
    expect((await app.inject('/api/requests')).statusCode).toBe(200);
  });

  it('what was asked before it closes is still answered', async () => {
    let answerNow = () => {};
    const waiting = new Promise<void>((settle) => {
      answerNow = settle;
    });
    let isAsked = false;
    const requests: House['requests'] = async () => {
      isAsked = true;
      await waiting;
      return [];
    };
    const app = await server({ house: { ...house, requests } });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/api/requests`;
    const asked = fetch(url);
    while (!isAsked) await pause(5);
    const closed = app.close();
    await pause(50);
    answerNow();
    expect((await asked).status).toBe(200);
    await closed;
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe('the metrics', () => {
  it('count calls by route and never by what was asked for', async () => {
    const app = await server();
    await app.inject('/api/requests/req_canary?words=canary');
    await app.inject('/canary');
    const { body, headers } = await app.inject('/metrics');
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toMatch(
      /muster_http_seconds_count\{method="GET",route="\/api\/requests\/:requestId",status="404"\} 1\n/,
    );
    expect(body).toMatch(/muster_http_seconds_count\{method="GET",route="none",status="404"\} 1\n/);
    expect(body).toMatch(/^muster_ready 1$/m);
    expect(body).toMatch(/^process_resident_memory_bytes \d+/m);
    expect(body).not.toContain('canary');
  });

  it('say what appends and plans took, and how the record stands', async () => {
    const meter = serverMeter();
    meter.house.appended('recorded', 12);
    meter.house.planned('proposed', 2_000);
    const figures: House['figures'] = async () => ({
      pools: {
        writing: { open: 1, idle: 0, waiting: 0 },
        reading: { open: 8, idle: 0, waiting: 3 },
        growing: { open: 1, idle: 1, waiting: 0 },
      },
      appending: 7,
      leaves: 100,
      signed: 90,
      logLagSeconds: 0.5,
    });
    const app = await server({ meter, house: { ...house, figures } });
    const { body } = await app.inject('/metrics');
    for (const line of [
      'muster_append_seconds_bucket{le="0.025",outcome="recorded"} 1',
      'muster_plan_seconds_sum{outcome="proposed"} 2',
      'muster_pool_connections{pool="reading",state="waiting"} 3',
      'muster_appending 7',
      'muster_log_unsigned 10',
      'muster_log_lag_seconds 0.5',
    ]) {
      expect(body.split('\n')).toContain(line);
    }
  });

  it('are for this machine, or for whoever has the token', async () => {
    const app = await server();
    expect((await app.inject({ url: '/metrics', remoteAddress: '10.0.0.1' })).statusCode).toBe(401);
    const metricsToken = 'a-token-for-the-metrics';
    const guarded = await server({ settings: { ...exerciseSettings, metricsToken } });
    const statusWith = async (authorization?: string) =>
      (await guarded.inject({ url: '/metrics', headers: authorization ? { authorization } : {} })).statusCode;
    expect([await statusWith(), await statusWith('Bearer another'), await statusWith(bearer.authorization)]).toEqual([
      401, 401, 401,
    ]);
    expect(await statusWith(`Bearer ${metricsToken}`)).toBe(200);
  });
});

describe('the log', () => {
  it('has a line a call: number, route, status, how long, and the code of what stood in the way', async () => {
    const { app, entries } = await logged();
    const answer = await app.inject('/api/requests/req_none');
    expect(entries()).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        pid: process.pid,
        call: answer.headers['x-request-id'],
        method: 'GET',
        route: '/api/requests/:requestId',
        status: 404,
        ms: expect.any(Number),
        code: 'REQUEST_UNKNOWN',
        msg: 'answered',
      },
    ]);
  });

  it('holds nothing that a caller wrote, wherever it was written, and no line that a caller made', async () => {
    const canary = 'Canary Jane';
    const forged = `${canary}\r\n{"level":"info","msg":"forged"}`;
    const broken = () => Promise.reject(Object.assign(new Error(forged), { detail: forged, code: 'X_FAILED' }));
    const { app, lines, entries } = await logged({ house: { ...house, story: broken, carryOut: broken } });
    const words = encodeURIComponent(forged);
    const calls = [
      { url: `/api/requests/${words}?words=${words}` },
      { url: `/${words}` },
      { url: `/api/record?after=${words}` },
      { url: '/api/requests', headers: { 'user-agent': canary, 'x-request-id': canary, cookie: canary } },
      { url: '/api/requests', headers: { host: 'Canary-Jane.example' } },
      giving('/api/commands/DraftRequest', { ...draft, data: { title: forged } }),
      giving('/api/commands/WithdrawRequest', { ...draft, data: { requestId: 'req_a', reason: 'for the test' } }),
      {
        method: 'POST',
        url: '/api/commands/DraftRequest',
        headers: { ...bearer, 'content-type': 'application/json' },
        payload: `{"${canary}`,
      },
      { method: 'POST', url: '/api/requests/req_a/plan', headers: { authorization: `Bearer ${canary}` }, payload: {} },
    ] as const;
    const statuses = [];
    for (const call of calls) statuses.push((await app.inject(call)).statusCode);
    expect(statuses).toContain(500);
    expect(lines.join('')).not.toMatch(/canary|forged|jane/i);
    // Each call once, and the failures with where they arose.
    expect(entries().filter(({ msg }) => msg === 'answered')).toHaveLength(calls.length);
    expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true);
    const failed = entries().find(({ err }) => err !== undefined);
    expect(failed?.err).toMatchObject({ type: 'Error', code: 'X_FAILED', stack: expect.any(Array) });
  });

  it("says of the record's own trouble what is wrong with it", async () => {
    const why = 'The database at db:5432/muster does not answer.';
    const trouble = Object.assign(new Error(why), { name: 'RecordFailure', code: 'DATABASE_NOT_ANSWERING' });
    const { app, entries } = await logged({ house: { ...house, requests: () => Promise.reject(trouble) } });
    expect((await app.inject('/api/requests')).statusCode).toBe(503);
    expect(entries()[0]).toMatchObject({ level: 'error', msg: why, code: 'DATABASE_NOT_ANSWERING' });
  });
});

describe('too much', () => {
  it('from one caller is refused until the minute is over; others and those who watch go on', async () => {
    const app = await server({ settings: { ...exerciseSettings, callsPerMinute: 3 } });
    const from = (remoteAddress: string, url = '/api/requests') => app.inject({ url, remoteAddress });
    for (let i = 0; i < 3; i++) expect((await from('10.0.0.1')).statusCode).toBe(200);
    const refused = await from('10.0.0.1', '/api/requests/req_a');
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(problemIn(refused)).toMatchObject({
      code: 'TOO_MANY_CALLS',
      allowed: expect.stringMatching(/^Come again in \d+ seconds\.$/),
    });
    expect((await from('10.0.0.2')).statusCode).toBe(200);
    for (const url of ['/healthz', '/readyz']) expect((await from('10.0.0.1', url)).statusCode).toBe(200);
    expect((await app.inject('/metrics')).body).toContain('muster_http_turned_away_total{because="rate"} 1');
  });

  it('at once is turned away with when to come again, and nothing of it is done', async () => {
    let release = () => {};
    const held = new Promise<void>((settle) => {
      release = settle;
    });
    let asked = 0;
    const carryOut: House['carryOut'] = async (command) => {
      asked += 1;
      await held;
      return house.carryOut(command);
    };
    const app = await server({ house: { ...house, carryOut } });
    const give = (n: number) =>
      app.inject(
        giving('/api/commands/WithdrawRequest', {
          ...draft,
          commandId: `cmd_${n}`,
          data: { requestId: 'req_none', reason: 'for the test' },
        }),
      );
    const given = Array.from({ length: 2_000 }, (_, n) => give(n));
    while (asked < 2_000) await pause(20);
    const refused = await give(2_000);
    expect([refused.statusCode, refused.headers['retry-after'], asked]).toEqual([503, '2', 2_000]);
    expect(problemIn(refused)).toMatchObject({ code: 'UNDER_PRESSURE' });
    expect((await app.inject('/api/requests')).statusCode).toBe(200);
    release();
    await Promise.all(given);
    expect((await give(2_001)).statusCode).not.toBe(503);
  }, 60_000);

  it('work for the process is turned away, but not who asks whether it lives', async () => {
    const app = await server({ settings: { ...exerciseSettings, mostDelayMs: 1_000 } });
    const blocked = Array.from({ length: 3 }, () => 1_400);
    for (const ms of blocked) {
      const until = performance.now() + ms;
      while (performance.now() < until);
      await pause(1);
    }
    expect(problemIn(await app.inject('/api/requests'))).toMatchObject({ status: 503, code: 'UNDER_PRESSURE' });
    expect((await app.inject('/healthz')).statusCode).toBe(200);
    while ((await app.inject('/api/requests')).statusCode === 503) await pause(100);
  }, 30_000);
});

describe('who sends', () => {
  const answerTo = async (text: string, port: number): Promise<string> =>
    new Promise((settle, fail) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      socket.on('data', (some) => {
        answer += some;
      });
      socket.once('error', fail).once('close', () => settle(answer));
    });

  it('too slowly or too long a header is cut off', async () => {
    const app = await server();
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const [slow, long] = await Promise.all([
      answerTo('GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\nx: ', port),
      answerTo(`GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, port),
    ]);
    expect(slow).toMatch(/^HTTP\/1\.1 408 /);
    expect(long).toMatch(/^HTTP\/1\.1 431 /);
    // A body that trickles is cut off likewise; waiting for that would take half a minute.
    expect(app.server.requestTimeout).toBe(30_000);
  }, 30_000);
});
