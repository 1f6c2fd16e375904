import type { Client } from 'pg';
import type { DatabaseUrl } from './database-url.ts';
import { codeOf } from './explain-trouble.ts';
import type { DatabaseTrouble } from './record-failure.ts';

/** The role in which Muster works: it may read, and append through `muster.append_written`, and nothing else. */
export const appRole = 'muster_app';

/** Makes the role if there is none, and lets the login of `app` take it on. */
export async function ensureAppRole(client: Client, app: DatabaseUrl): Promise<DatabaseTrouble | undefined> {
  try {
    await createIfMissing(client);
    const { rows } = await client.query<{ member: boolean }>(
      `select coalesce(bool_or(pg_has_role(oid, '${appRole}', 'MEMBER')), false) as member from pg_roles where rolname = $1`,
      [app.role],
    );
    if (!rows[0]?.member) await client.query(`grant ${appRole} to ${client.escapeIdentifier(app.role)}`);
    return undefined;
  } catch (error) {
    if (codeOf(error) !== '42501') throw error;
    return {
      code: 'DATABASE_NOT_PERMITTED',
      why: `Muster works in the role ${appRole}, which the database account may not make: let an administrator run "create role ${appRole} nologin; grant ${appRole} to ${client.escapeIdentifier(app.role)};" once.`,
    };
  }
}

async function createIfMissing(client: Client): Promise<void> {
  const { rowCount } = await client.query(`select from pg_roles where rolname = '${appRole}'`);
  if (rowCount) return;
  try {
    await client.query(`create role ${appRole} nologin`);
  } catch (error) {
    // Another server opens the same database at this moment and was first.
    if (!['42710', '23505'].includes(codeOf(error))) throw error;
  }
}
