import type { Client } from 'pg';
import type { DatabaseUrl } from './database-url.ts';
import type { DatabaseTrouble } from './record-failure.ts';

const oldestVersion = 150000;

interface ServerFacts {
  readonly version: number;
  readonly shown_version: string;
  readonly encoding: string;
  readonly fsync: string;
  readonly synchronous_commit: string;
  readonly standby: boolean;
}

/** Whether the record can keep its promises on this server; the first that it could not is named. */
export async function checkServer(client: Client, { shown }: DatabaseUrl): Promise<DatabaseTrouble | undefined> {
  const { rows } = await client.query<ServerFacts>(
    `select current_setting('server_version_num')::integer as version,
            current_setting('server_version') as shown_version,
            current_setting('server_encoding') as encoding,
            current_setting('fsync') as fsync,
            current_setting('synchronous_commit') as synchronous_commit,
            pg_is_in_recovery() as standby`,
  );
  const facts = rows[0] as ServerFacts;
  if (facts.version < oldestVersion) {
    return {
      code: 'DATABASE_TOO_OLD',
      why: `The database at ${shown} runs PostgreSQL ${facts.shown_version}; Muster needs 15 or newer: upgrade it.`,
    };
  }
  if (facts.encoding !== 'UTF8') {
    return {
      code: 'DATABASE_NOT_UTF8',
      why: `The database at ${shown} is encoded in ${facts.encoding}: create one with ENCODING 'UTF8' and name that.`,
    };
  }
  if (facts.fsync === 'off' || facts.synchronous_commit === 'off') {
    const setting = facts.fsync === 'off' ? 'fsync' : 'synchronous_commit';
    return {
      code: 'DATABASE_NOT_DURABLE',
      why: `The database at ${shown} has ${setting} = off, so it would acknowledge what a power cut can still take: set it to on.`,
    };
  }
  if (facts.standby) {
    return {
      code: 'DATABASE_READ_ONLY',
      why: `The database at ${shown} is a standby that can only be read: name the primary server.`,
    };
  }
  return undefined;
}
