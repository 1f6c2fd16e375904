import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openHouse, runScenario } from '@muster/house';
import { leftIn, removeFolder, temporaryFolder } from '@muster/house/testing';
import { type Jobs, openJobs } from '@muster/jobs-graphile';
import { type EmbeddedPostgres, openEmbeddedPostgres } from '@muster/postgres-embedded';
import { loadScenario } from '@muster/scenarios';
import type { Instant } from '@muster/terms';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openRecord } from '../record/test-database.ts';

// Databases and programs that start on a loaded machine: slow is not failed.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const folder = temporaryFolder();
let postgres: EmbeddedPostgres;
const opened: Jobs[] = [];

beforeAll(async () => {
  const place = await openEmbeddedPostgres({ dataFolder: folder });
  if (place.outcome === 'cannotOpen') throw new Error(place.why);
  postgres = place;
  // The role in which the jobs are worked at is the record's.
  await (await openRecord({ ...postgres, drop: async () => {} })).close();
});
afterEach(async () => {
  for (const jobs of opened.splice(0)) await jobs.close();
});
afterAll(async () => {
  await postgres.close();
  await leftIn(folder);
  removeFolder(folder);
});

async function open(): Promise<Jobs> {
  const jobs = await openJobs(postgres);
  opened.push(jobs);
  return jobs;
}
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(20);
}

describe('jobs in PostgreSQL', () => {
  it('are planned by one of those who read the same of the record, and only once', async () => {
    const [one, other] = await Promise.all([open(), open()]);
    const from = await one.followedTo();
    const job = { task: 'none', key: 'follow a@1', payload: { n: 1 } };
    const planned = await Promise.all([one, other, one, other].map((jobs) => jobs.follow(from, '1.1', [job])));
    expect(planned.filter(Boolean)).toHaveLength(1);
    expect([await one.followedTo(), await other.followedTo()]).toEqual(['1.1', '1.1']);
    // Read again by whoever lost count: still one.
    expect(await other.follow('1.1', '1.2', [job])).toBe(true);
    expect((await one.list(10)).filter(({ key }) => key === job.key)).toHaveLength(1);
  });

  it('are done when they are due, each by one of many', async () => {
    const all = await Promise.all([open(), open()]);
    const done: string[] = [];
    const from = await all[0]?.followedTo();
    const soon = new Date(Date.now() + 2_000).toISOString();
    const late = new Date(Date.now() + 3_600_000).toISOString();
    const jobs = Array.from({ length: 20 }, (_, n) => ({ task: 'noted', key: `noted ${n}`, payload: { n } }));
    await all[0]?.follow(from, `${from}.2`, [
      ...jobs,
      { task: 'noted', key: 'noted soon', payload: { n: 'soon' }, runAt: soon },
      { task: 'noted', key: 'noted late', payload: { n: 'late' }, runAt: late },
    ]);
    for (const one of all) {
      await one.work({ noted: async (payload) => void done.push(String((payload as { n: unknown }).n)) });
    }
    await until(() => done.length === 20);
    expect(done).not.toContain('soon');
    await until(() => done.length === 21);
    expect(done.at(-1)).toBe('soon');
    expect(new Set(done).size).toBe(21);
    // What is done is still listed for a moment, until its worker has said so.
    const notedOf = async () => ((await all[0]?.list(100)) ?? []).filter(({ task }) => task === 'noted');
    await until(async () => (await notedOf()).length === 1);
    expect(await notedOf()).toMatchObject([{ key: 'noted late', state: 'waiting' }]);
  });

  it('that fail are shown with why, tried again later, and at once where somebody wants it', async () => {
    const jobs = await open();
    let isMended = false;
    const from = await jobs.followedTo();
    await jobs.follow(from, `${from}.3`, [{ task: 'failing', key: 'failing', payload: {} }]);
    let done = 0;
    await jobs.work({
      failing: async () => {
        if (!isMended) throw new Error('The disk of the other is full.');
        done += 1;
      },
    });
    const failing = async () => (await jobs.list(100)).find(({ key }) => key === 'failing');
    await until(async () => (await failing())?.state === 'failedOnce');
    const failed = await failing();
    expect(failed).toMatchObject({ attempts: 1, lastError: expect.stringContaining('The disk of the other is full.') });
    isMended = true;
    expect(await jobs.retry(failed?.id ?? '0')).toBe(true);
    await until(() => done === 1);
    await until(async () => (await failing()) === undefined);
    expect(await jobs.retry('999999999')).toBe(false);
  });

  it('of a server killed in the midst of one are done by another within seconds', async () => {
    const file = join(folder, 'told.txt');
    const jobs = await open();
    const from = await jobs.followedTo();
    await jobs.follow(from, `${from}.4`, [{ task: 'told', key: 'told', payload: {} }]);
    const program = fileURLToPath(new URL('./job-worker.ts', import.meta.url));
    const args = ['--import', 'tsx', program, postgres.ownerUrl, postgres.appUrl, file];
    const worker = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    try {
      await until(() => existsSync(file));
    } finally {
      worker.kill('SIGKILL');
    }
    await jobs.work({ told: async () => appendFileSync(file, 'done by who went on\n') });
    await until(() => readFileSync(file, 'utf8').includes('who went on'));
    expect(readFileSync(file, 'utf8')).toBe('begun by who is killed\ndone by who went on\n');
  });

  it('let the working role in, and nobody else', async () => {
    await open();
    const client = new Client({ connectionString: postgres.ownerUrl });
    await client.connect();
    const { rows } = await client.query(
      "select distinct grantee from information_schema.role_table_grants where table_schema = 'muster_jobs' and grantee not in ('muster_owner')",
    );
    await client.end();
    expect(rows).toEqual([{ grantee: 'muster_app' }]);
  });
});

it('a house whose story is past minds every date and follows everything, and what it does later it does once', async () => {
  const place = temporaryFolder();
  const house = await openHouse({ dataFolder: place, withJobs: true });
  if ('fault' in house) throw new Error(house.fault);
  const scenario = loadScenario('hurricane');
  if ('faults' in scenario) throw new Error('The scenario is faulty.');
  const { jobs, record, keepDates, close } = house.house;
  await runScenario(house.house, scenario, () => {});
  const now = () => '2030-01-01T00:00:00Z' as Instant;
  const said: string[] = [];
  const stop = await jobs?.begin({ now, say: (words) => said.push(words) });
  await until(async () => {
    const { waiting, running } = (await jobs?.figures()) ?? { waiting: 1, running: 0 };
    return waiting === 0 && running === 0 && (await record.tail(undefined, 1000)).events.length > 0;
  });
  await pause(6_000);
  await until(async () => (await jobs?.figures())?.waiting === 0);
  expect(await keepDates(now())).toEqual({ lapsed: 0, reminded: 0 });
  expect((await jobs?.figures())?.failed).toBe(0);
  expect(said).toEqual([]);
  const asked = (await record.tail(undefined, 1000)).events.filter(({ fact }) => fact.type === 'ConsentAsked');
  expect(asked.length).toBeGreaterThan(0);
  await stop?.();
  await close();
  await leftIn(place);
  removeFolder(place);
});
