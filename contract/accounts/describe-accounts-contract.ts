import type { Accounts, ApiToken, Kept, Member, Passkey, Session } from '@muster/accounts-sql';
import type { Instant, PersonId } from '@muster/terms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute)).toISOString() as Instant;
let drawn = 0;
const fresh = (word: string) => `${word}-${++drawn}`;

export const anyMember = (over: Partial<Member> = {}): Member => ({
  personId: `per_${fresh('member')}` as PersonId,
  displayName: 'A Planner',
  email: 'planner@agency.example',
  issuer: 'https://login.agency.example',
  subject: fresh('subject'),
  since: at(0),
  ...over,
});

/** What accounts promise, wherever they are kept. */
export function describeAccounts(where: string, open: () => Promise<{ accounts: Accounts; close(): Promise<void> }>) {
  describe(`accounts in ${where}`, () => {
    let accounts: Accounts;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ accounts, close } = await open());
    }, 120_000);
    afterAll(() => close());

    const joined = async () => {
      const member = anyMember();
      expect(await accounts.addMember(member)).toBe(true);
      return member;
    };

    it('knows a member by person and by the name their issuer has for them, and takes neither twice', async () => {
      const member = await joined();
      expect(await accounts.member(member.personId)).toEqual(member);
      expect(await accounts.memberOf(member.issuer, member.subject)).toEqual(member);
      expect(await accounts.memberOf('https://other.example', member.subject)).toBeUndefined();
      expect(await accounts.addMember({ ...member, subject: fresh('subject') })).toBe(false);
      expect(await accounts.addMember({ ...member, personId: 'per_twin' as PersonId })).toBe(false);
      expect(await accounts.member('per_twin' as PersonId)).toBeUndefined();
      const nameless = anyMember({ email: undefined });
      await accounts.addMember(nameless);
      expect(await accounts.members()).toEqual(expect.arrayContaining([member, nameless]));
    });

    it('gives one login name to one member, who can change it', async () => {
      const [one, other] = [await joined(), await joined()];
      const name = fresh('name');
      expect(await accounts.setLogin({ loginName: name, personId: one.personId, password: 'a' })).toBe(true);
      expect(await accounts.setLogin({ loginName: name, personId: other.personId, password: 'b' })).toBe(false);
      expect(await accounts.login(name)).toEqual({ loginName: name, personId: one.personId, password: 'a' });
      const next = fresh('name');
      expect(await accounts.setLogin({ loginName: next, personId: one.personId, password: 'c' })).toBe(true);
      expect(await accounts.login(name)).toBeUndefined();
      expect(await accounts.login(next)).toMatchObject({ password: 'c' });
    });

    const session = (personId: PersonId): Session => ({
      hash: fresh('session'),
      personId,
      authenticatedAt: at(1),
      beganAt: at(2),
      seenAt: at(3),
      idToken: undefined,
    });

    it('keeps a session until it ends, and ends all of one member at once', async () => {
      const [one, other] = [await joined(), await joined()];
      const [first, second, third] = [session(one.personId), session(one.personId), session(other.personId)];
      for (const s of [first, { ...second, idToken: 'what.it.said' }, third]) await accounts.openSession(s);
      expect(await accounts.session(first.hash)).toEqual(first);
      await accounts.sawSession(first.hash, at(9));
      expect(await accounts.session(first.hash)).toEqual({ ...first, seenAt: at(9) });
      await accounts.endSession(first.hash);
      expect(await accounts.session(first.hash)).toBeUndefined();
      expect(await accounts.session(second.hash)).toMatchObject({ idToken: 'what.it.said' });
      await accounts.endSessionsOf(one.personId);
      expect(await accounts.session(second.hash)).toBeUndefined();
      expect(await accounts.session(third.hash)).toEqual(third);
    });

    it('knows a token by its hash, when it was used, and revokes it once', async () => {
      const { personId } = await joined();
      const token: ApiToken = {
        tokenId: fresh('tok'),
        hash: fresh('hash'),
        personId,
        label: 'the nightly export',
        scopes: ['read', 'listRequests'],
        madeAt: at(0),
        expiresAt: at(50),
        usedAt: undefined,
        revokedAt: undefined,
      };
      await accounts.addToken(token);
      expect(await accounts.token(token.hash)).toEqual(token);
      expect(await accounts.token('another')).toBeUndefined();
      await accounts.usedToken(token.tokenId, at(5));
      expect(await accounts.revokeToken(token.tokenId, at(6))).toBe(true);
      expect(await accounts.revokeToken(token.tokenId, at(7))).toBe(false);
      expect(await accounts.revokeToken('none', at(7))).toBe(false);
      const after = { ...token, usedAt: at(5), revokedAt: at(6) };
      expect(await accounts.token(token.hash)).toEqual(after);
      expect(await accounts.tokens()).toEqual(expect.arrayContaining([after]));
    });

    it('lets an invitation be used once, by one of many who try, and not after its end', async () => {
      const invited = (until: Instant) => ({
        hash: fresh('invitation'),
        personId: 'per_first' as PersonId,
        displayName: 'First',
        expiresAt: until,
        usedAt: undefined,
      });
      const standing = invited(at(10));
      await accounts.invite(standing);
      expect(await accounts.invitation(standing.hash)).toEqual(standing);
      const tries = await Promise.all(Array.from({ length: 8 }, () => accounts.useInvitation(standing.hash, at(9))));
      expect(tries.filter(Boolean)).toHaveLength(1);
      expect(await accounts.invitation(standing.hash)).toEqual({ ...standing, usedAt: at(9) });
      const late = invited(at(10));
      await accounts.invite(late);
      expect(await accounts.useInvitation(late.hash, at(10))).toBe(false);
      expect(await accounts.useInvitation('none', at(1))).toBe(false);
    });

    it('keeps passkeys, each once, with how often they were used', async () => {
      const { personId } = await joined();
      const passkey: Passkey = {
        credentialId: fresh('key'),
        personId,
        publicKey: new Uint8Array([0, 1, 254, 255]),
        counter: 0,
        transports: ['internal'],
        madeAt: at(0),
      };
      expect(await accounts.addPasskey(passkey)).toBe(true);
      expect(await accounts.addPasskey(passkey)).toBe(false);
      await accounts.usedPasskey(passkey.credentialId, 4_000_000_000);
      expect(await accounts.passkey(passkey.credentialId)).toEqual({ ...passkey, counter: 4_000_000_000 });
      expect(await accounts.passkeysOf(personId)).toHaveLength(1);
      expect(await accounts.passkeysOf('per_nobody' as PersonId)).toEqual([]);
      expect(await accounts.removePasskey('per_nobody' as PersonId, passkey.credentialId)).toBe(false);
      expect(await accounts.removePasskey(personId, passkey.credentialId)).toBe(true);
      expect(await accounts.passkey(passkey.credentialId)).toBeUndefined();
    });

    it('keeps what is under way until its moment, and gives it to one taker alone', async () => {
      const grant = fresh('grant');
      const kept = (over: Partial<Kept> = {}): Kept => ({
        kind: 'Login',
        key: fresh('key'),
        body: { grantId: grant, uid: fresh('uid'), deep: { list: [1, 'two'] } },
        until: at(10),
        ...over,
      });
      const [one, other] = [kept(), kept()];
      await accounts.keep(one);
      await accounts.keep(other);
      expect(await accounts.kept('Login', one.key, at(9))).toEqual(one);
      expect(await accounts.kept('Login', one.key, at(10))).toBeUndefined();
      expect(await accounts.kept('Another', one.key, at(9))).toBeUndefined();
      expect(await accounts.keptWith('Login', 'uid', String(one.body.uid), at(9))).toEqual(one);
      expect(await accounts.keptWith('Login', 'uid', String(one.body.uid), at(11))).toBeUndefined();
      await accounts.keep({ ...one, body: { uid: 'changed' } });
      expect(await accounts.kept('Login', one.key, at(9))).toMatchObject({ body: { uid: 'changed' } });
      const taken = await Promise.all(Array.from({ length: 8 }, () => accounts.take('Login', one.key, at(9))));
      expect(taken.filter(Boolean)).toHaveLength(1);
      await accounts.dropWith('grantId', grant);
      expect(await accounts.kept('Login', other.key, at(9))).toBeUndefined();
      const last = kept();
      await accounts.keep(last);
      await accounts.drop('Login', last.key);
      expect(await accounts.kept('Login', last.key, at(9))).toBeUndefined();
    });

    it('counts tries since a moment, until they are cleared or forgotten', async () => {
      const key = fresh('tries');
      expect(await accounts.countTry(key, at(20), at(10))).toBe(1);
      expect(await accounts.countTry(key, at(21), at(10))).toBe(2);
      expect(await accounts.countTry(key, at(40), at(21))).toBe(2);
      expect(await accounts.countTry(fresh('tries'), at(40), at(10))).toBe(1);
      await accounts.forgetBefore(at(21));
      expect(await accounts.countTry(key, at(41), at(0))).toBe(3);
      await accounts.clearTries(key);
      expect(await accounts.countTry(key, at(42), at(0))).toBe(1);
    });

    it('keeps what the directory of the organisation says of a member, and lets no two have one name there', async () => {
      const [one, other] = [await joined(), await joined()];
      const userName = `Ada.${fresh('name')}`;
      const said = { personId: one.personId, userName, externalId: '7', isActive: true, changedAt: at(1) };
      expect(await accounts.provision(said)).toBe(true);
      expect(await accounts.provisionedAs(one.personId)).toEqual(said);
      const shouted = { ...said, personId: other.personId, userName: userName.toUpperCase() };
      expect(await accounts.provision(shouted)).toBe(false);
      expect(await accounts.provisionedAs(other.personId)).toBeUndefined();
      const left = { ...said, isActive: false, externalId: undefined, changedAt: at(2) };
      expect(await accounts.provision(left)).toBe(true);
      expect(await accounts.provisioned()).toContainEqual(left);
    });

    it('tells the sessions of one member, the last begun first, and how they log in', async () => {
      const [one, other] = [await joined(), await joined()];
      const [old, young] = [session(one.personId), { ...session(one.personId), beganAt: at(9) }];
      for (const opened of [old, young, session(other.personId)]) await accounts.openSession(opened);
      expect(await accounts.sessionsOf(one.personId)).toEqual([young, old]);
      expect(await accounts.loginOf(one.personId)).toBeUndefined();
      const login = { loginName: fresh('name'), personId: one.personId, password: 'a' };
      await accounts.setLogin(login);
      expect(await accounts.loginOf(one.personId)).toEqual(login);
    });

    it('changes a member, though not into another, and forgets one with all ways in', async () => {
      const [one, other] = [await joined(), await joined()];
      const { since, ...changed } = { ...one, displayName: 'Another name', subject: fresh('subject') };
      expect(await accounts.changeMember(changed)).toBe(true);
      expect(await accounts.member(one.personId)).toEqual({ ...changed, since });
      expect(await accounts.changeMember({ ...changed, subject: other.subject })).toBe(false);
      const opened = session(one.personId);
      await accounts.openSession(opened);
      expect(await accounts.removeMember(one.personId)).toBe(true);
      expect(await accounts.member(one.personId)).toBeUndefined();
      expect(await accounts.session(opened.hash)).toBeUndefined();
      expect(await accounts.removeMember(one.personId)).toBe(false);
    });

    it('forgets sessions that began before a moment, and no other', async () => {
      const { personId } = await joined();
      const [old, young] = [session(personId), { ...session(personId), beganAt: at(50) }];
      await accounts.openSession(old);
      await accounts.openSession(young);
      await accounts.forgetBefore(at(45));
      expect(await accounts.session(old.hash)).toBeUndefined();
      expect(await accounts.session(young.hash)).toMatchObject({ hash: young.hash });
    });

    it('has one value for a secret, whoever offers first', async () => {
      const name = fresh('secret');
      const given = await Promise.all(['a', 'b', 'c', 'd'].map((value) => accounts.secret(name, value)));
      expect(new Set(given).size).toBe(1);
      expect(await accounts.secret(name, 'later')).toBe(given[0]);
    });
  });
}
