import type { Pool } from 'pg';
import type { DatabaseUrl } from './database-url.ts';
import { explainTrouble } from './explain-trouble.ts';
import { migrations } from './migrations/index.ts';
import type { DatabaseTroubleCode } from './record-failure.ts';

export type Health =
  | { readonly state: 'well'; readonly answeredMs: number }
  | { readonly state: 'ill'; readonly code: DatabaseTroubleCode; readonly why: string };

/** Whether the database answers now, with a schema that this Muster knows, and in which words it does not. */
export async function healthOf(pool: Pool, at: DatabaseUrl): Promise<Health> {
  const began = performance.now();
  try {
    const { rows } = await pool.query<{ name: string }>('select name from muster.migrations order by name');
    const unknown = rows.find(({ name }) => !(name in migrations));
    if (!unknown) return { state: 'well', answeredMs: performance.now() - began };
    return {
      state: 'ill',
      code: 'DATABASE_SCHEMA_NEWER',
      why: `A newer Muster has changed the database ("${unknown.name}") while this one ran: stop this one and start the newer.`,
    };
  } catch (error) {
    return { state: 'ill', ...explainTrouble(error, at) };
  }
}

/** How busy a set of connections is. */
export interface PoolFigures {
  readonly open: number;
  readonly idle: number;
  /** Calls that wait for a connection. */
  readonly waiting: number;
}

/** What whoever runs the record watches. */
export interface RecordFigures {
  readonly pools: Readonly<Record<'writing' | 'reading' | 'growing', PoolFigures>>;
  /** Appends that wait for their batch or are being committed. */
  readonly appending: number;
  /** Events in the tree of the log. */
  readonly leaves: number;
  /** Of these, how many the newest checkpoint signs over. */
  readonly signed: number;
  /** Since when the oldest event that is not in the tree has been recorded, in seconds; 0 where all are. */
  readonly logLagSeconds: number;
}

export const poolFigures = ({ totalCount, idleCount, waitingCount }: Pool): PoolFigures => ({
  open: totalCount,
  idle: idleCount,
  waiting: waitingCount,
});

export async function logFigures(pool: Pool): Promise<Pick<RecordFigures, 'leaves' | 'signed' | 'logLagSeconds'>> {
  const { rows } = await pool.query<{ leaves: string; signed: string; lag: string }>(
    `select h.size::text as leaves, coalesce(h.checkpoint_size, 0)::text as signed,
            coalesce((select extract(epoch from clock_timestamp() - e.recorded_at)
                        from muster.events e
                       where (e.tx, e.seq) > (h.tx, h.seq)
                       order by e.tx, e.seq limit 1), 0)::text as lag
       from muster.log_head h`,
  );
  const { leaves = 0, signed = 0, lag = 0 } = rows[0] ?? {};
  return { leaves: Number(leaves), signed: Number(signed), logLagSeconds: Math.max(0, Number(lag)) };
}
