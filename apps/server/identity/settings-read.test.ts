import { randomUUID } from 'node:crypto';
import type { CommandId, PartyId } from '@muster/terms';
import { expect, it, vi } from 'vitest';
import { problemIn } from '../testing.ts';
import { firstAdministrator } from './invite.ts';
import { Browser, serverWithClock } from './testing.ts';

// A password costs a second of a busy processor, on purpose.
vi.setConfig({ testTimeout: 120_000 });

const decide = (browser: Browser) =>
  browser.call('POST', '/api/commands/CommitPlan', {
    headers: { 'muster-page': '1', 'sec-fetch-site': 'same-origin' },
    payload: {},
  });

it('what an administrator sets holds from the next call on: how fresh a login must be, and what the house is called', async () => {
  const { app, house, pass, now } = await serverWithClock();
  const browser = new Browser(app);
  await browser.logIn('sourcing');
  pass(4);
  // Nothing is wrong with the login yet: what is sent is.
  expect(problemIn(await decide(browser))).toMatchObject({ code: 'COMMAND_INVALID' });
  const keeperId = 'us.fema' as PartyId;
  const by = { personId: firstAdministrator, partyId: keeperId, role: 'administrator' as const };
  await house.directory.keep({
    commandId: 'cmd_keep' as CommandId,
    at: now(),
    keeperId,
    administratorId: firstAdministrator,
  });
  for (const data of [
    { name: 'freshLoginMinutes', value: 3 },
    { name: 'houseName', value: 'Muster of <the> coast' },
  ]) {
    const commandId = `cmd_${randomUUID()}` as CommandId;
    expect(await house.carryOut({ commandId, at: now(), by, name: 'SetSetting', data })).toMatchObject({
      outcome: 'recorded',
    });
  }
  const stale = await decide(browser);
  expect(problemIn(stale)).toMatchObject({
    code: 'LOGIN_STALE',
    detail: 'A decision needs a login of the last 3 minutes.',
  });
  expect(stale.headers['www-authenticate']).toContain('max_age="180"');
  expect(await browser.me()).toMatchObject({ fresh: false });
  const { shown } = await new Browser(app).open('/login');
  expect(shown.body).toContain('<title>Log in – Muster of &#60;the&#62; coast</title>');
  await app.close();
});

it('whoever does not say who they are is told, among members, how to log in, and of no token of a folder', async () => {
  const { app } = await serverWithClock({ access: 'members' });
  const call = { method: 'POST', url: '/api/commands/CommitPlan', payload: {} } as const;
  const told = problemIn(await app.inject(call));
  expect(told).toMatchObject({ code: 'ACCESS_LOGIN_NEEDED', allowed: expect.stringContaining('Log in at /login') });
  expect(JSON.stringify(told)).not.toContain('data folder');
  const { app: exercise } = await serverWithClock();
  expect(problemIn(await exercise.inject(call))).toMatchObject({ code: 'NO_TOKEN' });
  await Promise.all([app.close(), exercise.close()]);
});
