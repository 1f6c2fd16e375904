import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { leftIn, removeFolder, stackTrace, temporaryFolder } from '@muster/house/testing';
import { expect, it } from 'vitest';
import { postmasterIn } from './postgres-process.ts';
import { deployment, give, recordIn, serve } from './served.ts';

it('a server whose database is killed says so, starts it again, and answers all that was asked meanwhile', async () => {
  const folder = temporaryFolder();
  const server = await serve(folder);
  const first = await give(folder, 'NotePastDeployment', deployment(0));
  process.kill(postmasterIn(folder), 'SIGKILL');
  const asked = await Promise.all(
    Array.from({ length: 16 }, (_, n) => give(folder, 'NotePastDeployment', deployment(n))),
  );
  await server.said('The embedded database runs again.');
  expect(asked[0]).toBe(first);
  expect(asked.filter((answer) => !answer?.startsWith('200 '))).toEqual([]);
  expect((await recordIn(folder)).filter((e) => e.type === 'PastDeploymentNoted')).toHaveLength(16);
  server.child.kill('SIGTERM');
  const { code, stderr } = await server.ended;
  expect(code).toBe(0);
  expect(stderr).toContain('The embedded database was killed (SIGKILL) and is started again; ');
  expect(stderr).not.toMatch(stackTrace);
  expect(await leftIn(folder)).toEqual([]);
  removeFolder(folder);
}, 180_000);

it('a server whose database somebody stopped, or whose folder somebody took away, stops in one sentence', async () => {
  const folder = temporaryFolder();
  const stopped = await serve(folder);
  process.kill(postmasterIn(folder), 'SIGINT');
  expect(await stopped.ended).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/^Somebody stopped the database in \S+: start Muster again\.$/m),
  });
  const bereft = await serve(folder);
  expect(await give(folder, 'NotePastDeployment', deployment(0))).toMatch(/^200 /);
  const postmaster = postmasterIn(folder);
  await rm(join(folder, 'postgres'), { recursive: true });
  process.kill(postmaster, 'SIGKILL');
  const { code, stderr } = await bereft.ended;
  expect(code).toBe(5);
  expect(stderr).toMatch(/^The folder \S+ was taken away while its database ran: put back .* or name another\.$/m);
  expect(stderr).not.toMatch(stackTrace);
  expect(await leftIn(folder)).toEqual([]);
  removeFolder(folder);
}, 180_000);
