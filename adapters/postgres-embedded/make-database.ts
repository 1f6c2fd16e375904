import { Client } from 'pg';
import { superuser } from './create-cluster.ts';
import type { Secrets } from './secrets.ts';

/** Owns the database, and so its schema, but no more: what runs with its rights cannot reach the server's files. */
export const ownerRole = 'muster_owner';
export const appRole = 'muster_app';
const database = 'muster';

/** The address of a database of the embedded PostgreSQL, for one of its two accounts. */
export const urlOf = (role: string, secret: string, port: number, name = database): string =>
  `postgres://${role}:${secret}@127.0.0.1:${port}/${name}`;

/** Makes the database, its owner and the account that may only read and append, unless they are there. */
export async function makeDatabase(port: number, secrets: Secrets): Promise<void> {
  const client = new Client({ connectionString: urlOf(superuser, secrets.superuser, port, 'postgres') });
  client.on('error', () => {}); // the query under way fails too, and says it
  await client.connect();
  try {
    for (const [role, secret] of [
      [ownerRole, secrets.owner],
      [appRole, secrets.app],
    ] as const) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
      if (!rowCount) await client.query(`create role ${role} login password ${client.escapeLiteral(secret)}`);
    }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (!rowCount) await client.query(`create database ${database} owner ${ownerRole}`);
  } finally {
    await client.end();
  }
}
