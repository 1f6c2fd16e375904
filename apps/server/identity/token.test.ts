import type { Instant, PersonId } from '@muster/terms';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bearer, problemIn } from '../testing.ts';
import { inviteFirst } from './invite.ts';
import { Browser, serverWithClock } from './testing.ts';

// A password costs a second of a busy processor, on purpose.
vi.setConfig({ testTimeout: 120_000 });

let server: Awaited<ReturnType<typeof serverWithClock>>;
beforeAll(async () => {
  server = await serverWithClock();
});
afterAll(() => server.app.close());

const page = { 'muster-page': '1', 'sec-fetch-site': 'same-origin' };
const make = async (body: object, headers: Record<string, string> = bearer) =>
  server.app.inject({ method: 'POST', url: '/api/tokens', headers, payload: body });
const order = { label: 'nightly export', scopes: ['read'] };
const call = (token: string, url: string, method: 'GET' | 'POST' = 'GET', payload?: object, app = server.app) =>
  app.inject({ method, url, headers: { authorization: `Bearer ${token}` }, ...(payload && { payload }) });

describe('an API token', () => {
  it('is shown once, and known by its hash alone afterwards', async () => {
    const made = (await make(order)).json();
    expect(made).toMatchObject({ label: 'nightly export', scopes: ['read'], usedAt: null, revokedAt: null });
    expect(made.token).toMatch(/^muster_[\w-]{43}$/);
    const listed = await server.app.inject({ url: '/api/tokens', headers: bearer });
    expect(listed.json()).toEqual(expect.arrayContaining([expect.objectContaining({ tokenId: made.tokenId })]));
    expect(listed.body).not.toContain(made.token);
    expect(JSON.stringify(await server.house.accounts.tokens())).not.toContain(made.token.slice(7));
  });

  it('does what it is for, in the name of its own machine, and nothing else', async () => {
    const { token, personId } = (await make(order)).json();
    expect(personId).toMatch(/^per_machine-/);
    expect((await call(token, '/api/me')).json()).toMatchObject({
      kind: 'member',
      personId,
      through: 'token',
      scopes: ['read'],
      displayName: 'nightly export',
      fresh: false,
    });
    expect((await call(token, '/api/requests')).statusCode).toBe(200);
    for (const url of ['/api/commands/DraftRequest', '/api/requests/req_x/plan', '/api/logout', '/api/tokens']) {
      const barred = await call(token, url, 'POST', {});
      expect(barred.statusCode, url).toBe(403);
      expect(problemIn(barred)).toMatchObject({ code: 'TOKEN_SCOPE' });
    }
    expect(problemIn(await call(token, '/log/tile/entries/000'))).toMatchObject({ code: 'TOKEN_SCOPE' });
    const one = (await make({ ...order, scopes: ['listRequests'] })).json();
    expect((await call(one.token, '/api/requests')).statusCode).toBe(200);
    expect((await call(one.token, '/api/record')).statusCode).toBe(403);
  });

  it('carries out no decision, whatever it is for, and makes no other token', async () => {
    const { token } = (await make({ ...order, scopes: ['command', 'identity'] })).json();
    for (const name of ['CommitPlan', 'GiveOpinion', 'GrantConsent', 'RefuseConsent']) {
      const barred = await call(token, `/api/commands/${name}`, 'POST', {});
      expect(problemIn(barred), name).toMatchObject({ status: 403, code: 'TOKEN_CANNOT_DECIDE' });
    }
    expect(problemIn(await call(token, '/api/tokens', 'POST', order))).toMatchObject({
      code: 'CALLER_NOT_ADMINISTRATOR',
    });
  });

  it('ends when it is revoked, and when its time is over', async () => {
    const [first, second] = [(await make(order)).json(), (await make({ ...order, days: 1 })).json()];
    const revoke = (tokenId: string) =>
      server.app.inject({ method: 'DELETE', url: `/api/tokens/${tokenId}`, headers: bearer });
    expect((await revoke(first.tokenId)).statusCode).toBe(204);
    expect((await revoke(first.tokenId)).statusCode).toBe(404);
    const barred = await call(first.token, '/api/requests');
    expect(barred.statusCode).toBe(401);
    expect(problemIn(barred)).toMatchObject({ code: 'TOKEN_UNKNOWN' });
    expect((await call(second.token, '/api/requests')).statusCode).toBe(200);
    server.pass(24 * 60 + 1);
    expect((await call(second.token, '/api/requests')).statusCode).toBe(401);
  });

  it.each([
    ['without what it is for', { ...order, scopes: [] }, 'COMMAND_INVALID'],
    ['for what there is not', { ...order, scopes: ['everything'] }, 'TOKEN_SCOPE_UNKNOWN'],
    ['for longer than a year', { ...order, days: 400 }, 'COMMAND_INVALID'],
    ['with a name of two lines', { ...order, label: 'one\nand two' }, 'COMMAND_INVALID'],
    ['with what nobody asked for', { ...order, revokedAt: null }, 'COMMAND_INVALID'],
  ])('is not made %s', async (_, body, code) => {
    const answer = await make(body);
    expect(answer.statusCode).toBe(400);
    expect(problemIn(answer)).toMatchObject({ code });
  });

  it('is not made for a member that there is not', async () => {
    expect(problemIn(await make({ ...order, personId: 'per_nobody' }))).toMatchObject({ code: 'MEMBER_UNKNOWN' });
  });

  it('is a machine’s or one’s own: nobody answers for what another’s token does', async () => {
    const demo = 'per_somebody' as PersonId;
    const person = {
      personId: demo,
      displayName: 'Somebody',
      email: undefined,
      issuer: 'https://id.example',
      subject: 's',
    };
    await server.house.accounts.addMember({ ...person, since: '2026-11-24T12:00:00Z' as Instant });
    expect(problemIn(await make({ ...order, personId: demo }))).toMatchObject({
      status: 403,
      code: 'TOKEN_FOR_ANOTHER',
    });
    const { personId } = (await make(order)).json();
    expect((await make({ ...order, personId })).statusCode).toBe(201);
  });

  it('is made by nobody but an administrator', async () => {
    expect(problemIn(await make(order, {}))).toMatchObject({ status: 401 });
    const browser = new Browser(server.app);
    await browser.logIn('planner');
    const barred = await browser.call('POST', '/api/tokens', { headers: page, payload: order });
    expect(problemIn(barred)).toMatchObject({ status: 403, code: 'CALLER_NOT_ADMINISTRATOR' });
  });
});

describe('among members', () => {
  it('the first one comes by invitation, once, chooses a password that is none of the commonest, and administers', async () => {
    const { app, house, now, pass } = await serverWithClock({ access: 'members' });
    const invited = await inviteFirst(house.accounts, now());
    const path = invited?.path as string;
    const browser = new Browser(app);
    expect((await browser.call('GET', path)).body).toContain('First administrator');
    const join = (name: string, password: string, headers = {}) => browser.form(path, { name, password }, headers);
    for (const password of [
      'short',
      'passwordpassword',
      'aaaaaaaaaaaaaaaaaa',
      '123456789012345678',
      'first administrator',
      'qwertyuiopasdfgh',
    ]) {
      const again = await join('first', password);
      expect(again.statusCode, password).toBe(400);
      expect(again.body).toContain('role="alert"');
    }
    expect((await join('x', 'four quite unrelated words')).statusCode).toBe(400);
    expect((await join('first', 'four quite unrelated words', { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(
      403,
    );
    expect((await join('first', 'four quite unrelated words')).headers.location).toBe('/login');
    expect((await join('second', 'four quite unrelated words')).statusCode).toBe(404);
    expect((await browser.call('GET', path)).statusCode).toBe(404);
    expect(await inviteFirst(house.accounts, now())).toBeUndefined();

    await browser.logIn('first', 'four quite unrelated words');
    expect(await browser.me()).toMatchObject({ kind: 'member', personId: 'per_administrator', access: 'members' });
    const ask = () =>
      browser.call('POST', '/api/invitations', { headers: page, payload: { displayName: 'A Planner' } });
    const second = (await ask()).json();
    expect(second.link).toMatch(/^http:\/\/127\.0\.0\.1:4600\/join\//);
    pass(16);
    expect(problemIn(await ask())).toMatchObject({ status: 401, code: 'LOGIN_STALE' });
    pass(24 * 60);
    expect((await new Browser(app).call('GET', new URL(second.link).pathname)).statusCode).toBe(404);
    await app.close();
  });

  it("demo people and the folder's token open nothing, whatever an exercise left behind", async () => {
    const exercise = await serverWithClock();
    const browser = new Browser(exercise.app);
    await browser.logIn('counsel');
    const members = await serverWithClock({ access: 'members' }, exercise.house);
    const later = new Browser(members.app);
    for (const [name, cookie] of browser.cookies) later.cookies.set(name, cookie);
    expect(await later.me()).toMatchObject({ kind: 'anonymous', access: 'members' });
    expect((await new Browser(members.app).logIn('counsel')).shown.statusCode).toBe(401);
    const me = await members.app.inject({ url: '/api/me', headers: bearer });
    expect(me.json()).toMatchObject({ kind: 'anonymous' });
    await exercise.app.close();
    await members.app.close();
  });
});
