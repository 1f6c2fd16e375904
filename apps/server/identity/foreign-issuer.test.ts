import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Accounts } from '@muster/accounts-sql';
import type { House } from '@muster/house';
import { houseInMemory } from '@muster/house/testing';
import type { PersonId } from '@muster/terms';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scimIssuer } from '../scim/scim-member-routes.ts';
import { invite } from './invite.ts';
import { Browser, callOver, origin, serverWithClock } from './testing.ts';

/** Another organisation's provider, on a port of its own; it lets in whoever says a name. */
let provider: Server;
let issuer: string;
let server: Awaited<ReturnType<typeof serverWithClock>>;
let accounts: Accounts;

beforeAll(async () => {
  provider = createServer((call, answer) => void handle(call, answer));
  await new Promise<void>((listening) => provider.listen(0, '127.0.0.1', listening));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: 'muster-here',
        client_secret: 'a secret between the two of them',
        redirect_uris: [`${origin}/login/callback`],
        post_logout_redirect_uris: [`${origin}/`],
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email'] },
    conformIdTokenClaims: false,
    findAccount: async (_call, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, name: `Name of ${sub}`, preferred_username: `${sub}@agency.example` }),
    }),
  });
  const handle = oidc.callback();
  const house: House = await houseInMemory();
  accounts = house.accounts;
  const login = {
    publicUrl: origin,
    provider: { issuer, clientId: 'muster-here', clientSecret: 'a secret between the two of them' },
  };
  server = await serverWithClock({ access: 'members', login }, house);
}, 60_000);
afterAll(async () => {
  await server.app.close();
  provider.close();
  provider.closeAllConnections();
});

/** Logs in there as somebody who goes through its two pages, and comes back here. */
async function logIn(browser: Browser, sub: string, way = '/login?returnTo=/requests') {
  const { url } = await browser.open(way);
  const there = new Browser(callOver(issuer), issuer);
  let { url: at, shown } = await there.open(url);
  const sent: string[] = [];
  while (at.startsWith(issuer) && sent.length < 5) {
    const action = /action="([^"]+)"/.exec(shown.body)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(shown.body)?.[1];
    if (action === undefined || prompt === undefined)
      throw new Error(`${at} answered ${shown.statusCode}: ${shown.body}`);
    sent.push(prompt);
    const answer = await there.form(action, { prompt, ...(prompt === 'login' && { login: sub, password: 'any' }) });
    ({ url: at, shown } = await there.open(new URL(String(answer.headers.location), issuer).href));
  }
  return browser.open(at);
}

it('whoever another provider identifies is a member by its word, and the same one each time', async () => {
  const browser = new Browser(server.app);
  const { url, shown } = await logIn(browser, 'ada');
  expect([shown.statusCode, new URL(url).pathname], shown.body).toEqual([404, '/requests']);
  const me = await browser.me();
  expect(me).toMatchObject({ kind: 'member', displayName: 'Name of ada', through: 'session' });
  expect(await accounts.memberOf(issuer, 'ada')).toMatchObject({ personId: me.personId, issuer, subject: 'ada' });
  const again = new Browser(server.app);
  await logIn(again, 'ada');
  expect((await again.me()).personId).toBe(me.personId);
  // Muster's own login page is not there beside it.
  expect((await server.app.inject({ url: '/oidc/.well-known/openid-configuration' })).statusCode).toBe(404);
  const out = await browser.call('POST', '/api/logout', {
    headers: { 'muster-page': '1', 'sec-fetch-site': 'same-origin' },
  });
  expect(new URL(out.json().next).origin).toBe(issuer);
});

it('an invitation makes its person of whom that provider identifies, once', async () => {
  const invited = { personId: 'per_invited' as PersonId, displayName: 'Invited', at: server.now() };
  const { path } = await invite(accounts, invited);
  const browser = new Browser(server.app);
  await logIn(browser, 'ivo', path);
  expect(await browser.me()).toMatchObject({ personId: 'per_invited', displayName: 'Name of ivo' });
  const late = new Browser(server.app);
  expect((await late.open(path)).shown.statusCode).toBe(404);
});

it('whom SCIM has sent becomes that member by the first login, and by nobody else’s afterwards', async () => {
  const at = server.now();
  const sent = async (personId: string, userName: string, externalId?: string) => {
    const id = personId as PersonId;
    await accounts.addMember({
      personId: id,
      displayName: userName,
      email: undefined,
      issuer: scimIssuer,
      subject: personId,
      since: at,
    });
    await accounts.provision({ personId: id, userName, externalId, isActive: true, changedAt: at });
  };
  await sent('per_by-name', 'Grace@agency.example');
  await sent('per_by-id', 'elsewhere', 'otto');
  const [grace, otto] = [new Browser(server.app), new Browser(server.app)];
  await logIn(grace, 'grace');
  await logIn(otto, 'otto');
  expect([(await grace.me()).personId, (await otto.me()).personId]).toEqual(['per_by-name', 'per_by-id']);
  expect(await accounts.memberOf(issuer, 'grace')).toMatchObject({ personId: 'per_by-name' });
  // Another who is called so there later on is another member.
  await accounts.provision({
    personId: 'per_by-name' as PersonId,
    userName: 'paul@agency.example',
    externalId: undefined,
    isActive: true,
    changedAt: at,
  });
  const paul = new Browser(server.app);
  await logIn(paul, 'paul');
  expect((await paul.me()).personId).not.toBe('per_by-name');
});

it('whom SCIM has let go is told so, and is nobody here', async () => {
  const member = await accounts.memberOf(issuer, 'ada');
  const personId = member?.personId as PersonId;
  const said = { personId, userName: 'ada@agency.example', externalId: 'ada', changedAt: server.now() };
  await accounts.provision({ ...said, isActive: false });
  const browser = new Browser(server.app);
  const { shown } = await logIn(browser, 'ada');
  expect(shown.statusCode).toBe(400);
  expect(shown.body).toContain('Your organisation says that you may not log in here any more.');
  expect(await browser.me()).toMatchObject({ kind: 'anonymous' });
});
