import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  addressIn,
  leftIn,
  type Running,
  removeFolder,
  stackTrace,
  startServer,
  temporaryFolder,
} from '@muster/house/testing';
import { openNote, readVerifierKey, type VerifierKey } from '@muster/log';
import { addWitness, makeWitnessFolder } from '@muster/log-files';
import { serveWitness } from '@muster/witness';
import { afterAll, expect, it, vi } from 'vitest';

// Programs that start databases, and a witness that is asked each five seconds: slow is not failed.
vi.setConfig({ testTimeout: 300_000 });

const place = temporaryFolder();
const folder = join(place, 'data');
const copy = join(place, 'copy');
let close = async (): Promise<void> => {};
afterAll(async () => {
  await close();
  await leftIn(place);
  removeFolder(place);
});

const keyOf = (text: string): VerifierKey => {
  const read = readVerifierKey(text);
  if (read.outcome === 'malformed') throw new Error(read.why);
  return read.value;
};

async function start(): Promise<Running> {
  const server = startServer(folder, ['--scenario', 'none']);
  await server.said('Muster serves');
  return server;
}
async function stop(server: Running): Promise<string> {
  server.child.kill('SIGTERM');
  const { stderr } = await server.ended;
  expect(stderr).not.toMatch(stackTrace);
  expect(await leftIn(folder)).toEqual([]);
  return stderr;
}
const read = async (path: string) => (await fetch(`${addressIn(folder)}${path}`)).json();
/** Waits until the server says of its witness what is expected. */
async function standing(state: string, atLeast = 0): Promise<{ size: number; words?: string; note: string }> {
  for (;;) {
    const [one] = await read('api/log/witnesses');
    if (one?.state === state && one.size >= atLeast) return one;
    await pause(200);
  }
}
async function note(n: number): Promise<void> {
  const authorization = `Bearer ${readFileSync(join(folder, 'token'), 'utf8')}`;
  const data = {
    ...{ deploymentId: `dep_${n}`, statusId: 'title32', delegationIds: [], taskId: 'logistics', placeId: 'us-tx' },
    ...{ lenderId: 'us.oh', people: 4, period: { fromOn: '2024-04-01', toOn: '2024-05-01' } },
    source: { kind: 'assumption', words: 'For the test.' },
  };
  const by = { personId: 'per_desk', partyId: 'us.dod', role: 'deploymentDesk' };
  const answer = await fetch(`${addressIn(folder)}api/commands/NotePastDeployment`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization, 'idempotency-key': `cmd_${n}` },
    body: JSON.stringify({ by, data }),
  });
  expect(answer.status).toBe(200);
}

it('a server on a restored copy learns from its witness that it is behind, signs nothing, and says the way out', async () => {
  const made = await makeWitnessFolder(join(place, 'witness'), 'witness.example/w1');
  if (made.outcome === 'refused') throw new Error(made.why);
  const serving = await serveWitness({
    folder: made,
    host: '127.0.0.1',
    port: 0,
    nowSeconds: () => Math.floor(Date.now() / 1000),
    say: () => {},
  });
  if (serving.outcome === 'refused') throw new Error(serving.why);
  close = serving.close;
  mkdirSync(folder, { mode: 0o700 });
  await addWitness(folder, { url: serving.url, key: made.key });

  let server = await start();
  await note(1);
  // The witness learns of the log only now, and is asked again.
  await standing('refused');
  const [{ verifierKey }] = (await read('log/keys')).keys;
  await made.addKey(keyOf(verifierKey));
  const cosigned = await standing('cosigned', 2);
  expect(openNote(cosigned.note, [keyOf(verifierKey), made.key])).toMatchObject({
    outcome: 'verified',
    by: [{ key: keyOf(verifierKey) }, { key: { name: 'witness.example/w1' } }],
  });
  await stop(server);
  cpSync(folder, copy, { recursive: true });

  server = await start();
  await note(2);
  const { size } = await standing('cosigned', cosigned.size + 1);
  await stop(server);

  // The older copy is put back, data folder and all: nothing here knows any more what was signed since.
  rmSync(folder, { recursive: true });
  cpSync(copy, folder, { recursive: true });
  server = await start();
  const ahead = await standing('ahead');
  expect(ahead.words).toBe(`has cosigned ${size} events of this log, and the database holds fewer`);
  await note(3);
  const checkpoint = await (await fetch(`${addressIn(folder)}log/checkpoint`)).text();
  expect(checkpoint.split('\n')[1]).toBe(String(cosigned.size));
  expect(await stop(server)).toMatch(
    /^The log of the record is not signed.*: The witness witness\.example\/w1 has cosigned \d+ events .* Nothing is signed\. Put back a newer copy/m,
  );

  // It is remembered: the next start is refused, whether the witness answers or not.
  const refused = await startServer(folder, ['--scenario', 'none']).ended;
  expect([refused.code, refused.stderr]).toEqual([
    3,
    expect.stringMatching(/an older copy of the database was restored/),
  ]);
  expect(await leftIn(folder)).toEqual([]);
});
