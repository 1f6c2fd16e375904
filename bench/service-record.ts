import { openEmbeddedPostgres } from '@muster/postgres-embedded';
import { Client } from 'pg';

export interface Laid {
  /** As often as the one request was laid: `req_laid-1` to this. */
  readonly copies: number;
  readonly requests: number;
  readonly events: number;
}

/**
 * Lays a record of so many requests and events into a data folder in which one request was played to its end: that request
 * with all its streams, facts and parts of views, again and again under other ids; and past deployments, spread over
 * places that no request names, as far as events are wanted. By hand, since giving a million commands would take longer
 * than all else; so the chains of hashes are not those of commands.
 */
export async function layRequests(dataFolder: string, like: string, requests: number, events: number): Promise<Laid> {
  const postgres = await openEmbeddedPostgres({ dataFolder });
  if (postgres.outcome === 'cannotOpen') throw new Error(postgres.why);
  const client = new Client({ connectionString: postgres.ownerUrl });
  await client.connect();
  try {
    const copies = requests - 1;
    await client.query(
      `insert into muster.events (stream, position, type, type_version, body, hash)
       select replace(stream, $1, 'req_laid-' || n), position, type, type_version, replace(body, $1, 'req_laid-' || n), hash
         from muster.events, generate_series(1, ${copies}) n where position($1 in stream) > 0
        order by n, tx, seq`,
      [like],
    );
    await client.query(
      `insert into muster.streams (stream, position, hash)
       select replace(stream, $1, 'req_laid-' || n), position, hash
         from muster.streams, generate_series(1, ${copies}) n where position($1 in stream) > 0`,
      [like],
    );
    await client.query(
      `insert into muster.views (view, key, stream, part)
       select view, replace(key, $1, 'req_laid-' || n), replace(stream, $1, 'req_laid-' || n), replace(part, $1, 'req_laid-' || n)
         from muster.views, generate_series(1, ${copies}) n where position($1 in stream) > 0`,
      [like],
    );
    const stored = await count(client, 'select count(*) from muster.events');
    if (events > stored) await layPast(client, events - stored);
    await client.query('analyze');
    return {
      copies,
      requests: await count(client, "select count(*) from muster.streams where stream like 'request/%'"),
      events: await count(client, 'select count(*) from muster.events'),
    };
  } finally {
    await client.end();
    await postgres.close();
  }
}

const each = 100;

async function layPast(client: Client, events: number): Promise<void> {
  const { rows } = await client.query(
    `select stream, type_version, body from muster.events where type = 'PastDeploymentNoted' limit 1`,
  );
  const [one] = rows as { stream: string; type_version: number; body: string }[];
  if (!one) throw new Error('The scenario notes no past deployment that could be laid again.');
  const { data } = JSON.parse(one.body).fact;
  const place = `replace(replace(replace($3, $4, 'place-' || s), $5, 'dep_laid-' || s || '-' || p), '"position":' || $6, '"position":' || p)`;
  const streams = Math.ceil(events / each);
  await client.query(
    `insert into muster.events (stream, position, type, type_version, body, hash)
     select replace($1, $4, 'place-' || s), p, 'PastDeploymentNoted', $2, ${place}, ''
       from generate_series(1, ${streams}) s, generate_series(1, ${each}) p`,
    [one.stream, one.type_version, one.body, data.placeId, data.deploymentId, String(JSON.parse(one.body).position)],
  );
  await client.query(
    `insert into muster.streams (stream, position) select replace($1, $2, 'place-' || s), ${each} from generate_series(1, ${streams}) s`,
    [one.stream, data.placeId],
  );
}

const count = async (client: Client, query: string): Promise<number> =>
  Number((await client.query(query)).rows[0].count);
