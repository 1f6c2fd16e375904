import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { run, type WorkerEvents } from 'graphile-worker';
import { Pool } from 'pg';
import { listJobs, readFigures } from './job-standing.ts';
import { mindLosses, prepareSchema, schema } from './prepare-schema.ts';
import { quiet } from './quiet.ts';

/** Something to be done once it is due. */
export interface Job {
  readonly task: string;
  /** Names what it is done for: where a job of this key waits already, this one takes its place. */
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** At once unless told. */
  readonly runAt?: string;
}

/** A job that waits, runs or has failed for good, as whoever operates it sees it. Never what it was given. */
export interface JobStanding {
  readonly id: string;
  readonly task: string;
  readonly key: string | undefined;
  readonly state: 'waiting' | 'running' | 'failedOnce' | 'failed';
  readonly runAt: string;
  readonly attempts: number;
  readonly mostAttempts: number;
  readonly lastError: string | undefined;
}

export interface JobFigures {
  readonly waiting: number;
  readonly running: number;
  /** Given up after the last attempt. */
  readonly failed: number;
  /** For how long the oldest job that is due has waited, in seconds. */
  readonly lagSeconds: number;
}

/** What is done for each task. It may be done twice, where a server died after it and before that was noted. */
export type Tasks = Readonly<Record<string, (payload: unknown, stop: AbortSignal) => Promise<void>>>;

export interface Jobs {
  /** How far the record has been read for jobs. */
  followedTo(): Promise<string | undefined>;
  /** Adds jobs and notes how far the record was read, both or neither; false where another server was there first. */
  follow(from: string | undefined, to: string | undefined, jobs: readonly Job[]): Promise<boolean>;
  /** Works as long as it is not closed; several servers share what there is to do. */
  work(tasks: Tasks): Promise<void>;
  /** The jobs there are, those that failed first, then by when they are due. */
  list(most: number): Promise<readonly JobStanding[]>;
  figures(): Promise<JobFigures>;
  /** Has a job that failed tried again at once, with all its attempts; false where there is no such job, or it runs. */
  retry(id: string): Promise<boolean>;
  /** Waits for the job that is being done, or for its being stopped. */
  close(): Promise<void>;
}

export interface OpenJobs {
  /** The account that owns the schema, used while opening only. */
  readonly ownerUrl: string;
  /** The account Muster works with. */
  readonly appUrl: string;
}

const mostAttempts = 12;

/** Opens the jobs in the database of a record that was opened before: its role must be there. */
export async function openJobs({ ownerUrl, appUrl }: OpenJobs): Promise<Jobs> {
  await prepareSchema(ownerUrl);
  // The name of this server's connections: one that is not connected is dead, and lets go of its job.
  const name = `muster-jobs ${randomUUID()}`;
  const pool = new Pool({
    connectionString: withRole(appUrl),
    application_name: name,
    max: 4,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  mindLosses(pool);
  const stop = new AbortController();
  let working: { stop(): Promise<void> } | undefined;
  let letGo: NodeJS.Timeout | undefined;

  let closing: Promise<void> | undefined;
  const close = async () => {
    clearInterval(letGo);
    stop.abort();
    await working?.stop().catch(() => {});
    await pool.end();
  };

  return {
    followedTo: async () => {
      const { rows } = await pool.query<{ cursor: string | null }>(`select cursor from ${schema}.followed`);
      return rows[0]?.cursor ?? undefined;
    },
    follow: (from, to, jobs) => follow(pool, from, to, jobs),
    work: async (tasks) => {
      await freeJobsOfTheDead(pool);
      letGo = setInterval(() => void freeJobsOfTheDead(pool).catch(() => {}), 5_000).unref();
      const taskList = Object.fromEntries(
        Object.entries(tasks).map(([name, work]) => [name, (payload: unknown) => work(payload, stop.signal)]),
      );
      const events = new EventEmitter() as WorkerEvents;
      events.on('pool:create', ({ workerPool }) => void noteWorker(pool, workerPool.id, name).catch(() => {}));
      const how = { schema, events, concurrency: 1, pollInterval: 2_000, noHandleSignals: true, logger: quiet };
      working = await run({ ...how, pgPool: pool, taskList });
    },
    list: (most) => listJobs(pool, most),
    figures: () => readFigures(pool),
    retry: async (id) => {
      const { rowCount } = await pool.query(
        `select from ${schema}.reschedule_jobs(array[$1::bigint], now(), null, 0, null)`,
        [id],
      );
      return rowCount === 1;
    },
    close: () => (closing ??= close()),
  };
}

async function follow(pool: Pool, from: string | undefined, to: string | undefined, jobs: readonly Job[]) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rowCount } = await client.query(
      `update ${schema}.followed set cursor = $2 where cursor is not distinct from $1`,
      [from ?? null, to ?? null],
    );
    for (const { task, key, payload, runAt } of rowCount === 1 ? jobs : []) {
      await client.query(
        `select ${schema}.add_job(identifier := $1, payload := $2, job_key := $3, run_at := $4::timestamptz, max_attempts := $5)`,
        [task, JSON.stringify(payload), key, runAt ?? null, mostAttempts],
      );
    }
    await client.query('commit');
    return rowCount === 1;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

const noteWorker = (pool: Pool, worker: string, name: string) =>
  pool.query(`insert into ${schema}.workers (worker, name) values ($1, $2)`, [worker, name]);

/** graphile-worker itself would wait four hours for a server that was killed. */
async function freeJobsOfTheDead(pool: Pool): Promise<void> {
  await pool.query(
    `with dead as (
       delete from ${schema}.workers w
        where not exists (select from pg_stat_activity a where a.application_name = w.name)
       returning w.worker)
     select ${schema}.force_unlock_workers(array_agg(dead.worker)) from dead having count(*) > 0`,
  );
}

function withRole(appUrl: string): string {
  const url = new URL(appUrl);
  url.searchParams.set('options', [url.searchParams.get('options'), '-c role=muster_app'].filter(Boolean).join(' '));
  return url.href;
}
