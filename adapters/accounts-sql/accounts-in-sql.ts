import type { Accounts } from './accounts.ts';
import type { AccountsDatabase } from './ask-database.ts';
import { invitationIn, keptIn, loginIn, memberIn, passkeyIn, provisionedIn, sessionIn, tokenIn } from './rows.ts';

/** Accounts in the schema `muster_accounts`. */
export function accountsInSql({ ask, close }: AccountsDatabase): Accounts {
  const did = async (statement: string, values: readonly unknown[]) => (await ask(statement, values)).length > 0;
  const one = async <T>(
    read: (row: Readonly<Record<string, unknown>>) => T,
    statement: string,
    ...values: unknown[]
  ) => {
    const [row] = await ask(statement, values);
    return row && read(row);
  };
  return {
    addMember: (m) =>
      did(
        `insert into muster_accounts.members (person_id, display_name, email, issuer, subject, since)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning person_id`,
        [m.personId, m.displayName, m.email ?? null, m.issuer, m.subject, m.since],
      ),
    member: (personId) => one(memberIn, 'select * from muster_accounts.members where person_id = $1', personId),
    memberOf: (issuer, subject) =>
      one(memberIn, 'select * from muster_accounts.members where issuer = $1 and subject = $2', issuer, subject),
    members: async () => (await ask('select * from muster_accounts.members order by person_id')).map(memberIn),
    changeMember: (m) =>
      did(
        `update muster_accounts.members set display_name = $2, email = $3, issuer = $4, subject = $5
         where person_id = $1 and not exists
           (select from muster_accounts.members where issuer = $4 and subject = $5 and person_id <> $1)
         returning person_id`,
        [m.personId, m.displayName, m.email ?? null, m.issuer, m.subject],
      ),
    removeMember: (personId) =>
      did('delete from muster_accounts.members where person_id = $1 returning person_id', [personId]),
    provision: async ({ personId, userName, externalId, isActive, changedAt }) => {
      const values = [personId, userName, externalId ?? null, isActive, changedAt];
      const changed = `update muster_accounts.provisioned
        set user_name = $2, external_id = $3, active = $4, changed_at = $5
        where person_id = $1 and not exists
          (select from muster_accounts.provisioned where lower(user_name) = lower($2) and person_id <> $1)
        returning person_id`;
      if (await did(changed, values)) return true;
      return did(
        `insert into muster_accounts.provisioned (person_id, user_name, external_id, active, changed_at)
         values ($1, $2, $3, $4, $5) on conflict do nothing returning person_id`,
        values,
      );
    },
    provisioned: async () =>
      (await ask('select * from muster_accounts.provisioned order by person_id', [])).map(provisionedIn),
    provisionedAs: (personId) =>
      one(provisionedIn, 'select * from muster_accounts.provisioned where person_id = $1', personId),
    setLogin: async ({ loginName, personId, password }) => {
      const changed = `update muster_accounts.logins set login_name = $1, password = $3 where person_id = $2
                       and not exists (select from muster_accounts.logins where login_name = $1 and person_id <> $2)
                       returning login_name`;
      if (await did(changed, [loginName, personId, password])) return true;
      return did(
        `insert into muster_accounts.logins (login_name, person_id, password) values ($1, $2, $3)
         on conflict do nothing returning login_name`,
        [loginName, personId, password],
      );
    },
    login: (loginName) => one(loginIn, 'select * from muster_accounts.logins where login_name = $1', loginName),

    loginOf: (personId) => one(loginIn, 'select * from muster_accounts.logins where person_id = $1', personId),

    openSession: async (s) => {
      await ask(
        `insert into muster_accounts.sessions (hash, person_id, authenticated_at, began_at, seen_at, id_token)
         values ($1, $2, $3, $4, $5, $6)`,
        [s.hash, s.personId, s.authenticatedAt, s.beganAt, s.seenAt, s.idToken ?? null],
      );
    },
    session: (hash) => one(sessionIn, 'select * from muster_accounts.sessions where hash = $1', hash),
    sawSession: async (hash, at) =>
      void (await ask('update muster_accounts.sessions set seen_at = $2 where hash = $1', [hash, at])),
    sessionsOf: async (personId) => {
      const found = 'select * from muster_accounts.sessions where person_id = $1 order by began_at desc, hash';
      return (await ask(found, [personId])).map(sessionIn);
    },
    endSession: async (hash) => void (await ask('delete from muster_accounts.sessions where hash = $1', [hash])),
    endSessionsOf: async (personId) =>
      void (await ask('delete from muster_accounts.sessions where person_id = $1', [personId])),

    addToken: async (t) => {
      await ask(
        `insert into muster_accounts.tokens (token_id, hash, person_id, label, scopes, made_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [t.tokenId, t.hash, t.personId, t.label, JSON.stringify(t.scopes), t.madeAt, t.expiresAt],
      );
    },
    token: (hash) => one(tokenIn, 'select * from muster_accounts.tokens where hash = $1', hash),
    tokens: async () => (await ask('select * from muster_accounts.tokens order by token_id')).map(tokenIn),
    usedToken: async (tokenId, at) =>
      void (await ask('update muster_accounts.tokens set used_at = $2 where token_id = $1', [tokenId, at])),
    revokeToken: (tokenId, at) =>
      did(
        `update muster_accounts.tokens set revoked_at = $2 where token_id = $1 and revoked_at is null
         returning token_id`,
        [tokenId, at],
      ),

    invite: async (i) => {
      await ask(
        `insert into muster_accounts.invitations (hash, person_id, display_name, expires_at) values ($1, $2, $3, $4)`,
        [i.hash, i.personId, i.displayName, i.expiresAt],
      );
    },
    invitation: (hash) => one(invitationIn, 'select * from muster_accounts.invitations where hash = $1', hash),
    useInvitation: (hash, at) =>
      did(
        `update muster_accounts.invitations set used_at = $2
         where hash = $1 and used_at is null and expires_at > $2 returning hash`,
        [hash, at],
      ),

    addPasskey: (p) =>
      did(
        `insert into muster_accounts.passkeys (credential_id, person_id, public_key, counter, transports, made_at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning credential_id`,
        [p.credentialId, p.personId, Buffer.from(p.publicKey), p.counter, JSON.stringify(p.transports), p.madeAt],
      ),
    passkey: (credentialId) =>
      one(passkeyIn, 'select * from muster_accounts.passkeys where credential_id = $1', credentialId),
    passkeysOf: async (personId) => {
      const found = 'select * from muster_accounts.passkeys where person_id = $1 order by credential_id';
      return (await ask(found, [personId])).map(passkeyIn);
    },
    removePasskey: (personId, credentialId) =>
      did('delete from muster_accounts.passkeys where person_id = $1 and credential_id = $2 returning credential_id', [
        personId,
        credentialId,
      ]),
    usedPasskey: async (credentialId, counter) =>
      void (await ask('update muster_accounts.passkeys set counter = $2 where credential_id = $1', [
        credentialId,
        counter,
      ])),

    keep: async ({ kind, key, body, until }) => {
      await ask(
        `insert into muster_accounts.kept (kind, key, body, until) values ($1, $2, $3, $4)
         on conflict (kind, key) do update set body = excluded.body, until = excluded.until`,
        [kind, key, JSON.stringify(body), until],
      );
    },
    kept: (kind, key, at) =>
      one(keptIn, 'select * from muster_accounts.kept where kind = $1 and key = $2 and until > $3', kind, key, at),
    keptWith: (kind, field, text, at) =>
      one(
        keptIn,
        'select * from muster_accounts.kept where kind = $1 and body->>$2 = $3 and until > $4',
        kind,
        field,
        text,
        at,
      ),
    take: (kind, key, at) =>
      one(
        keptIn,
        'delete from muster_accounts.kept where kind = $1 and key = $2 and until > $3 returning *',
        kind,
        key,
        at,
      ),
    drop: async (kind, key) =>
      void (await ask('delete from muster_accounts.kept where kind = $1 and key = $2', [kind, key])),
    dropWith: async (field, text) =>
      void (await ask('delete from muster_accounts.kept where body->>$1 = $2', [field, text])),

    countTry: async (key, at, since) => {
      await ask('insert into muster_accounts.tries (key, at) values ($1, $2)', [key, at]);
      const [row] = await ask(
        'select count(*)::integer as counted from muster_accounts.tries where key = $1 and at >= $2',
        [key, since],
      );
      return Number(row?.counted);
    },
    clearTries: async (key) => void (await ask('delete from muster_accounts.tries where key = $1', [key])),

    secret: async (name, offered) => {
      await ask('insert into muster_accounts.secrets (name, value) values ($1, $2) on conflict do nothing', [
        name,
        offered,
      ]);
      const [row] = await ask('select value from muster_accounts.secrets where name = $1', [name]);
      return String(row?.value);
    },
    forgetBefore: async (at) => {
      await ask('delete from muster_accounts.kept where until < $1', [at]);
      await ask('delete from muster_accounts.tries where at < $1', [at]);
      // No session lives longer than a day, and nobody asks to forget what is younger.
      await ask('delete from muster_accounts.sessions where began_at < $1', [at]);
    },
    close,
  };
}
