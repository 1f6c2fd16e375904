import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { addressIn, leftIn, type Running, removeFolder, startServer, temporaryFolder } from '@muster/house/testing';
import { afterAll, expect, it, vi } from 'vitest';

// Programs that start databases: slow is not failed.
vi.setConfig({ testTimeout: 180_000 });

const folder = temporaryFolder();
afterAll(async () => {
  await leftIn(folder);
  removeFolder(folder);
});

const by = { personId: 'per_desk', partyId: 'us.dod', role: 'deploymentDesk' };
const deployment = (n: number, people = 40) => ({
  deploymentId: `dep_${n}`,
  statusId: 'title32',
  delegationIds: [],
  taskId: 'logistics',
  placeId: 'us-tx',
  lenderId: 'us.oh',
  people,
  period: { fromOn: '2024-04-01', toOn: '2024-05-01' },
  source: { kind: 'assumption', words: 'For the test.' },
});

/** What was answered, byte for byte; undefined where the server was gone. */
async function give(n: number, people?: number): Promise<string | undefined> {
  const body = JSON.stringify({ by, data: deployment(n % 1000, people) });
  try {
    const authorization = `Bearer ${readFileSync(join(folder, 'token'), 'utf8')}`;
    const headers = { 'content-type': 'application/json', authorization, 'idempotency-key': `cmd_${n}` };
    const url = `${addressIn(folder)}api/commands/NotePastDeployment`;
    const answer = await fetch(url, { method: 'POST', headers, body });
    return `${answer.status} ${await answer.text()}`;
  } catch {
    return undefined;
  }
}

async function start(): Promise<Running> {
  const server = startServer(folder, ['--scenario', 'none']);
  await server.said('Muster serves');
  return server;
}

it('a command sent again after kill -9 gets the same bytes and is done once; another under its id is refused', async () => {
  const answers = new Map<number, string>();
  let lost = 0;
  for (let kill = 0; kill < 3; kill++) {
    const server = await start();
    // 30 new ones, those of before again, and a refused one: a deployment noted under another id.
    const mine = Array.from({ length: 30 }, (_, i) => 30 * kill + i);
    const given = [...mine, ...answers.keys(), 1000];
    const killed = pause(20 + 60 * kill).then(() => server.child.kill('SIGKILL'));
    // The first answer, so that the refused one has something to be refused for.
    const note = (n: number, answer: string | undefined) => {
      if (answer === undefined) lost++;
      else {
        expect(answers.get(n) ?? answer, `cmd_${n}`).toBe(answer);
        answers.set(n, answer);
      }
    };
    if (kill === 0) note(0, await give(0));
    await Promise.all(given.map(async (n) => note(n, await give(n))));
    await killed;
    await server.ended;
    expect(await leftIn(folder)).toEqual([]);
  }

  const server = await start();
  const all = [...Array.from({ length: 90 }, (_, n) => n), 1000];
  for (const n of all) {
    const answer = await give(n);
    expect(answers.get(n) ?? answer, `cmd_${n}`).toBe(answer);
    expect(answer).toMatch(n === 1000 ? /^409 .*DEPLOYMENT_EXISTS/ : /^200 .*"recorded"/);
  }
  expect(await give(7, 41)).toMatch(/^422 .*COMMAND_REUSED/);
  const { entries } = await (await fetch(`${addressIn(folder)}api/record?limit=1000`)).json();
  const types = entries.map((e: { type: string }) => e.type).filter((type: string) => type !== 'LawTaken');
  expect(types.filter((type: string) => type === 'PastDeploymentNoted')).toHaveLength(90);
  expect(types.filter((type: string) => type === 'CommandRefused')).toHaveLength(1);
  expect(types).toHaveLength(91);
  // A kill that cut nobody off would show nothing.
  expect(lost).toBeGreaterThan(0);
  server.child.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
});
