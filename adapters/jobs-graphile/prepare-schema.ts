import { makeWorkerUtils } from 'graphile-worker';
import { Pool } from 'pg';
import { quiet } from './quiet.ts';

export const schema = 'muster_jobs';
const workingRole = 'muster_app';

/**
 * Brings the schema of the jobs to what graphile-worker needs, and lets the working role work in it. The tables are
 * guarded row by row for whoever does not own them, so each gets a policy that lets that role in, and nobody else.
 */
export async function prepareSchema(ownerUrl: string): Promise<void> {
  const pool = new Pool({ connectionString: ownerUrl, max: 2, connectionTimeoutMillis: 5_000 });
  mindLosses(pool);
  const client = await pool.connect();
  try {
    // Servers that start at once wait for each other here.
    await client.query("select pg_advisory_lock(hashtext('muster_jobs'))");
    const tools = await makeWorkerUtils({ pgPool: pool, schema, logger: quiet });
    await tools.migrate();
    await tools.release();
    await client.query(ours);
  } finally {
    // Ends the session, and its lock with it.
    client.release(true);
    await pool.end();
  }
}

const ours = `
create table if not exists ${schema}.followed (
  one boolean primary key default true check (one),
  cursor text
);
comment on table ${schema}.followed is 'How far the record has been read for what is to be done because of it.';
insert into ${schema}.followed default values on conflict do nothing;
create table if not exists ${schema}.workers (
  worker text primary key,
  name text not null
);
comment on table ${schema}.workers is 'By which name the connections of each worker go: one that is not connected is dead.';
grant usage on schema ${schema} to ${workingRole};
grant select, insert, update, delete on all tables in schema ${schema} to ${workingRole};
grant usage, select on all sequences in schema ${schema} to ${workingRole};
grant execute on all functions in schema ${schema} to ${workingRole};
do $$
declare guarded record;
begin
  for guarded in
    select c.relname from pg_class c
     where c.relnamespace = '${schema}'::regnamespace and c.relrowsecurity
       and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'muster_works')
  loop
    execute format('create policy muster_works on ${schema}.%I to ${workingRole} using (true) with check (true)', guarded.relname);
  end loop;
end $$;
`;

/** A connection was lost: the call under way on it fails and says so, and the next opens another. */
export function mindLosses(pool: Pool): void {
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
}
