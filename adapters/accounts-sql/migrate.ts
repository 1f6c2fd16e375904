import { Kysely, Migrator, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { migrations } from './migrations/index.ts';

const schema = 'muster_accounts';

/** Brings the accounts' schema to what this Muster knows; gives the name of a change that only a newer Muster knows. */
export async function migrate(ownerUrl: string): Promise<string | undefined> {
  const pool = new Pool({ connectionString: ownerUrl, application_name: 'muster-migrate', max: 1 });
  pool.on('error', () => {}); // an idle connection was lost: the next call opens another
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const unknown = (await done(db)).find((name) => !(name in migrations));
    if (unknown) return unknown;
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
      migrationTableSchema: schema,
      migrationTableName: 'migrations',
      migrationLockTableName: 'migrations_lock',
    });
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
    return undefined;
  } finally {
    await db.destroy();
  }
}

async function done(db: Kysely<unknown>): Promise<string[]> {
  const { rows: found } = await sql<{ found: boolean }>`
    select to_regclass(${`${schema}.migrations`}) is not null as found`.execute(db);
  if (!found[0]?.found) return [];
  const { rows } = await sql<{ name: string }>`select name from muster_accounts.migrations`.execute(db);
  return rows.map(({ name }) => name);
}
