import { leftIn, removeFolder, startServer, temporaryFolder } from '@muster/house/testing';
import { expect, it } from 'vitest';
import { deployment, give, recordIn } from './served.ts';
import { isWhole } from './writers.ts';

const rounds = isWhole ? 5 : 1;

it(`of three servers started at once on one folder one serves, and the others are refused in one sentence (${rounds} times)`, async () => {
  const folder = temporaryFolder();
  for (let round = 0; round < rounds; round++) {
    const servers = [0, 1, 2].map(() => startServer(folder, ['--scenario', 'none']));
    const served = await Promise.all(
      servers.map((server) =>
        server.said('Muster serves').then(
          () => server,
          () => undefined,
        ),
      ),
    );
    const [winner, ...others] = served.filter((server) => server !== undefined);
    expect(others).toEqual([]);
    for (const server of servers.filter((one) => one !== winner)) {
      const { code, stderr } = await server.ended;
      expect([code, stderr]).toEqual([
        4,
        expect.stringMatching(/^The data folder \S+ is in use by a running Muster: .*\.\n$/m),
      ]);
    }
    expect(await give(folder, 'NotePastDeployment', deployment(round))).toMatch(/^200 /);
    winner?.child.kill(round % 2 === 0 ? 'SIGKILL' : 'SIGTERM');
    await winner?.ended;
    expect(await leftIn(folder)).toEqual([]);
  }
  const last = startServer(folder, ['--scenario', 'none']);
  await last.said('Muster serves');
  expect((await recordIn(folder)).filter((e) => e.type === 'PastDeploymentNoted')).toHaveLength(rounds);
  last.child.kill('SIGTERM');
  await last.ended;
  removeFolder(folder);
}, 300_000);
