import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { verifyBundle } from '@muster/house';
import { addressIn, leftIn, muster, type Ran, removeFolder, startServer, temporaryFolder } from '@muster/house/testing';
import { leafHash, readCheckpoint, readLongEntryBundle, readNote, tilePath, tilesOf } from '@muster/log';
import { isCannotOpen, openEmbeddedPostgres } from '@muster/postgres-embedded';
import type { Recorded } from '@muster/terms';
import { Client } from 'pg';
import { afterAll, expect, it, vi } from 'vitest';

// Programs that start databases: slow is not failed.
vi.setConfig({ testTimeout: 300_000 });

const folder = temporaryFolder();
const outside = temporaryFolder();
afterAll(async () => {
  await leftIn(folder);
  for (const one of [folder, outside]) removeFolder(one);
});

const secrets = ['Ida Kanarek', '+1 555 0177', 'badge-9051'];
const coordinator = 'per_oh-coordinator@us.oh';

/** All that was handed out or said, each under the name of the place it came from. */
const seen: { readonly where: string; readonly bytes: Buffer }[] = [];
const note = (where: string, bytes: Uint8Array | string) => seen.push({ where, bytes: Buffer.from(bytes as string) });
const placesWith = (form: Buffer): string[] =>
  seen.filter(({ bytes }) => bytes.includes(form)).map(({ where }) => where);

async function get(path: string): Promise<Buffer> {
  const authorization = `Bearer ${readFileSync(join(folder, 'token'), 'utf8')}`;
  const answer = await fetch(`${addressIn(folder)}${path}`, { headers: { authorization } });
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(answer.status, `${path}: ${bytes}`).toBe(200);
  note(path, bytes);
  return bytes;
}

/** Everything under /log/ and one proof an event, once the log is signed over so many; each leaf held against its hash. */
async function readLog(atLeast: number): Promise<readonly Recorded[]> {
  const sizeOf = (checkpoint: Buffer) => {
    const read = readNote(checkpoint.toString());
    const said = read.outcome === 'read' ? readCheckpoint(read.value.text) : read;
    return said.outcome === 'read' ? said.value.size : 0;
  };
  let size = sizeOf(await get('log/checkpoint'));
  while (size < atLeast) {
    await pause(100);
    size = sizeOf(await get('log/checkpoint'));
  }
  await get('log/keys');
  const hashes = new Map<string, Buffer>();
  for (const tile of tilesOf(size)) hashes.set(tilePath(tile), await get(`log/${tilePath(tile)}`));
  const whole = `000.p/${size}`;
  const long = await get(`log/long-entries/${whole}`);
  const entries = readLongEntryBundle(long, size);
  if (entries.outcome === 'malformed') throw new Error(entries.why);
  const told = Buffer.concat(entries.value.map(leafHash));
  expect(hashes.get(`tile/0/${whole}`)).toEqual(told);
  const events = entries.value.map((entry) => JSON.parse(Buffer.from(entry).toString()) as Recorded);
  for (const { stream, position } of events) {
    await get(`api/proof?stream=${encodeURIComponent(stream)}&position=${position}`);
  }
  return events;
}

/** Exports the record as it is now, and has it verified: all of it decided again. */
async function exported(name: string): Promise<void> {
  const file = join(outside, name);
  said(`export ${name}`, await muster(folder, ['export', file]));
  const bytes = readFileSync(file);
  note(name, bytes);
  if (name.endsWith('.gz')) note(`${name}, unpacked`, gunzipSync(bytes));
  const { outcome, replay } = await verifyBundle({ file, replay: true });
  expect([outcome, replay?.undecided]).toEqual(['holds', []]);
}

function said(where: string, ran: Ran): Ran {
  note(`stdout of ${where}`, ran.stdout);
  note(`stderr of ${where}`, ran.stderr);
  expect(ran.code, ran.stderr).toBe(0);
  return ran;
}

/** Every row of every table that the database holds for Muster, as text: what a dump would hold. */
async function dumped(): Promise<void> {
  const postgres = await openEmbeddedPostgres({ dataFolder: folder });
  if (isCannotOpen(postgres)) throw new Error(postgres.why);
  const client = new Client({ connectionString: postgres.ownerUrl });
  try {
    await client.connect();
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'muster' order by 1`,
    );
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      note(`table ${name}`, rows.map(({ row }) => row).join('\n'));
    }
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['muster.events', 'muster.views']));
  } finally {
    await client.end();
    await postgres.close();
  }
}

/** A text as its bytes may lie about. */
const formsOf = (text: string): Buffer[] => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  ...(['base64', 'base64url', 'hex'] as const).map((as) => Buffer.from(Buffer.from(text).toString(as).slice(0, -4))),
];

it('who was noted on the command line is in no leaf, tile, proof, bundle, view or word, before and after they are erased', async () => {
  const particulars = join(outside, 'person.json');
  writeFileSync(particulars, JSON.stringify({ name: secrets[0], contact: secrets[1], badge: secrets[2] }));
  const server = startServer(folder, ['--scenario', 'none']);
  await server.said('Muster serves');

  const args = ['--as', coordinator, '--skill', 'medical', '--kind', 'title32'];
  const noted = said('person note', await muster(folder, ['person', 'note', '--from', particulars, ...args, '--json']));
  const { personId } = JSON.parse(noted.stdout);
  const key = readFileSync(join(folder, 'person-keys', 'us.oh', `${personId}.key`));
  const before = await readLog(2);
  expect(before.map((event) => event.fact.type)).toEqual(['LawTaken', 'PersonNoted']);
  await exported('noted.muster');

  said(
    'person erase',
    await muster(folder, ['person', 'erase', personId, '--as', coordinator, '--because', 'theyAsked']),
  );
  const after = await readLog(3);
  expect(after.slice(0, 2)).toEqual(before);
  expect(after[2]?.fact.type).toBe('PersonErased');
  await exported('erased.muster.gz');

  server.child.kill('SIGTERM');
  const ended = await server.ended;
  note('stdout of the server', ended.stdout);
  note('stderr of the server', ended.stderr);
  expect(await leftIn(folder)).toEqual([]);
  await dumped();

  // What is looked for in vain could have been found: the person's opaque id is in each of these.
  const withId = placesWith(Buffer.from(personId)).join('\n');
  for (const place of [
    /log\/long-entries/,
    /^noted\.muster$/m,
    /^erased\.muster\.gz, unpacked$/m,
    /table muster\.events/,
    /stdout of person note/,
  ]) {
    expect(withId).toMatch(place);
  }
  for (const form of secrets.flatMap(formsOf)) expect(placesWith(form), form.toString('hex')).toEqual([]);
  for (const form of [key, ...(['base64', 'base64url', 'hex'] as const).map((as) => Buffer.from(key.toString(as)))]) {
    expect(placesWith(form)).toEqual([]);
  }
});
