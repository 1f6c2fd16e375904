import { randomUUID } from 'node:crypto';
import { addressIn, leftIn, muster, removeFolder, startServer, temporaryFolder } from '@muster/house/testing';
import { Browser, callOver } from '@muster/server/testing';
import { afterAll, expect, it, vi } from 'vitest';

// Each step starts a program, and each password costs a second: slow is not failed.
vi.setConfig({ testTimeout: 900_000, hookTimeout: 120_000 });

const folder = temporaryFolder();
const requestId = 'req_2024-10-storm';
const password = 'plain kettle under seven larches';
afterAll(async () => {
  await leftIn(folder);
  removeFolder(folder);
});

/** A house of members that runs, with a hurricane in its record; gives the link that it printed. */
async function begin() {
  const server = startServer(folder, ['--scenario', 'hurricane'], { MUSTER_ACCESS: 'members' });
  let said = '';
  server.child.stdout?.on('data', (text: string) => {
    said += text;
  });
  await server.said('Muster serves');
  const link = /http:\S+\/join\/\S+/.exec(said)?.[0] as string;
  const end = async () => {
    server.child.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0 });
  };
  return { link, end };
}

const run = async (...args: readonly string[]) => {
  const ended = await muster(folder, [...args, '--json']);
  return { code: ended.code, stderr: ended.stderr, shown: JSON.parse(ended.stdout) };
};

/** A browser in which somebody has followed a link, chosen how to log in, and logged in. */
async function joined(link: string, name: string): Promise<Browser> {
  const address = addressIn(folder).replace(/\/$/, '');
  const browser = new Browser(callOver(address), address);
  expect((await browser.form(link, { name, password })).statusCode).toBe(303);
  await browser.logIn(name, password);
  return browser;
}

const command = (browser: Browser, name: string, by: object, data: object) =>
  browser.call('POST', `/api/commands/${name}`, {
    headers: {
      'if-match': '*',
      'idempotency-key': `cmd_${randomUUID()}`,
      'muster-page': '1',
      'sec-fetch-site': 'same-origin',
    },
    payload: { by, data },
  });

/** The way of a house of members from its first minute, as docs/guides/administer.md tells it: programs live as long as a test. */
it('a house of members is begun and administered from the command line', async () => {
  const { link, end } = await begin();
  const first = { personId: 'per_administrator', partyId: 'us.fema', role: 'administrator' };

  // The first administrator logs in, and holds no role until the directory is kept.
  const administrator = await joined(link, 'ada');
  expect(await administrator.me()).toMatchObject({ kind: 'member', personId: 'per_administrator' });
  const unheld = { personId: 'per_ana', partyId: 'us.sc', role: 'administrator' };
  expect((await command(administrator, 'GiveRole', first, unheld)).statusCode).toBe(403);

  // The directory is kept, once, for an organisation that there is.
  const [slip, nowhere] = await Promise.all([
    run('directory', 'role', 'end', 'per_x', 'counsel', 'us.fema', '--as', 'ada', '--because', 'a slip'),
    run('directory', 'keep', 'us.nowhere'),
  ]);
  expect([slip.code, slip.shown.error.code]).toEqual([2, 'ACTOR_UNKNOWN']);
  expect([nowhere.code, nowhere.shown.error.code]).toEqual([1, 'DIRECTORY_ORGANISATION_UNKNOWN']);
  const kept = { keeperId: 'us.fema', administratorId: 'per_administrator' };
  expect(await run('directory', 'keep', 'us.fema')).toMatchObject({ code: 0, shown: kept });
  const [other, keeping, invited] = await Promise.all([
    run('directory', 'keep', 'us.dod'),
    run('directory', 'list'),
    run('member', 'invite', 'Officer of the state'),
  ]);
  expect(other.shown.error.code).toBe('DIRECTORY_KEPT_BY_OTHER');
  expect(keeping.shown.keeperId).toBe('us.fema');
  expect(keeping.shown.roles).toEqual([expect.objectContaining({ ...first, held: true })]);

  const as = ['--as', 'per_administrator@us.fema'];
  // A state keeps its own: an administrator there gives the role of its official.
  expect(invited.shown.personId).toMatch(/^per_[0-9a-f]{20}$/);
  const official = await joined(invited.shown.link, 'otto');
  const { personId } = invited.shown;
  const giveOfficial = ['directory', 'role', 'give', personId, 'consentingOfficial', 'us.sc'];
  expect((await run(...giveOfficial, ...as)).shown.error.code).toBe('DIRECTORY_OTHER_SOVEREIGN');
  const named = await command(administrator, 'GiveRole', first, {
    personId: 'per_sc-administrator',
    partyId: 'us.sc',
    role: 'administrator',
  });
  expect(named.json(), named.body).toMatchObject({ outcome: 'recorded' });
  expect(await run(...giveOfficial, '--as', 'per_sc-administrator@us.sc')).toMatchObject({ code: 0 });
  const listed = await muster(folder, ['directory', 'list']);
  expect(listed.stdout).toContain('us.fema keeps the directory.');
  expect(listed.stdout).toMatch(
    new RegExp(`us\\.sc {2}.*\n( {2}- .*\n)* {2}- ${personId}: consentingOfficial, since \\d{4}-`),
  );

  // Who holds the role decides, which no administrator can.
  const me = await official.me();
  const seen = (browser: Browser) => browser.call('GET', `/api/requests/${requestId}`);
  expect([(await seen(official)).statusCode, (await seen(administrator)).statusCode]).toEqual([200, 404]);
  const source = { kind: 'assumption', words: 'A test.' };
  const words = { reason: 'homeNeed', words: 'A storm of our own.', source };
  const data = { requestId, capacity: 'lenderGovernor', partyId: 'us.sc', ...words };
  const asOfficial = { partyId: 'us.sc', role: 'consentingOfficial' };
  const barred = await command(administrator, 'WithdrawConsent', { ...first, ...asOfficial }, data);
  expect([barred.statusCode, barred.json().code]).toEqual([404, 'REQUEST_UNKNOWN']);
  const withdrawn = await command(official, 'WithdrawConsent', { ...asOfficial, personId: me.personId }, data);
  expect(withdrawn.json(), withdrawn.body).toMatchObject({ facts: [{ type: 'ConsentWithdrawn' }] });

  // Organisations come into the tree, and are closed.
  const because = ['--because', 'as it is now'];
  const organisation = (...args: readonly string[]) => run('directory', 'organisation', ...args, ...as);
  const { organisations } = keeping.shown;
  const { sovereignId } = organisations.find((o: { partyId: string }) => o.partyId === 'us.fema');
  const region = ['note', 'us.fema.r4', '--name', 'Region 4', '--within', 'us.fema', '--sovereign'];
  expect((await organisation(...region, 'us.fl')).shown.error.code).toBe('DIRECTORY_SOVEREIGN_WRONG');
  expect(await organisation(...region, sovereignId)).toMatchObject({ code: 0 });
  expect(await organisation('move', 'us.fema.r4', '--within', sovereignId, ...because)).toMatchObject({ code: 0 });
  expect(await organisation('close', 'us.fema.r4', ...because)).toMatchObject({ code: 0 });
  const role = ['per_sc-administrator', 'administrator', 'us.sc'];
  expect((await run('directory', 'role', 'end', ...role, ...as, ...because)).code).toBe(0);

  // A machine gets a way in, for a time and for one thing.
  const [then, unknown, endless, made] = await Promise.all([
    run('directory', 'list'),
    run('token', 'make', 'export', '--scope', 'everything'),
    run('token', 'make', 'export', '--scope', 'read', '--days', '0'),
    run('token', 'make', 'nightly export', '--scope', 'read', '--days', '30'),
  ]);
  expect(then.shown.organisations).toContainEqual(
    expect.objectContaining({ partyId: 'us.fema.r4', withinId: sovereignId, closed: true }),
  );
  expect(then.shown.roles).toHaveLength(2);
  expect([unknown.shown.error.code, endless.shown.error.code]).toEqual(['TOKEN_SCOPE_UNKNOWN', 'DAYS_INVALID']);
  const { shown } = made;
  const call = () => fetch(`${addressIn(folder)}api/requests`, { headers: { authorization: `Bearer ${shown.token}` } });
  expect((await call()).status).toBe(200);
  const [tokens, members] = await Promise.all([muster(folder, ['token', 'list']), run('member', 'list')]);
  expect(members.shown).toHaveLength(3);
  expect(tokens.stdout).toContain('nightly export');
  expect(tokens.stdout).not.toContain(shown.token);
  expect(await run('token', 'revoke', shown.tokenId)).toMatchObject({ code: 0 });
  expect((await call()).status).toBe(401);
  expect((await run('token', 'revoke', shown.tokenId)).shown.error.code).toBe('TOKEN_NOT_THERE');
  await end();
});
