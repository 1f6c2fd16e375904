import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  addressIn,
  holds,
  leftIn,
  type Running,
  removeFolder,
  startServer,
  temporaryFolder,
} from '@muster/house/testing';
import { type EmbeddedPostgres, openEmbeddedPostgres } from '@muster/postgres-embedded';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import document from '../../api/openapi.json' with { type: 'json' };
import { deployment, type ToGive } from '../faults/served.ts';
import { type RoundRobin, roundRobin } from './round-robin.ts';

// Programs that start on a loaded machine: slow is not failed.
vi.setConfig({ testTimeout: 480_000, hookTimeout: 240_000 });

const token = 'one-token-for-both-of-these-servers';
const requestId = 'req_2024-10-storm';
const [place, here, there] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
let postgres: EmbeddedPostgres;
let first: Running;
let second: Running;
let both: RoundRobin;

/** A server of the product on the database that both share. */
async function start(folder: string, ...args: string[]): Promise<Running> {
  const server = startServer(folder, args, { DATABASE_URL: postgres.ownerUrl, MUSTER_DRAIN_SECONDS: '1' });
  await server.said('Muster serves');
  return server;
}

beforeAll(async () => {
  const opened = await openEmbeddedPostgres({ dataFolder: place });
  if (opened.outcome === 'cannotOpen') throw new Error(opened.why);
  postgres = opened;
  await letOwnerWork();
  for (const folder of [here, there]) writeFileSync(join(folder, 'token'), token, { mode: 0o600 });
});
afterAll(async () => {
  await both?.close();
  await postgres?.close();
  for (const folder of [place, here, there]) {
    await leftIn(folder);
    removeFolder(folder);
  }
});

/** What an administrator of a PostgreSQL does once, see docs/guides/use-your-own-postgresql.md: the owner may work as muster_app. */
async function letOwnerWork(): Promise<void> {
  const { superuser } = JSON.parse(readFileSync(join(place, 'secrets.json'), 'utf8'));
  const url = new URL(postgres.ownerUrl);
  url.username = 'muster_superuser';
  url.password = superuser;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  await client.query('grant muster_app to muster_owner');
  await client.end();
}

const headers = (commandId: string) => ({
  'content-type': 'application/json',
  authorization: `Bearer ${token}`,
  'idempotency-key': commandId,
});
/** Gives a command; what was answered, status and bytes. Where others were quicker each time, it is sent again, as the answer asks. */
async function give({ commandId, ...body }: ToGive, at = both.url): Promise<string> {
  const call = { method: 'POST', headers: headers(commandId), body: JSON.stringify(body) };
  for (;;) {
    const answer = await fetch(`${at}api/commands/NotePastDeployment`, call);
    const text = await answer.text();
    if (!text.includes('"COMMAND_CLASHED"')) return `${answer.status} ${text}`;
  }
}
async function noted(at = both.url): Promise<string[]> {
  const found: string[] = [];
  for (let after = ''; ; ) {
    const page = await (await fetch(`${at}api/record?limit=1000${after}`)).json();
    found.push(...page.entries.map((e: { type: string; commandId?: string }) => e.type));
    if (!page.next || page.entries.length < 1000) return found.filter((type) => type === 'PastDeploymentNoted');
    after = `&after=${encodeURIComponent(page.next)}`;
  }
}
/** Readers of the record see an event once all before it are committed, which a moment's work of another may hold back. */
async function notedAre(n: number): Promise<void> {
  for (const until = performance.now() + 10_000; performance.now() < until; await pause(50)) {
    if ((await noted()).length >= n) break;
  }
  expect(await noted()).toHaveLength(n);
}
const checkpointSize = async (at = both.url) =>
  Number((await (await fetch(`${at}log/checkpoint`)).text()).split('\n')[1]);

/** Show the same, byte for byte, of all that the API document lets anyone read of the record. */
async function showTheSame(): Promise<void> {
  first = await start(here, '--scenario', 'hurricane');
  await holds(here, 'log-key');
  // So that whichever is left can sign.
  copyFileSync(join(here, 'log-key'), join(there, 'log-key'));
  second = await start(there, '--scenario', 'none');
  const servers = [addressIn(here), addressIn(there)] as const;
  both = await roundRobin(servers);
  const reads = Object.entries(document.paths as unknown as Record<string, { get?: { tags: readonly string[] } }>)
    .filter(([path, { get }]) => get?.tags.includes('read') && !path.includes('live'))
    .map(([path]) => path.replace('{requestId}', requestId).replace('{partyId}', 'us.oh').slice(1));
  expect(reads).toContain(`api/requests/${requestId}`);
  for (const path of reads) {
    const [one, other] = await Promise.all(servers.map((at) => fetch(`${at}${path}`)));
    expect(other?.status, path).toBe(one?.status);
    expect(await other?.text(), path).toBe(await one?.text());
  }
}

/** Show what was given to one at the other. */
async function showAtOther(): Promise<void> {
  const before = (await noted()).length;
  for (let n = 0; n < 10; n++) {
    expect(await give(deployment(n))).toMatch(/^200 .*"recorded"/);
    // The next call goes to the other.
    await notedAre(before + n + 1);
  }
  expect([...both.answered.values()].every((n) => n >= 5)).toBe(true);
}

/** Give a command that is sent to both, at once or again, the same bytes, and do it once. */
async function answerOnce(): Promise<void> {
  const before = (await noted()).length;
  const servers = [...both.answered.keys()];
  for (let n = 100; n < 110; n++) {
    const answers = await Promise.all([...servers, ...servers].map((at) => give(deployment(n), at)));
    const again = await Promise.all(servers.map((at) => give(deployment(n), at)));
    expect(new Set([...answers, ...again]).size, answers.join('\n')).toBe(1);
  }
  await notedAre(before + 10);
}

/** Let one of many win where all want the same. */
async function letOneWin(): Promise<void> {
  const same = (n: number) => ({ ...deployment(200), commandId: `cmd_race-${n}` });
  const answers = await Promise.all(Array.from({ length: 64 }, (_, n) => give(same(n))));
  expect(answers.filter((answer) => answer.startsWith('200'))).toHaveLength(1);
  expect(answers.filter((answer) => /^409 .*DEPLOYMENT_EXISTS/.test(answer))).toHaveLength(63);
}

/** One told to stop answers what it was asked: no call is lost, and none done twice. */
async function stopWell(): Promise<void> {
  const before = (await noted()).length;
  const given = Array.from({ length: 200 }, async (_, n) => {
    await pause(10 * n);
    return give(deployment(300 + n));
  });
  await pause(400);
  // Its file says no more where it is as soon as it begins to stop.
  const stopped = addressIn(here);
  first.child.kill('SIGTERM');
  let ready: number | 'gone' = 200;
  while (ready === 200) {
    ready = await fetch(`${stopped}readyz`).then(
      ({ status }) => status,
      () => 'gone' as const,
    );
  }
  const answers = await Promise.all(given);
  expect(answers.filter((answer) => !/^200 .*"recorded"/.test(answer))).toEqual([]);
  // Said before it was gone: whoever sends others there has a second to take notice.
  expect(ready).toBe(503);
  expect((await first.ended).code).toBe(0);
  await notedAre(before + 200);
}

/** One killed leaves the other to go on and to sign. */
async function goOnAlone(): Promise<void> {
  first = await start(here, '--scenario', 'none');
  await both.close();
  both = await roundRobin([addressIn(here), addressIn(there)]);
  expect(await give(deployment(600))).toMatch(/^200/);
  second.child.kill('SIGKILL');
  const given = await Promise.all(Array.from({ length: 40 }, (_, n) => give(deployment(601 + n))));
  expect(given.every((answer) => answer.startsWith('200'))).toBe(true);
  const entries = (await noted()).length;
  const size = await checkpointSize();
  expect(await give(deployment(700))).toMatch(/^200/);
  while ((await checkpointSize()) <= size) await pause(100);
  await notedAre(entries + 1);
  // Both signed with one key, and no two histories came of it.
  expect(readFileSync(join(here, 'log-key'), 'utf8')).toBe(readFileSync(join(there, 'log-key'), 'utf8'));
  first.child.kill('SIGTERM');
  expect((await first.ended).code).toBe(0);
}

// One test: no program outlives the test that started it.
it('two servers on one PostgreSQL, through their life together: nothing depends on one process', async () => {
  await showTheSame();
  await showAtOther();
  await answerOnce();
  await letOneWin();
  await stopWell();
  await goOnAlone();
});
