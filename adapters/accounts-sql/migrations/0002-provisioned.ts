import { type Kysely, sql } from 'kysely';

/** Members whom the organisation's directory sent, and whether they may still come. */
export const provisionedTable = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(table).execute(db);
  },
};

const table = `
create table muster_accounts.provisioned (
  person_id   text collate "C" primary key references muster_accounts.members on delete cascade,
  user_name   text collate "C" not null,
  external_id text,
  active      boolean not null,
  changed_at  timestamptz not null
);
create unique index provisioned_name on muster_accounts.provisioned (lower(user_name));
grant select, insert, update, delete on muster_accounts.provisioned to muster_app;
`;
