import { request } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { openHouse } from '@muster/house';
import { leftIn, removeFolder, temporaryFolder } from '@muster/house/testing';
import { buildServer } from '@muster/server';
import { Browser, callOver } from '@muster/server/testing';
import type { Instant } from '@muster/terms';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { selfMadeCertificate } from './self-made-certificate.ts';

// Databases that start, and passwords that cost a second each: slow is not failed.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const folder = temporaryFolder();
const ends: (() => Promise<unknown>)[] = [];
/** How many calls each server has answered. */
const answered = [0, 0];
const ports: number[] = [];
let address: string;

beforeAll(async () => {
  const proxy = tlsBefore();
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  address = `https://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  ends.push(async () => {
    proxy.close();
    proxy.closeAllConnections();
  });
  for (const _ of answered) {
    // The second joins the database that the first one runs.
    const opened = await openHouse({ dataFolder: folder });
    if ('fault' in opened) throw new Error(opened.fault);
    ends.unshift(() => opened.house.close());
    const app = await buildServer({
      house: opened.house,
      token: 'the-token-of-this-folder',
      now: () => new Date().toISOString() as Instant,
      settings: { ...settings, login: { publicUrl: address, provider: undefined } },
    });
    await app.listen({ host: '127.0.0.1', port: 0 });
    ends.unshift(() => app.close());
    ports.push((app.server.address() as AddressInfo).port);
  }
});
afterAll(async () => {
  for (const end of ends) await end();
  await leftIn(folder);
  removeFolder(folder);
});

const settings = {
  access: 'exercise',
  host: '127.0.0.1',
  port: 0,
  hostNames: [],
  trustedProxies: ['127.0.0.1'],
  logLevel: 'silent',
  metricsToken: undefined,
  callsPerMinute: undefined,
  mostDelayMs: undefined,
  drainSeconds: 0,
} as const;

/** What speaks TLS before both servers: each call goes to the other one than the call before. */
function tlsBefore(): Server {
  let turn = 0;
  return createServer(selfMadeCertificate('muster.example'), (call, answer) => {
    const which = turn++ % 2;
    const headers = { ...call.headers, 'x-forwarded-proto': 'https', 'x-forwarded-host': call.headers.host };
    const sent = request({ host: '127.0.0.1', port: ports[which], method: call.method, path: call.url, headers });
    sent.on('response', (got) => {
      answered[which] = (answered[which] ?? 0) + 1;
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    sent.on('error', () => answer.writeHead(502).end());
    call.pipe(sent);
  });
}

const browse = () => new Browser(callOver(address), address);
/** Whom a server takes somebody for who has this cookie and no more. */
const takenFor = async (cookie: string, at = address) =>
  (await callOver(at).inject({ url: '/api/me', headers: { cookie } })).json().personId;

it('a login that two servers answer in turn is one login, and each cookie is for this host by TLS alone', async () => {
  const browser = browse();
  const { shown } = await browser.logIn('planner');
  expect(shown.statusCode).toBeLessThan(500);
  for (const _ of answered) expect(await browser.me()).toMatchObject({ kind: 'member', personId: 'per_dhs-planner' });
  expect(
    answered.every((n) => n >= 3),
    `${answered}`,
  ).toBe(true);
  expect(browser.given.length).toBeGreaterThan(3);
  for (const set of browser.given) {
    expect(set).toMatch(/; secure/i);
    expect(set).toMatch(/; httponly/i);
    expect(set).toMatch(/; samesite=lax/i);
    expect(set).not.toMatch(/; domain=/i);
  }
  const own = browser.given.filter((set) => /^__Host-muster(-login)?=/.test(set));
  expect(own.length).toBeGreaterThanOrEqual(3);
  for (const set of own) expect(set).toContain('; Path=/;');
  expect([...browser.cookies.keys()]).toContain('__Host-muster');
  expect([...browser.cookies.keys()]).not.toContain('muster-session');
});

it('a session that somebody else put into the browser is worth nothing after logging in, on either server', async () => {
  const thief = browse();
  await thief.logIn('auditor');
  const planted = thief.cookies.get('__Host-muster')?.value as string;
  const victim = browse();
  victim.cookies.set('__Host-muster', { value: planted, path: '/' });
  expect(await victim.me()).toMatchObject({ personId: 'per_demo-auditor' });
  await victim.logIn('counsel');
  const own = victim.cookies.get('__Host-muster')?.value as string;
  expect(own).not.toBe(planted);
  for (const _ of answered) {
    expect(await takenFor(`__Host-muster=${planted}`)).toBeNull();
    expect(await takenFor(`__Host-muster=${own}`)).toBe('per_dod-counsel');
  }
  // A name that was chosen and never given is worth nothing either, and is not taken over.
  const chosen = browse();
  chosen.cookies.set('__Host-muster', { value: 'A'.repeat(43), path: '/' });
  await chosen.logIn('desk');
  expect(chosen.cookies.get('__Host-muster')?.value).not.toBe('A'.repeat(43));
  expect(await takenFor(`__Host-muster=${'A'.repeat(43)}`)).toBeNull();
});

it('the same secret under the name that is for plain HTTP opens nothing, and a log-out on one server is one on both', async () => {
  const browser = browse();
  await browser.logIn('finance');
  const { value } = browser.cookies.get('__Host-muster') as { value: string };
  expect(await takenFor(`muster-session=${value}`)).toBeNull();
  const out = await browser.call('POST', '/api/logout', {
    headers: { 'muster-page': '1', 'sec-fetch-site': 'same-origin', origin: address },
  });
  expect(out.statusCode).toBe(200);
  for (const _ of answered) expect(await takenFor(`__Host-muster=${value}`)).toBeNull();
});
