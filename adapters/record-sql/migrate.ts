import { Kysely, Migrator, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { type DatabaseUrl, withSettings } from './database-url.ts';
import { migrations } from './migrations/index.ts';
import type { DatabaseTrouble } from './record-failure.ts';

const schema = 'muster';

/** Brings the database's schema to what this Muster knows; refuses one that a newer Muster has changed. */
export async function migrate(owner: DatabaseUrl): Promise<DatabaseTrouble | undefined> {
  const pool = new Pool({ connectionString: withSettings(owner, { application_name: 'muster-migrate' }), max: 1 });
  pool.on('error', () => {}); // an idle connection was lost: the next call opens another
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const unknown = (await done(pool)).find((name) => !(name in migrations));
    if (unknown) {
      return {
        code: 'DATABASE_SCHEMA_NEWER',
        why: `The database at ${owner.shown} was changed by a newer Muster ("${unknown}"), and this one would misread it: upgrade this Muster.`,
      };
    }
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

async function done(pool: Pool): Promise<string[]> {
  const { rows: found } = await pool.query<{ found: boolean }>(
    `select to_regclass('${schema}.migrations') is not null as found`,
  );
  if (!found[0]?.found) return [];
  const { rows } = await pool.query<{ name: string }>(`select name from ${schema}.migrations order by name`);
  return rows.map(({ name }) => name);
}
