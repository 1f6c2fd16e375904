import { randomUUID } from 'node:crypto';
import type { CommandId, Instant, PartyId, PersonId } from '@muster/terms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionCookie } from '../identity/cookies.ts';
import { makeToken } from '../identity/make-token.ts';
import { drawSecret, hashOf } from '../identity/secrets.ts';
import { serverWithClock } from '../identity/testing.ts';

const user = 'urn:ietf:params:scim:schemas:core:2.0:User';
const patchOp = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const errorSchema = 'urn:ietf:params:scim:api:messages:2.0:Error';
const listSchema = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

let server: Awaited<ReturnType<typeof serverWithClock>>;
let token: string;
let machine: PersonId;
const first = { personId: 'per_first' as PersonId, partyId: 'us.fema' as PartyId, role: 'administrator' as const };

beforeAll(async () => {
  server = await serverWithClock({ access: 'members' });
  const { house, now } = server;
  const keep = { commandId: 'cmd_keep' as CommandId, at: now(), keeperId: first.partyId };
  await house.directory.keep({ ...keep, administratorId: first.personId });
  ({ token, personId: machine } = await tokenFor(['scim']));
  await give(machine, 'administrator', 'us.fema');
}, 60_000);
afterAll(() => server.app.close());

async function tokenFor(scopes: readonly string[]) {
  const order = { label: 'directory', personId: undefined, scopes, days: 30, at: server.now() };
  const made = await makeToken(server.house.accounts, order);
  if (!made) throw new Error('No token was made.');
  return { token: made.secret, personId: made.token.personId };
}

async function give(personId: PersonId, role: string, partyId: string) {
  const command = { commandId: `cmd_${randomUUID()}` as CommandId, at: server.now(), by: first, name: 'GiveRole' };
  const answer = await server.house.carryOut({ ...command, data: { personId, role, partyId } });
  expect(answer, JSON.stringify(answer)).toMatchObject({ outcome: 'recorded' });
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
async function call(method: Method, path: string, body?: unknown, bearer: string | undefined = token) {
  const answer = await server.app.inject({
    method,
    url: `/scim/v2${path}`,
    headers: {
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...(body !== undefined && { 'content-type': 'application/scim+json' }),
    },
    ...(body !== undefined && { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const shown = answer.body === '' ? undefined : answer.json();
  if (shown !== undefined) expect(answer.headers['content-type']).toBe('application/scim+json; charset=utf-8');
  return { status: answer.statusCode, headers: answer.headers, shown };
}
const add = async (userName: string, over: object = {}) =>
  (await call('POST', '/Users', { schemas: [user], userName, ...over })).shown;
const patch = (path: string, ...Operations: object[]) => call('PATCH', path, { schemas: [patchOp], Operations });
const fault = (status: number, scimType?: string) => ({
  status,
  shown: expect.objectContaining({ schemas: [errorSchema], status: String(status), ...(scimType && { scimType }) }),
});

/** RFC 7644, section 4; RFC 7643, sections 5 to 7. */
describe('what SCIM can do here', () => {
  it('is said, with what a program needs to know beforehand', async () => {
    const { status, shown } = await call('GET', '/ServiceProviderConfig');
    expect(status).toBe(200);
    expect(shown).toMatchObject({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
      patch: { supported: true },
      bulk: { supported: false },
      filter: { supported: true, maxResults: 200 },
      changePassword: { supported: false },
      sort: { supported: false },
      etag: { supported: false },
      authenticationSchemes: [expect.objectContaining({ type: 'oauthbearertoken' })],
    });
    const kinds = (await call('GET', '/ResourceTypes')).shown;
    expect(kinds).toMatchObject({ schemas: [listSchema], totalResults: 2, startIndex: 1, itemsPerPage: 2 });
    expect(kinds.Resources.map((kind: { endpoint: string }) => kind.endpoint)).toEqual(['/Users', '/Groups']);
    expect((await call('GET', '/ResourceTypes/Group')).shown).toEqual(kinds.Resources[1]);
    const schemas = (await call('GET', '/Schemas')).shown;
    expect(schemas.totalResults).toBe(2);
    for (const { id, attributes } of schemas.Resources) {
      expect((await call('GET', `/Schemas/${id}`)).shown.id).toBe(id);
      for (const one of attributes) {
        expect(Object.keys(one)).toEqual(
          expect.arrayContaining(['name', 'type', 'multiValued', 'required', 'mutability', 'returned', 'uniqueness']),
        );
      }
    }
    expect(await call('GET', '/Schemas?filter=id%20eq%20%22x%22')).toMatchObject(fault(403));
    expect(await call('GET', '/Schemas/urn:none')).toMatchObject(fault(404));
  });

  it('is for a token of that scope, in the name of an administrator, and for nobody else', async () => {
    const none = await call('GET', '/Users', undefined, '');
    expect(none).toMatchObject(fault(401));
    expect(none.headers['www-authenticate']).toContain('Bearer');
    expect(await call('GET', '/Users', undefined, 'muster_none')).toMatchObject(fault(401));
    expect(await call('GET', '/Users', undefined, (await tokenFor(['read'])).token)).toMatchObject(fault(403));
    expect(await call('GET', '/Users', undefined, (await tokenFor(['scim'])).token)).toMatchObject(fault(403));
    const elsewhere = await server.app.inject({ url: '/api/requests', headers: { authorization: `Bearer ${token}` } });
    expect(elsewhere.statusCode).toBe(403);
  });
});

/** RFC 7644, section 3; RFC 7643, section 4.1. */
describe('a user', () => {
  it('is added, shown, replaced and forgotten', async () => {
    const body = {
      schemas: [user],
      userName: 'ada@agency.example',
      externalId: '00u1',
      name: { givenName: 'Ada', familyName: 'Ames' },
      emails: [{ value: 'a@agency.example' }, { value: 'ada@agency.example', primary: true }],
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { department: 'Aid' },
    };
    const added = await call('POST', '/Users', body);
    const { id } = added.shown;
    expect(added).toMatchObject({ status: 201, headers: { location: `http://127.0.0.1:4600/scim/v2/Users/${id}` } });
    expect(added.shown).toMatchObject({
      schemas: [user],
      id: expect.stringMatching(/^per_[0-9a-f]{20}$/),
      externalId: '00u1',
      userName: 'ada@agency.example',
      displayName: 'Ada Ames',
      emails: [{ value: 'ada@agency.example', primary: true }],
      active: true,
      meta: { resourceType: 'User', location: added.headers.location },
    });
    expect((await call('GET', `/Users/${id}`)).shown).toEqual(added.shown);
    const replaced = await call('PUT', `/Users/${id}`, { schemas: [user], userName: 'ada@agency.example' });
    expect(replaced).toMatchObject({ status: 200, shown: { displayName: 'ada@agency.example' } });
    expect(replaced.shown.externalId).toBeUndefined();
    expect(await call('DELETE', `/Users/${id}`)).toMatchObject({ status: 204, shown: undefined });
    for (const method of ['GET', 'DELETE'] as const) {
      expect(await call(method, `/Users/${id}`)).toMatchObject(fault(404));
    }
  });

  it('is found by name in any letters, by the id elsewhere and here, and page by page', async () => {
    const [one, two] = [await add('Otto.Page', { externalId: 'ext-1' }), await add('Paula.Page')];
    const found = async (filter: string) => {
      const { shown } = await call('GET', `/Users?filter=${encodeURIComponent(filter)}`);
      expect(shown).toMatchObject({ schemas: [listSchema] });
      return shown.Resources.map(({ id }: { id: string }) => id);
    };
    expect(await found('userName eq "otto.page"')).toEqual([one.id]);
    expect(await found('USERNAME EQ "PAULA.PAGE"')).toEqual([two.id]);
    expect(await found('externalId eq "ext-1"')).toEqual([one.id]);
    expect(await found(`id eq "${two.id}"`)).toEqual([two.id]);
    expect(await found('userName eq "no \\"one\\""')).toEqual([]);
    const page = (await call('GET', '/Users?startIndex=2&count=1')).shown;
    expect(page).toMatchObject({ startIndex: 2, itemsPerPage: 1 });
    expect(page.totalResults).toBeGreaterThanOrEqual(2);
    expect((await call('GET', '/Users?count=0')).shown).toMatchObject({ itemsPerPage: 0, Resources: [] });
    for (const wrong of ['userName co "a"', 'title eq "x"', 'userName eq 7', 'userName eq "a" or id eq "b"']) {
      const asked = await call('GET', `/Users?filter=${encodeURIComponent(wrong)}`);
      expect(asked, wrong).toMatchObject(fault(400, 'invalidFilter'));
    }
    expect(await call('GET', '/Users?startIndex=x')).toMatchObject(fault(400, 'invalidValue'));
  });

  it('is refused where it is not right, and nothing is half-done', async () => {
    const there = await add('taken@agency.example');
    const wrongs: readonly (readonly [number, string, unknown])[] = [
      [409, 'uniqueness', { schemas: [user], userName: 'TAKEN@agency.example' }],
      [400, 'invalidValue', { schemas: [user] }],
      [400, 'invalidValue', { userName: 'x' }],
      [400, 'invalidValue', { schemas: [user], userName: 'x', emails: [{ value: 'nowhere' }] }],
      [400, 'invalidSyntax', '{'],
    ];
    const before = await server.house.accounts.members();
    for (const [status, scimType, body] of wrongs) {
      expect(await call('POST', '/Users', body), JSON.stringify(body)).toMatchObject(fault(status, scimType));
    }
    expect(await call('POST', '/Users', `"${'x'.repeat(300 * 1024)}"`)).toMatchObject(fault(413));
    expect(await server.house.accounts.members()).toEqual(before);
    const path = `/Users/${there.id}`;
    expect(await patch(path, { op: 'move', path: 'active' })).toMatchObject(fault(400, 'invalidValue'));
    expect(await patch(path, { op: 'remove' })).toMatchObject(fault(400, 'noTarget'));
    expect(await patch(path, { op: 'remove', path: 'userName' })).toMatchObject(fault(400, 'mutability'));
    expect(await patch(path, { op: 'replace', path: '][', value: 1 })).toMatchObject(fault(400, 'invalidPath'));
    expect(await call('PATCH', path, { Operations: [] })).toMatchObject(fault(400, 'invalidValue'));
    expect((await call('GET', path)).shown).toEqual(there);
  });

  it('is changed attribute by attribute, as providers write it', async () => {
    const { id } = await add('grace@agency.example', { externalId: 'g' });
    const path = `/Users/${id}`;
    const changed = await patch(
      path,
      { op: 'Replace', path: 'name.formatted', value: 'Grace H.' },
      { op: 'add', value: { emails: [{ value: 'grace@agency.example' }], title: 'not kept' } },
      { op: 'remove', path: 'externalId' },
    );
    expect(changed).toMatchObject({ status: 200, shown: { displayName: 'Grace H.', active: true } });
    expect(changed.shown.externalId).toBeUndefined();
    expect(changed.shown.emails).toEqual([{ value: 'grace@agency.example', primary: true }]);
    expect((await patch(path, { op: 'Replace', path: 'active', value: 'False' })).shown.active).toBe(false);
    expect((await patch(path, { op: 'replace', value: { active: true } })).shown.active).toBe(true);
  });

  it('who is let go is logged out at once, with every token, and acts in no role', async () => {
    const { accounts } = server.house;
    const { id } = await add('leaver@agency.example');
    const secret = drawSecret();
    const at = server.now();
    const session = { personId: id, authenticatedAt: at, beganAt: at, seenAt: at, idToken: undefined };
    await accounts.openSession({ ...session, hash: hashOf(secret) });
    const made = await makeToken(accounts, { label: 'own', personId: id, scopes: ['read'], days: 1, at });
    const me = async (headers: Record<string, string>) =>
      (await server.app.inject({ url: '/api/me', headers })).json().personId;
    const cookie = { cookie: `${sessionCookie({ isSecure: false })}=${secret}` };
    expect([await me(cookie), await me({ authorization: `Bearer ${made?.secret}` })]).toEqual([id, id]);
    await patch(`/Users/${id}`, { op: 'replace', path: 'active', value: false });
    expect(await me(cookie)).toBeNull();
    expect((await accounts.token(hashOf(made?.secret as string)))?.revokedAt).toBeDefined();
  });
});

/** RFC 7643, section 4.2: a group is a role at an organisation. */
describe('a group', () => {
  const group = 'us.fema:sourcingOfficer';
  const holders = async () =>
    (await server.house.directory.roles(server.now().slice(0, 10) as never))
      .filter((r) => r.partyId === 'us.fema' && r.role === 'sourcingOfficer')
      .map((r) => r.personId);

  it('is there for each role at each organisation, and is found by name', async () => {
    const { shown } = await call('GET', `/Groups/${group}`);
    expect(shown).toMatchObject({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      id: group,
      members: [],
      meta: { resourceType: 'Group' },
    });
    const filter = encodeURIComponent(`displayName eq "${shown.displayName}"`);
    expect((await call('GET', `/Groups?filter=${filter}`)).shown).toMatchObject({
      totalResults: 1,
      Resources: [shown],
    });
    expect((await call('GET', '/Groups?count=3')).shown).toMatchObject({ itemsPerPage: 3 });
    expect(await call('GET', '/Groups/us.nowhere:counsel')).toMatchObject(fault(404));
    expect(await call('POST', '/Groups', { displayName: 'x' })).toMatchObject(fault(403, 'mutability'));
    expect(await call('DELETE', `/Groups/${group}`)).toMatchObject(fault(403, 'mutability'));
  });

  it('whoever comes into it holds the role, by the word of the token’s administrator, and whoever leaves it does not', async () => {
    const [one, two] = [await add('one@agency.example'), await add('two@agency.example')];
    const path = `/Groups/${group}`;
    const added = await patch(path, { op: 'add', path: 'members', value: [{ value: one.id }, { value: two.id }] });
    expect(added.status, JSON.stringify(added.shown)).toBe(200);
    expect(new Set(await holders())).toEqual(new Set([one.id, two.id]));
    // Sent again, it does nothing twice.
    expect((await patch(path, { op: 'Add', path: 'members', value: [{ value: one.id }] })).status).toBe(200);
    const left = await patch(path, { op: 'remove', path: `members[value eq "${one.id}"]` });
    expect(left.shown.members.map((m: { value: string }) => m.value)).toEqual([two.id]);
    const schemas = ['urn:ietf:params:scim:schemas:core:2.0:Group'];
    expect((await call('PUT', path, { schemas, members: [] })).shown.members).toEqual([]);
    expect(await holders()).toEqual([]);
    const { entries } = await server.house.story(undefined, 1000);
    expect(JSON.stringify(entries)).toContain(machine);
  });

  it('is refused what the directory refuses: another sovereign’s roles, and an administrator who would decide', async () => {
    const { id } = await add('three@agency.example');
    const join = (name: string) => patch(`/Groups/${name}`, { op: 'add', path: 'members', value: [{ value: id }] });
    const foreign = await join('us.oh:consentingOfficial');
    expect(foreign).toMatchObject(fault(403));
    expect(foreign.shown.detail).toContain('DIRECTORY_OTHER_SOVEREIGN');
    expect((await join('us.fema:administrator')).status).toBe(200);
    expect((await join('us.fema:counsel')).shown.detail).toContain('DIRECTORY_ADMINISTRATOR_DECIDES_NOTHING');
    const wrong = await patch(`/Groups/${group}`, { op: 'replace', path: 'owners', value: [] });
    expect(wrong).toMatchObject(fault(400, 'invalidPath'));
  });
});

it('a day is told as SCIM tells it', async () => {
  const { meta } = await add('day@agency.example');
  expect(new Date(meta.created as Instant).toISOString()).toBe(meta.created);
  expect(meta.lastModified >= meta.created).toBe(true);
});
