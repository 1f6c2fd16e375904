import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Append, RecordPort } from '@muster/flow';
import { openEmbeddedPostgres } from '@muster/postgres-embedded';
import { openSqlRecord } from '@muster/record-sql';
import { type Figure, median, percentile } from './figures.ts';

const rounds = 3;
const roundMs = 1_500;

/** Durable appends by 1 and by 64 writers, beside how often this disk syncs a small write. */
export async function benchRecord(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'));
  const postgres = await openEmbeddedPostgres({ dataFolder: folder });
  if (postgres.outcome === 'cannotOpen') throw new Error(postgres.why);
  const record = await openSqlRecord(postgres);
  if (record.outcome === 'cannotOpen') throw new Error(record.why);
  try {
    const syncs: number[] = [];
    const ones: number[] = [];
    const many: number[] = [];
    const waits: number[] = [];
    for (let round = 0; round < rounds; round++) {
      syncs.push(await syncsPerSecond(folder));
      ones.push((await appendsPerSecond(record, 1, `one${round}`)).rate);
      const { rate, waitsMs } = await appendsPerSecond(record, 64, `many${round}`);
      many.push(rate);
      waits.push(...waitsMs);
    }
    const database = cpuSecondsIn(folder);
    const ours = process.cpuUsage();
    const { waitsMs: each } = await appendsPerSecond(record, 64, 'cpu');
    const used = process.cpuUsage(ours);
    const perAppend = {
      ours: (used.user + used.system) / each.length,
      database: ((cpuSecondsIn(folder) - database) * 1e6) / each.length,
    };
    const beaten = pgbench(postgres.ownerUrl);
    const baseline = median(syncs);
    const beside = (value: number) => ({ to: 'fdatasync', value: value / baseline });
    return [
      { name: 'fdatasync of 4 kB', value: baseline, unit: '/s' },
      { name: 'durable appends, 1 writer', value: median(ones), unit: '/s', ratio: beside(median(ones)) },
      { name: 'durable appends, 64 writers', value: median(many), unit: '/s', ratio: beside(median(many)) },
      { name: 'wait of an append, 64 writers, 99 %', value: percentile(waits, 0.99), unit: 'ms' },
      { name: 'CPU of an append, database', value: perAppend.database, unit: 'us' },
      { name: 'CPU of an append, this process', value: perAppend.ours, unit: 'us' },
      beaten === undefined
        ? { name: 'pgbench is NOT on this machine', value: Number.NaN, unit: '' }
        : {
            name: 'pgbench, 48 clients, one insert each',
            value: beaten,
            unit: '/s',
            ratio: { to: 'our appends', value: beaten / median(many) },
          },
    ];
  } finally {
    await record.close();
    await postgres.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** CPU seconds that the processes of the PostgreSQL in this folder have used, those that ended among them. */
function cpuSecondsIn(folder: string): number {
  const postmaster = readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0];
  const fieldsOf = (pid: string): string[] => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    } catch {
      return [];
    }
  };
  const all = readdirSync('/proc').filter((pid) => pid === postmaster || fieldsOf(pid)[1] === postmaster);
  // utime and stime, in hundredths of a second.
  return all.reduce((n, pid) => n + (Number(fieldsOf(pid)[11]) + Number(fieldsOf(pid)[12])) / 100, 0);
}

/** What Debian's pgbench reaches on the same PostgreSQL with the plainest of inserts, each committed by itself; undefined where it is not installed. */
function pgbench(url: string): number | undefined {
  const script = join(mkdtempSync(join(tmpdir(), 'muster-pgbench-')), 'insert.sql');
  writeFileSync(script, "insert into pgbench_plain (words) values (repeat('x', 200));\n");
  const before = 'create table if not exists pgbench_plain (n bigint generated always as identity, words text)';
  try {
    execFileSync('psql', [url, '-qc', before], { stdio: 'ignore' });
    const said = execFileSync('pgbench', ['-n', '-c', '48', '-j', '2', '-T', '2', '-f', script, url], {
      encoding: 'utf8',
    });
    return Number(/tps = ([\d.]+)/.exec(said)?.[1]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  } finally {
    rmSync(dirname(script), { recursive: true, force: true });
  }
}

async function syncsPerSecond(folder: string): Promise<number> {
  const file = await open(join(folder, 'sync.bench'), 'w');
  const block = Buffer.alloc(4096, 1);
  const until = performance.now() + roundMs / 3;
  let n = 0;
  for (; performance.now() < until; n++) {
    await file.write(block, 0, block.length, 0);
    await file.datasync();
  }
  await file.close();
  return (n * 1000) / (roundMs / 3);
}

/**
 * Appends as fast as the writers can for a while, or at most `paced` a second together; `told` hears of each event as it
 * is acknowledged.
 */
export async function appendsPerSecond(
  record: RecordPort,
  writers: number,
  name: string,
  told: (stream: string, position: number) => void = () => {},
  paced = Number.POSITIVE_INFINITY,
) {
  const until = performance.now() + roundMs;
  const waitsMs: number[] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async (_, w) => {
      for (let i = 0; performance.now() < until; i++) {
        const early = began + ((i * writers + w) * 1_000) / paced - performance.now();
        if (early > 0) await new Promise((settle) => setTimeout(settle, early));
        const from = performance.now();
        await record.append(anAppend(`bench/${name}/${w}`, i));
        told(`bench/${name}/${w}`, i + 1);
        waitsMs.push(performance.now() - from);
      }
    }),
  );
  return { rate: (waitsMs.length * 1000) / (performance.now() - began), waitsMs };
}

/** One event of about half a kilobyte. */
export const anAppend = (stream: string, position: number): Append =>
  ({
    stream,
    expectedPosition: position,
    restsOn: [],
    commandId: `cmd_${stream.replaceAll('/', '-')}-${position}`,
    commandBody: '{"bench":true}',
    at: '2025-01-01T00:00:00Z',
    by: { personId: 'per_bench', partyId: 'bench', role: 'flow' },
    facts: [{ type: 'Noted', version: 1, data: { words: 'x'.repeat(200) } }],
    views: [],
    answer: '{}',
  }) as unknown as Append;
