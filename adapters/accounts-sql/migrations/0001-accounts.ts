import { type Kysely, sql } from 'kysely';

/** Who may log in, and how; the role Muster works in may change all of it, and still no event of the record. */
export const accountTables = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(tables).execute(db);
    await sql.raw(rights).execute(db);
  },
};

const tables = `
create table muster_accounts.members (
  person_id    text collate "C" primary key,
  display_name text not null,
  email        text,
  issuer       text not null,
  subject      text not null,
  since        timestamptz not null,
  unique (issuer, subject)
);
create table muster_accounts.logins (
  login_name text collate "C" primary key,
  person_id  text not null unique references muster_accounts.members on delete cascade,
  password   text not null
);
create table muster_accounts.sessions (
  hash             text primary key,
  person_id        text not null references muster_accounts.members on delete cascade,
  authenticated_at timestamptz not null,
  began_at         timestamptz not null,
  seen_at          timestamptz not null,
  id_token         text
);
create index sessions_of on muster_accounts.sessions (person_id);
create table muster_accounts.tokens (
  token_id   text collate "C" primary key,
  hash       text not null unique,
  person_id  text not null references muster_accounts.members on delete cascade,
  label      text not null,
  scopes     jsonb not null,
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz,
  revoked_at timestamptz
);
create table muster_accounts.invitations (
  hash         text primary key,
  person_id    text not null,
  display_name text not null,
  expires_at   timestamptz not null,
  used_at      timestamptz
);
create table muster_accounts.passkeys (
  credential_id text collate "C" primary key,
  person_id     text not null references muster_accounts.members on delete cascade,
  public_key    bytea not null,
  counter       bigint not null,
  transports    jsonb not null,
  made_at       timestamptz not null
);
create index passkeys_of on muster_accounts.passkeys (person_id);
create table muster_accounts.kept (
  kind  text not null,
  key   text not null,
  body  jsonb not null,
  until timestamptz not null,
  primary key (kind, key)
);
create index kept_until on muster_accounts.kept (until);
create index kept_uid on muster_accounts.kept ((body->>'uid'));
create index kept_grant on muster_accounts.kept ((body->>'grantId'));
comment on table muster_accounts.kept is
  'What is under way: logins that have begun, and what the embedded issuer keeps between two calls.';
create table muster_accounts.tries (
  key text not null,
  at  timestamptz not null
);
create index tries_of on muster_accounts.tries (key, at);
create table muster_accounts.secrets (
  name  text primary key,
  value text not null
);
`;

const rights = `
grant usage on schema muster_accounts to muster_app;
grant select, insert, update, delete on all tables in schema muster_accounts to muster_app;
revoke all on muster_accounts.migrations, muster_accounts.migrations_lock from muster_app;
`;
