import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { problemIn } from '../testing.ts';
import { Browser, origin, serverWithClock } from './testing.ts';
import { throttle } from './throttle.ts';

// A password costs a second of a busy processor, on purpose.
vi.setConfig({ testTimeout: 120_000 });

let server: Awaited<ReturnType<typeof serverWithClock>>;
beforeAll(async () => {
  server = await serverWithClock();
});
afterAll(() => server.app.close());

const page = { 'muster-page': '1', 'sec-fetch-site': 'same-origin' };
const session = (browser: Browser) => browser.cookies.get('muster-session')?.value;

describe('logging in', () => {
  it('makes somebody known, from the first page to the last, and leads back to where they were', async () => {
    const browser = new Browser(server.app);
    expect(await browser.me()).toMatchObject({ kind: 'anonymous', access: 'exercise', personId: null });
    const { url } = await browser.logIn('counsel', undefined, '/login?returnTo=/api/me');
    expect(url).toBe(`${origin}/api/me`);
    expect(await browser.me()).toMatchObject({
      kind: 'member',
      personId: 'per_dod-counsel',
      displayName: 'Counsel, Defense',
      through: 'session',
      fresh: true,
    });
    const set = browser.given.filter((cookie) => cookie.startsWith('muster-session='));
    expect(set).toHaveLength(1);
    expect(set[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('asks again whenever it is asked to, whoever was known before', async () => {
    const browser = new Browser(server.app);
    await browser.logIn('counsel');
    const { shown } = await browser.open('/login');
    expect(shown.body).toContain('<form method="post">');
    await browser.logIn('planner');
    expect(await browser.me()).toMatchObject({ personId: 'per_dhs-planner' });
  });

  it.each([
    ['a wrong password', 'counsel', 'this is only a guess of mine'],
    ['a name that nobody has', 'nobody', 'this is only an exercise'],
    ['nothing', '', ''],
  ])('is refused with %s, in the same words', async (_, name, password) => {
    const browser = new Browser(server.app);
    const { shown } = await browser.logIn(name, password);
    expect(shown.statusCode).toBe(401);
    expect(shown.body).toContain('That name and that password do not belong together.');
    expect(await browser.me()).toMatchObject({ kind: 'anonymous' });
  });

  it('leads to no other site afterwards', async () => {
    for (const to of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '\t//evil.example',
    ]) {
      const browser = new Browser(server.app);
      const { url } = await browser.logIn('counsel', undefined, `/login?returnTo=${encodeURIComponent(to)}`);
      expect(url, to).toBe(`${origin}/`);
    }
  });

  it('shows the page with nothing inline and nothing of elsewhere, whatever name is typed', async () => {
    const browser = new Browser(server.app);
    const { shown } = await browser.logIn('"><script>alert(1)</script>', 'x');
    expect(shown.body).not.toContain('<script');
    expect(shown.headers['content-security-policy']).toContain("default-src 'none'");
    expect(shown.headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(shown.body).not.toMatch(/(src|href)="https?:/);
  });

  it('that another browser has begun is not finished in this one', async () => {
    const [mine, other] = [new Browser(server.app), new Browser(server.app)];
    const { url } = await other.open('/login');
    expect((await mine.form(url, { name: 'counsel', password: 'this is only an exercise' })).statusCode).toBe(400);
    const answer = await other.form(url, { name: 'counsel', password: 'this is only an exercise' });
    const back = await other.call('GET', new URL(String(answer.headers.location), origin).href);
    const callback = String(back.headers.location);
    expect(callback).toContain('/login/callback?code=');
    expect((await mine.call('GET', callback)).statusCode).toBe(400);
    expect(await mine.me()).toMatchObject({ kind: 'anonymous' });
    // The right one can, once.
    expect((await other.call('GET', callback)).statusCode).toBe(303);
    expect((await other.call('GET', callback)).statusCode).toBe(400);
  });

  it('with an answer that was changed is refused', async () => {
    for (const [name, value] of [
      ['state', 'another'],
      ['code', 'another'],
      ['iss', 'https://evil.example'],
    ] as const) {
      const browser = new Browser(server.app);
      const { url } = await browser.open('/login');
      const answer = await browser.form(url, { name: 'counsel', password: 'this is only an exercise' });
      const back = await browser.call('GET', new URL(String(answer.headers.location), origin).href);
      const callback = new URL(String(back.headers.location));
      callback.searchParams.set(name, value);
      const failed = await browser.call('GET', callback.href);
      expect(failed.statusCode, name).toBe(400);
      expect(failed.body).toContain('what it said does not hold');
      expect(await browser.me()).toMatchObject({ kind: 'anonymous' });
    }
  });

  it('by another name of this machine is led to the one that the cookies belong to', async () => {
    const answer = await server.app.inject({ url: '/login?returnTo=/x', headers: { host: 'localhost:4600' } });
    expect(answer.headers.location).toBe(`${origin}/login?returnTo=/x`);
  });

  it('is slowed down: after ten tries a name, the right password is not even looked at', async () => {
    const { app, house, now, pass } = await serverWithClock();
    const { mayTry } = throttle(house.accounts, now);
    for (let tries = 0; tries < 10; tries += 1) expect(await mayTry('auditor', `192.0.2.${tries}`)).toBe(true);
    const browser = new Browser(app);
    const { shown } = await browser.logIn('auditor');
    expect(shown.statusCode).toBe(429);
    expect(shown.body).toContain('wait a quarter of an hour');
    expect(await mayTry('counsel', '192.0.2.1')).toBe(true);
    pass(16);
    await browser.logIn('auditor');
    expect(await browser.me()).toMatchObject({ personId: 'per_demo-auditor' });
    // Whoever succeeded begins anew; an address that tries many names is slowed down too.
    expect(await mayTry('auditor', '192.0.2.1')).toBe(true);
    const names = Array.from({ length: 101 }, (_, n) => mayTry(`name ${n}`, '198.51.100.7'));
    expect((await Promise.all(names)).filter(Boolean)).toHaveLength(100);
    await app.close();
  });
});

describe('a session', () => {
  it('that somebody else put into the browser is worth nothing after logging in, and neither is the one before', async () => {
    const planted = new Browser(server.app);
    planted.cookies.set('muster-session', { value: 'chosen-by-an-attacker', path: '/' });
    await planted.logIn('counsel');
    expect(session(planted)).not.toBe('chosen-by-an-attacker');
    const attacker = new Browser(server.app);
    attacker.cookies.set('muster-session', { value: 'chosen-by-an-attacker', path: '/' });
    expect(await attacker.me()).toMatchObject({ kind: 'anonymous' });

    const before = session(planted) as string;
    await planted.logIn('counsel', undefined, '/login?fresh=1');
    expect(session(planted)).not.toBe(before);
    attacker.cookies.set('muster-session', { value: before, path: '/' });
    expect(await attacker.me()).toMatchObject({ kind: 'anonymous' });
  });

  it('ends on the server when somebody logs out: a copy of the cookie opens nothing', async () => {
    const browser = new Browser(server.app);
    await browser.logIn('counsel');
    const copy = new Browser(server.app);
    for (const [name, cookie] of browser.cookies) copy.cookies.set(name, cookie);
    expect(await copy.me()).toMatchObject({ kind: 'member' });
    const answer = await browser.call('POST', '/api/logout', { headers: page });
    expect(answer.json()).toEqual({ next: '/' });
    expect(session(browser)).toBeUndefined();
    expect(await copy.me()).toMatchObject({ kind: 'anonymous' });
  });

  it('ends after an hour unused, and after a day in any case', async () => {
    const { app, pass } = await serverWithClock();
    const browser = new Browser(app);
    await browser.logIn('counsel');
    for (let minutes = 0; minutes < 24 * 60 - 50; minutes += 50) {
      pass(50);
      expect(await browser.me(), `after ${minutes + 50} minutes`).toMatchObject({ kind: 'member', fresh: false });
    }
    pass(50);
    expect(await browser.me()).toMatchObject({ kind: 'anonymous' });
    await browser.logIn('counsel');
    pass(61);
    expect(await browser.me()).toMatchObject({ kind: 'anonymous' });
    await app.close();
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', 'muster-page': '1' }],
    ['another name of the same site', { 'sec-fetch-site': 'same-site', 'muster-page': '1' }],
    ["another site's form", { origin: 'https://evil.example', 'muster-page': '1' }],
    ['a form that hides where it stands', { origin: 'null', 'muster-page': '1' }],
    ['nobody knows where, without the header of our pages', {}],
    ['our own origin, without that header', { 'sec-fetch-site': 'same-origin' }],
  ] as [string, Record<string, string>][])('changes nothing when %s has the browser call', async (_, headers) => {
    const browser = new Browser(server.app);
    await browser.logIn('counsel');
    for (const url of ['/api/logout', '/api/commands/WithdrawRequest', '/api/requests/req_x/plan', '/api/tokens']) {
      const answer = await browser.call('POST', url, { headers, payload: {} });
      expect(answer.statusCode, url).toBe(403);
      expect(problemIn(answer)).toMatchObject({ code: 'CALL_FROM_ELSEWHERE' });
    }
    expect(await browser.me()).toMatchObject({ kind: 'member' });
  });

  it('gives commands in its own name alone, and decides only shortly after logging in', async () => {
    const { app, pass } = await serverWithClock();
    const browser = new Browser(app);
    await browser.logIn('counsel');
    const give = (personId: string) =>
      browser.call('POST', '/api/commands/GiveOpinion', {
        headers: { ...page, 'idempotency-key': 'cmd_opinion' },
        payload: { by: { personId, partyId: 'us.dod', role: 'counsel' }, data: {} },
      });
    // What is wrong with the command itself is found only once it is known whose it is.
    expect((await give('per_dod-counsel')).statusCode).toBe(400);
    pass(16);
    const stale = await give('per_dod-counsel');
    expect(stale.statusCode).toBe(401);
    expect(problemIn(stale)).toMatchObject({ code: 'LOGIN_STALE', allowed: expect.stringContaining('/login?fresh=1') });
    expect(stale.headers['www-authenticate']).toContain('insufficient_user_authentication');
    const draft = (personId: string) =>
      browser.call('POST', '/api/commands/WithdrawRequest', {
        headers: { ...page, 'idempotency-key': 'cmd_withdraw' },
        payload: {
          by: { personId, partyId: 'us.dhs', role: 'requestingPlanner' },
          data: { requestId: 'req_none', reason: 'No longer needed.' },
        },
      });
    const another = await draft('per_dhs-planner');
    expect(another.statusCode).toBe(403);
    expect(problemIn(another)).toMatchObject({ code: 'CALLER_NOT_ACTOR' });
    expect(problemIn(await draft('per_dod-counsel'))).toMatchObject({ code: 'IF_MATCH_MISSING' });
    await app.close();
  });
});
