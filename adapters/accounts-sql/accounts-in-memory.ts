import type { Instant, PersonId } from '@muster/terms';
import type {
  Accounts,
  ApiToken,
  Invitation,
  Kept,
  LoginName,
  Member,
  Passkey,
  Provisioned,
  Session,
} from './accounts.ts';

/** Accounts that live as long as the process: for tests. */
export function accountsInMemory(): Accounts {
  const members = new Map<PersonId, Member>();
  const provisioned = new Map<PersonId, Provisioned>();
  const logins = new Map<string, LoginName>();
  const sessions = new Map<string, Session>();
  const tokens = new Map<string, ApiToken>();
  const invitations = new Map<string, Invitation>();
  const passkeys = new Map<string, Passkey>();
  const state = new Map<string, Kept>();
  const tries = new Map<string, Instant[]>();
  const secrets = new Map<string, string>();
  const stateKey = (kind: string, key: string) => `${kind} ${key}`;
  const standing = (kept: Kept | undefined, at: Instant) => (kept && isAfter(kept.until, at) ? kept : undefined);

  return {
    addMember: async (member) => {
      if (members.has(member.personId)) return false;
      if ([...members.values()].some((m) => m.issuer === member.issuer && m.subject === member.subject)) return false;
      members.set(member.personId, { ...member, since: exact(member.since) });
      return true;
    },
    member: async (personId) => members.get(personId),
    memberOf: async (issuer, subject) =>
      [...members.values()].find((m) => m.issuer === issuer && m.subject === subject),
    members: async () => [...members.values()].sort((a, b) => (a.personId < b.personId ? -1 : 1)),
    changeMember: async (changed) => {
      const before = members.get(changed.personId);
      const isTaken = [...members.values()].some(
        (m) => m.personId !== changed.personId && m.issuer === changed.issuer && m.subject === changed.subject,
      );
      if (!before || isTaken) return false;
      members.set(changed.personId, { ...changed, since: before.since });
      return true;
    },
    removeMember: async (personId) => {
      provisioned.delete(personId);
      for (const kept of [logins, sessions, tokens, passkeys]) {
        for (const [key, one] of kept) if (one.personId === personId) kept.delete(key);
      }
      return members.delete(personId);
    },
    provision: async (given) => {
      const name = given.userName.toLowerCase();
      const isTaken = [...provisioned.values()].some(
        (p) => p.personId !== given.personId && p.userName.toLowerCase() === name,
      );
      if (isTaken) return false;
      provisioned.set(given.personId, { ...given, changedAt: exact(given.changedAt) });
      return true;
    },
    provisioned: async () => [...provisioned.values()].sort((a, b) => (a.personId < b.personId ? -1 : 1)),
    provisionedAs: async (personId) => provisioned.get(personId),
    setLogin: async (login) => {
      const before = logins.get(login.loginName);
      if (before && before.personId !== login.personId) return false;
      for (const [name, { personId }] of logins) if (personId === login.personId) logins.delete(name);
      logins.set(login.loginName, login);
      return true;
    },
    login: async (loginName) => logins.get(loginName),
    loginOf: async (personId) => [...logins.values()].find((login) => login.personId === personId),

    openSession: async (s) => {
      const times = {
        authenticatedAt: exact(s.authenticatedAt),
        beganAt: exact(s.beganAt),
        seenAt: exact(s.seenAt),
      };
      sessions.set(s.hash, { ...s, ...times });
    },
    session: async (hash) => sessions.get(hash),
    sawSession: async (hash, at) => {
      const session = sessions.get(hash);
      if (session) sessions.set(hash, { ...session, seenAt: exact(at) });
    },
    sessionsOf: async (personId) =>
      [...sessions.values()]
        .filter((session) => session.personId === personId)
        .sort((a, b) => (a.beganAt === b.beganAt ? (a.hash < b.hash ? -1 : 1) : a.beganAt > b.beganAt ? -1 : 1)),
    endSession: async (hash) => void sessions.delete(hash),
    endSessionsOf: async (personId) => {
      for (const [hash, session] of sessions) if (session.personId === personId) sessions.delete(hash);
    },

    addToken: async (t) => void tokens.set(t.tokenId, { ...t, madeAt: exact(t.madeAt), expiresAt: exact(t.expiresAt) }),
    token: async (hash) => [...tokens.values()].find((t) => t.hash === hash),
    tokens: async () => [...tokens.values()].sort((a, b) => (a.tokenId < b.tokenId ? -1 : 1)),
    usedToken: async (tokenId, at) => {
      const token = tokens.get(tokenId);
      if (token) tokens.set(tokenId, { ...token, usedAt: exact(at) });
    },
    revokeToken: async (tokenId, at) => {
      const token = tokens.get(tokenId);
      if (!token || token.revokedAt) return false;
      tokens.set(tokenId, { ...token, revokedAt: exact(at) });
      return true;
    },

    invite: async (i) => void invitations.set(i.hash, { ...i, expiresAt: exact(i.expiresAt) }),
    invitation: async (hash) => invitations.get(hash),
    useInvitation: async (hash, at) => {
      const found = invitations.get(hash);
      if (!found || found.usedAt || !isAfter(found.expiresAt, at)) return false;
      invitations.set(hash, { ...found, usedAt: exact(at) });
      return true;
    },

    addPasskey: async (passkey) => {
      if (passkeys.has(passkey.credentialId)) return false;
      passkeys.set(passkey.credentialId, { ...passkey, madeAt: exact(passkey.madeAt) });
      return true;
    },
    passkey: async (credentialId) => passkeys.get(credentialId),
    passkeysOf: async (personId) =>
      [...passkeys.values()]
        .filter((p) => p.personId === personId)
        .sort((a, b) => (a.credentialId < b.credentialId ? -1 : 1)),
    removePasskey: async (personId, credentialId) =>
      passkeys.get(credentialId)?.personId === personId && passkeys.delete(credentialId),
    usedPasskey: async (credentialId, counter) => {
      const passkey = passkeys.get(credentialId);
      if (passkey) passkeys.set(credentialId, { ...passkey, counter });
    },

    keep: async (kept) =>
      void state.set(stateKey(kept.kind, kept.key), {
        ...kept,
        until: exact(kept.until),
        body: JSON.parse(JSON.stringify(kept.body)),
      }),
    kept: async (kind, key, at) => standing(state.get(stateKey(kind, key)), at),
    keptWith: async (kind, field, text, at) =>
      standing(
        [...state.values()].find((k) => k.kind === kind && k.body[field] === text),
        at,
      ),
    take: async (kind, key, at) => {
      const found = standing(state.get(stateKey(kind, key)), at);
      if (found) state.delete(stateKey(kind, key));
      return found;
    },
    drop: async (kind, key) => void state.delete(stateKey(kind, key)),
    dropWith: async (field, text) => {
      for (const [key, { body }] of state) if (body[field] === text) state.delete(key);
    },

    countTry: async (key, at, since) => {
      const counted = [...(tries.get(key) ?? []), exact(at)];
      tries.set(key, counted);
      return counted.filter((one) => !isAfter(since, one)).length;
    },
    clearTries: async (key) => void tries.delete(key),

    secret: async (name, offered) => {
      if (!secrets.has(name)) secrets.set(name, offered);
      return secrets.get(name) ?? offered;
    },
    forgetBefore: async (at) => {
      for (const [key, { until }] of state) if (isAfter(at, until)) state.delete(key);
      for (const [key, counted] of tries) {
        const later = counted.filter((one) => !isAfter(at, one));
        if (later.length > 0) tries.set(key, later);
        else tries.delete(key);
      }
      for (const [hash, { beganAt }] of sessions) if (isAfter(at, beganAt)) sessions.delete(hash);
    },
    close: async () => {},
  };
}

/** As a database gives it back: to the millisecond. */
const exact = (at: Instant): Instant => new Date(at).toISOString() as Instant;
const isAfter = (one: Instant, other: Instant): boolean => Date.parse(one) > Date.parse(other);
