import { type Kysely, sql } from 'kysely';

/** A server that runs can see that a newer Muster has changed the schema under it. */
export const standing = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw('grant select on muster.migrations to muster_app').execute(db);
  },
};
