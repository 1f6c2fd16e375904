import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AnyFact, contributions } from '@muster/flow';
import { openEmbeddedPostgres } from '@muster/postgres-embedded';
import { openSqlRecord } from '@muster/record-sql';
import { Client } from 'pg';
import { type Figure, machine, printFigures } from './figures.ts';

/**
 * All views made anew from so many events, ten a stream: half of the streams are requests, half consents. The events are
 * laid into the database by hand, since appending a million would take longer than all else.
 */
export async function benchRebuild(events: number): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'));
  const postgres = await openEmbeddedPostgres({ dataFolder: folder });
  if (postgres.outcome === 'cannotOpen') throw new Error(postgres.why);
  const record = await openSqlRecord(postgres);
  if (record.outcome === 'cannotOpen') throw new Error(record.why);
  try {
    await lay(postgres.ownerUrl, events / 10);
    const [began, cpu] = [performance.now(), process.cpuUsage()];
    const make = (stream: string, read: readonly { readonly fact: object }[]) =>
      contributions(
        stream,
        read.map((e) => e.fact as AnyFact),
      );
    const rebuilt = await record.rebuildViews(make);
    const took = performance.now() - began;
    const { user, system } = process.cpuUsage(cpu);
    const parts = (await record.view('request-board', 'req_7')).length;
    if (parts !== 2 || rebuilt.events !== events) throw new Error(`${parts} parts of ${rebuilt.events} events`);
    return [
      { name: `views of ${events.toLocaleString('en-US')} events made anew`, value: took / 1000, unit: 's' },
      { name: 'of it CPU of this process', value: (user + system) / 1e6, unit: 's' },
      { name: 'events a second', value: (events * 1000) / took, unit: '/s' },
      { name: 'memory of the process', value: process.memoryUsage().rss / 2 ** 20, unit: 'MB' },
    ];
  } finally {
    await record.close();
    await postgres.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function lay(ownerUrl: string, streams: number): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const half = streams / 2;
  for (const [kind, stream, fact] of [
    ['request', `'request/req_' || s`, requestFact],
    ['consent', `'consent/req_' || s || '/lenderGovernor/us.oh'`, consentFact],
  ] as const) {
    const body = `'{"at":"2025-05-01T00:00:00Z","by":{"partyId":"us.dhs","personId":"per_a","role":"flow"},"commandId":"cmd_' || s || '","fact":' || $1 || ',"position":' || p || ',"stream":"' || ${stream} || '"}'`;
    await client.query(
      `insert into muster.events (stream, position, type, type_version, body, hash)
       select ${stream}, p, '${kind}', 1, ${body}, ''
         from generate_series(1, ${half}) s, generate_series(1, 10) p`,
      [JSON.stringify(fact)],
    );
    await client.query(
      `insert into muster.streams (stream, position) select ${stream}, 10 from generate_series(1, ${half}) s`,
    );
  }
  await client.query('analyze');
  await client.end();
}

const line = {
  lineId: 'lin_a',
  title: 'Line',
  people: 6,
  taskId: 'logistics',
  placeId: 'us-tx',
  words: 'x'.repeat(120),
};
const requestFact = {
  type: 'RequestSubmitted',
  version: 1,
  data: { requestId: 'req_a', title: 'Help', requesterId: 'us.dhs', people: 6, lines: [line] },
};
const consentFact = {
  type: 'ConsentGranted',
  version: 1,
  data: { requestId: 'req_a', capacity: 'lenderGovernor', partyId: 'us.oh', people: 6, words: 'x'.repeat(120) },
};

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(`${machine()}\n`);
  printFigures('views made anew (embedded PostgreSQL)', await benchRebuild(Number(process.argv[2] ?? 1_000_000)));
}
