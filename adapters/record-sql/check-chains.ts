import { createHash } from 'node:crypto';
import type { StreamName } from '@muster/terms';
import type { Queryable } from './append-batch.ts';

/** An event that is not what was recorded, or that lacks one before it. */
export interface ChainFault {
  readonly stream: StreamName;
  readonly position: number;
  readonly problem: 'missing' | 'changed' | 'headDiffers';
}

export interface ChainReport {
  readonly events: number;
  readonly faults: readonly ChainFault[];
}

interface ChainRow {
  readonly stream: StreamName;
  readonly position: number;
  readonly body: string;
  readonly hash: Buffer;
}

const pageSize = 1_000;

/**
 * Goes over every stream and computes its chain of hashes anew. Finds what was changed by hand in the database; who
 * could also rewrite the hashes is found out only by the signed checkpoints.
 */
export async function checkChains(database: Queryable): Promise<ChainReport> {
  const faults: ChainFault[] = [];
  let events = 0;
  let last: { stream: StreamName; position: number; hash: Buffer } | undefined;
  for (;;) {
    const rows = await page(database, last?.stream ?? '', last?.position ?? 0);
    for (const { stream, position, body, hash } of rows) {
      const before: { position: number; hash: Buffer } =
        last?.stream === stream ? last : { position: 0, hash: Buffer.alloc(0) };
      if (position !== before.position + 1) faults.push({ stream, position: before.position + 1, problem: 'missing' });
      else if (!chained(before.hash, body).equals(hash)) faults.push({ stream, position, problem: 'changed' });
      last = { stream, position, hash };
      events++;
    }
    if (rows.length < pageSize) break;
  }
  return { events, faults: [...faults, ...(await wrongHeads(database))] };
}

const chained = (before: Buffer, body: string) => createHash('sha256').update(before).update(body, 'utf8').digest();

async function page(database: Queryable, stream: string, position: number): Promise<ChainRow[]> {
  const { rows } = await database.query(
    `select stream, position, body, hash from muster.events
      where (stream, position) > ($1, $2) order by stream, position limit ${pageSize}`,
    [stream, position],
  );
  return rows as ChainRow[];
}

async function wrongHeads(database: Queryable): Promise<ChainFault[]> {
  const { rows } = await database.query(
    `select s.stream, s.position, 'headDiffers' as problem
       from muster.streams s left join muster.events e on e.stream = s.stream and e.position = s.position
      where (s.position > 0 and e.hash is distinct from s.hash)
         or exists (select from muster.events f where f.stream = s.stream and f.position > s.position)
      order by s.stream`,
    [],
  );
  return rows as ChainFault[];
}
