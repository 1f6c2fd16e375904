import { Client } from 'pg';
import { appRole, urlOf } from './make-database.ts';
import type { Owner } from './owner.ts';
import type { Secrets } from './secrets.ts';

/** Whether the database of a running owner answers; its owner may still be starting or already stopping. */
export async function answers(owner: Owner, secrets: Secrets): Promise<boolean> {
  const client = new Client({
    connectionString: urlOf(appRole, secrets.app, owner.port),
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
