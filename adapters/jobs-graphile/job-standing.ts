import type { Pool } from 'pg';
import type { JobFigures, JobStanding } from './open-jobs.ts';
import { schema } from './prepare-schema.ts';

export async function listJobs(pool: Pool, most: number): Promise<JobStanding[]> {
  const { rows } = await pool.query(
    `select id::text, task_identifier, key, attempts, max_attempts, last_error, locked_at is not null as running,
            to_char(run_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as run_at
       from ${schema}.jobs
      order by attempts >= max_attempts desc, attempts > 0 desc, jobs.run_at, id
      limit $1`,
    [most],
  );
  return rows.map((row) => ({
    id: row.id,
    task: row.task_identifier,
    key: row.key ?? undefined,
    state: row.running
      ? 'running'
      : row.attempts >= row.max_attempts
        ? 'failed'
        : row.attempts > 0
          ? 'failedOnce'
          : 'waiting',
    runAt: row.run_at,
    attempts: row.attempts,
    mostAttempts: row.max_attempts,
    lastError: row.last_error ?? undefined,
  }));
}

export async function readFigures(pool: Pool): Promise<JobFigures> {
  const { rows } = await pool.query(
    `select count(*) filter (where locked_at is null and attempts < max_attempts)::integer as waiting,
            count(*) filter (where locked_at is not null)::integer as running,
            count(*) filter (where locked_at is null and attempts >= max_attempts)::integer as failed,
            coalesce(greatest(0, extract(epoch from now() - min(run_at) filter (where locked_at is null and attempts < max_attempts))), 0)::float as lag
       from ${schema}.jobs`,
  );
  const [{ waiting, running, failed, lag }] = rows;
  return { waiting, running, failed, lagSeconds: lag };
}
