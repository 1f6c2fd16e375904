import { Client } from 'pg';
import { ownerRole } from './create-cluster.ts';
import type { Secrets } from './secrets.ts';

export const appRole = 'muster_app';
export const database = 'muster';

/** The address of a database of the embedded PostgreSQL, for one of its two accounts. */
export const urlOf = (role: string, secret: string, port: number, name = database): string =>
  `postgres://${role}:${secret}@127.0.0.1:${port}/${name}`;

/** Makes the database and the account that may only read and append, unless they are there. */
export async function makeDatabase(port: number, secrets: Secrets): Promise<void> {
  const client = new Client({ connectionString: urlOf(ownerRole, secrets.owner, port, 'postgres') });
  client.on('error', () => {}); // the query under way fails too, and says it
  await client.connect();
  try {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as role,
              exists (select from pg_database where datname = $2) as database`,
      [appRole, database],
    );
    if (!rows[0]?.role) {
      await client.query(`create role ${appRole} login password ${client.escapeLiteral(secrets.app)}`);
    }
    if (!rows[0]?.database) await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}
