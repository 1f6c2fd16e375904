import type { HouseJobs } from '@muster/house';
import { houseInMemory } from '@muster/house/testing';
import { expect, it } from 'vitest';
import { bearer, problemIn, serverInMemory } from './testing.ts';

const retried: string[] = [];
const jobs: HouseJobs = {
  begin: async () => async () => {},
  figures: async () => ({ waiting: 1, running: 0, failed: 1, lagSeconds: 0.5 }),
  list: async (most) =>
    [
      { state: 'failed' as const, attempts: 12, lastError: 'It clashed.' },
      { state: 'waiting' as const, attempts: 0, lastError: undefined },
    ]
      .slice(0, most)
      .map((one, i) => ({
        ...one,
        id: String(i),
        task: 'follow',
        key: `follow a@${i}`,
        runAt: 'then',
        mostAttempts: 12,
      })),
  retry: async (id) => retried.push(id) > 0 && id === '0',
};

it('who operates the server sees what is done later, and can have it tried again; nobody else can', async () => {
  const { app } = await serverInMemory({ house: { ...(await houseInMemory()), jobs } });
  const listed = await app.inject({ url: '/api/jobs?limit=1', headers: bearer });
  expect([listed.statusCode, listed.headers['cache-control']]).toEqual([200, 'no-store']);
  expect(listed.json()).toMatchObject({ figures: { failed: 1 }, jobs: [{ id: '0', lastError: 'It clashed.' }] });
  const retry = (id: string, headers = {}) => app.inject({ method: 'POST', url: `/api/jobs/${id}/retry`, headers });
  expect((await retry('0', bearer)).json()).toEqual({ outcome: 'willBeTried' });
  expect(problemIn(await retry('7', bearer))).toMatchObject({ status: 404, code: 'JOB_UNKNOWN' });
  expect((await retry('x; drop table', bearer)).statusCode).toBe(400);
  expect([(await app.inject('/api/jobs')).statusCode, (await retry('0')).statusCode]).toEqual([401, 401]);
  expect(retried).toEqual(['0', '7']);
});

it('a record in memory has none, and says so', async () => {
  const { app } = await serverInMemory();
  expect(problemIn(await app.inject({ url: '/api/jobs', headers: bearer }))).toMatchObject({ code: 'JOBS_NONE' });
});
