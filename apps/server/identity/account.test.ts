import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { demoPassword } from './demo-people.ts';
import { Browser, serverWithClock } from './testing.ts';

// A password costs a second of a busy processor, on purpose.
vi.setConfig({ testTimeout: 180_000 });

let server: Awaited<ReturnType<typeof serverWithClock>>;
beforeAll(async () => {
  server = await serverWithClock();
});
afterAll(() => server.app.close());

const chosen = 'plain kettle under seven larches';
const loggedIn = async (name: string, password = demoPassword) => {
  const browser = new Browser(server.app);
  await browser.logIn(name, password);
  return browser;
};
const sessionNames = (body: string) => [...body.matchAll(/name="session" value="([^"]+)"/g)].map(([, name]) => name);
const account = async (browser: Browser) => (await browser.call('GET', '/account')).body;

describe("a member's own page", () => {
  it('is for whoever has just logged in, and sends everybody else to do so', async () => {
    // A clock of its own: the issuer has the machine's, so that nobody logs in afresh once it is moved on.
    const { app, pass } = await serverWithClock();
    const nobody = await new Browser(app).call('GET', '/account');
    expect([nobody.statusCode, nobody.headers.location]).toEqual([303, '/login?fresh=1&returnTo=/account']);
    const browser = new Browser(app);
    await browser.logIn('auditor');
    expect(await account(browser)).toContain('You are logged in nowhere else.');
    pass(16);
    const stale = await browser.call('GET', '/account');
    expect([stale.statusCode, stale.headers.location]).toEqual([303, '/login?fresh=1&returnTo=/account']);
    const ended = await browser.form('/account/end-others', {});
    expect(ended.headers.location).toBe('/login?fresh=1&returnTo=/account');
    await app.close();
  });

  it('shows where they are logged in, and ends one of these, or all others', async () => {
    const [one, two, three] = [await loggedIn('planner'), await loggedIn('planner'), await loggedIn('planner')];
    const other = await loggedIn('desk');
    const names = sessionNames(await account(one));
    expect(names).toHaveLength(2);
    expect((await one.form('/account/end-session', { session: names[0] as string })).headers.location).toBe(
      '/account?done=session',
    );
    expect((await one.call('GET', '/account?done=session')).body).toContain('That login is ended.');
    const left = await Promise.all([two, three].map(async (b) => (await b.me()).kind));
    expect(left.sort()).toEqual(['anonymous', 'member']);
    expect((await one.form('/account/end-session', { session: names[0] as string })).statusCode).toBe(404);
    // Nobody ends another member's.
    const foreign = await other.form('/account/end-session', { session: names[1] as string });
    expect(foreign.statusCode).toBe(404);
    expect((await one.form('/account/end-others', {})).headers.location).toBe('/account?done=others');
    for (const ended of [two, three]) expect(await ended.me()).toMatchObject({ kind: 'anonymous' });
    expect(await one.me()).toMatchObject({ kind: 'member' });
    expect(await other.me()).toMatchObject({ kind: 'member' });
  });

  it('changes a password for whoever knows the one before, and logs out all else', async () => {
    const [browser, elsewhere] = [await loggedIn('counsel'), await loggedIn('counsel')];
    const change = (current: string, password: string) => browser.form('/account/password', { current, password });
    const wrong = await change('not what it is, not at all', chosen);
    expect([wrong.statusCode, wrong.body.includes('That is not the password you have now.')]).toEqual([401, true]);
    const short = await change(demoPassword, 'too short');
    expect([short.statusCode, /The password has 9 characters/.test(short.body)]).toEqual([400, true]);
    expect(await elsewhere.me()).toMatchObject({ kind: 'member' });
    const before = browser.cookies.get('muster-session')?.value;
    expect((await change(demoPassword, chosen)).headers.location).toBe('/account?done=password');
    expect(browser.cookies.get('muster-session')?.value).not.toBe(before);
    expect(await browser.me()).toMatchObject({ kind: 'member', personId: 'per_dod-counsel' });
    expect(await elsewhere.me()).toMatchObject({ kind: 'anonymous' });
    const old = new Browser(server.app);
    expect((await old.logIn('counsel', demoPassword)).shown.statusCode).toBe(401);
    expect(await (await loggedIn('counsel', chosen)).me()).toMatchObject({ kind: 'member' });
  });

  it('does nothing that another site has the browser ask', async () => {
    const [browser, other] = [await loggedIn('finance'), await loggedIn('finance')];
    const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    for (const path of ['end-others', 'end-session', 'password']) {
      const answer = await browser.form(`/account/${path}`, { current: demoPassword, password: chosen }, elsewhere);
      expect(answer.statusCode, path).toBe(403);
    }
    expect(await other.me()).toMatchObject({ kind: 'member' });
  });
});
