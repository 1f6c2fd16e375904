import { isDeepStrictEqual } from 'node:util';
import type { GivenCommand } from '@muster/flow';
import type { House } from '@muster/house';
import type { Instant } from '@muster/terms';
import { afterEach, expect, it, vi } from 'vitest';
import { giving, serverInMemory, storm, stormBefore, stormCommand } from './testing.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Two servers on one record, over real connections: nothing rests on one process hearing the other. */
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serve(house: House, at: Instant) {
  const servers = await Promise.all([1, 2].map(async () => (await serverInMemory({ house, now: () => at })).app));
  for (const app of servers) closing.push(() => app.close());
  const urls = await Promise.all(servers.map((app) => app.listen({ host: '127.0.0.1', port: 0 })));
  const read = await fetch(`${urls[0]}/api/requests/${storm.requestId}`);
  const etag = read.headers.get('etag') ?? '';
  return async (command: Pick<GivenCommand, 'name' | 'by' | 'data'>, n: number, head: Record<string, string> = {}) => {
    const { headers } = giving('', { commandId: `cmd_race-${n}` });
    const answer = await fetch(`${urls[n % 2]}/api/commands/${command.name}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', connection: 'close', 'if-match': etag, ...head },
      body: JSON.stringify({ by: command.by, data: command.data }),
    });
    return { status: answer.status, body: await answer.json() };
  };
}

const clients = Array.from({ length: 64 }, (_, n) => n);
const count = (answers: readonly { readonly status: number }[], status: number) =>
  answers.filter((a) => a.status === status).length;

it('commit against commit: of 64 who saw the same plan one commits it, and the others are told to look again', async () => {
  const house = await stormBefore('cmd_hurricane-09-commit');
  const commit = stormCommand('cmd_hurricane-09-commit');
  const give = await serve(house, commit.at);
  const answers = await Promise.all(clients.map((n) => give(commit, n)));
  expect([count(answers, 200), count(answers, 412)]).toEqual([1, 63]);
  const plan = await house.record.read(`plan/${storm.requestId}`);
  expect(plan.filter((e) => e.fact.type === 'PlanCommitted')).toHaveLength(1);
});

it('grant against refusal: of 64 answers to one asking one stands', async () => {
  const house = await stormBefore('cmd_hurricane-07-answer');
  const grant = stormCommand('cmd_hurricane-07-answer-us-ga-lendergovernor');
  const { requestId, partyId, capacity, words, source } = grant.data as Record<string, unknown>;
  const refusal = { ...grant, name: 'RefuseConsent' };
  const because = { requestId, partyId, capacity, words, source, reason: 'homeNeed' };
  const give = await serve(house, grant.at);
  const answers = await Promise.all(clients.map((n) => give(n % 4 < 2 ? grant : { ...refusal, data: because }, n)));
  expect([count(answers, 200), count(answers, 412)]).toEqual([1, 63]);
});

it('grant against withdrawal of the request: nobody consents to what was withdrawn', async () => {
  const house = await stormBefore('cmd_hurricane-07-answer');
  const grant = stormCommand('cmd_hurricane-07-answer-us-ga-lendergovernor');
  const { by } = stormCommand('cmd_hurricane-02-submit');
  const withdrawal = {
    name: 'WithdrawRequest',
    by,
    data: { requestId: storm.requestId, reason: 'The storm has turned.' },
  };
  const give = await serve(house, grant.at);
  const answers = await Promise.all(clients.map((n) => give(n % 4 < 2 ? grant : withdrawal, n)));
  expect(answers.filter((a) => ![200, 412].includes(a.status))).toEqual([]);
  const story = (await house.story(undefined, 10_000)).entries.map((e) => e.type);
  expect(story.filter((type) => type === 'RequestWithdrawn')).toHaveLength(1);
  expect(story.filter((type) => type === 'ConsentGranted').length).toBeLessThanOrEqual(1);
  expect(story.lastIndexOf('ConsentGranted')).toBeLessThan(story.indexOf('RequestWithdrawn'));
});

it('one command sent by 64 at once, on what was seen, is done once and answered to all with the same bytes', async () => {
  const house = await stormBefore('cmd_hurricane-09-commit');
  const commit = stormCommand('cmd_hurricane-09-commit');
  const give = await serve(house, commit.at);
  const answers = await Promise.all(clients.map((n) => give(commit, n, { 'idempotency-key': 'cmd_once' })));
  expect(answers.filter((a) => !isDeepStrictEqual(a, answers[0]))).toEqual([]);
  expect(answers[0]?.status).toBe(200);
});
