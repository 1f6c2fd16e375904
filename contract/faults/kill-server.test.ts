import { setTimeout as pause } from 'node:timers/promises';
import { leftIn, removeFolder, temporaryFolder } from '@muster/house/testing';
import { expect, it } from 'vitest';
import { deployment, give, recordIn, serve } from './served.ts';
import { isWhole } from './writers.ts';

const kills = isWhole ? 6 : 1;
const writers = 64;

it(`kill -9 of the server under ${writers} callers, ${kills} times: nothing acknowledged is lost, and the same command gets the same bytes`, async () => {
  const folder = temporaryFolder();
  const answers = new Map<number, string>();
  const asked = new Set<number>();
  let n = 0;
  for (let kill = 0; kill < kills; kill++) {
    const server = await serve(folder);
    let isOver = false;
    const calling = Array.from({ length: writers }, async () => {
      while (!isOver) {
        const mine = n++;
        asked.add(mine);
        const answer = await give(folder, 'NotePastDeployment', deployment(mine));
        if (answer === undefined) return;
        answers.set(mine, answer);
      }
    });
    const before = answers.size;
    while (answers.size < before + 150) await pause(10);
    await pause(17 * kill);
    server.child.kill('SIGKILL');
    await server.ended;
    isOver = true;
    await Promise.all(calling);
    expect(await leftIn(folder)).toEqual([]);
  }

  const server = await serve(folder);
  const cutOff = [...asked].filter((one) => !answers.has(one));
  expect(cutOff.length).toBeGreaterThan(0);
  // All of them again, those of which nobody knows too.
  const again = [...asked];
  for (let i = 0; i < again.length; i += writers) {
    await Promise.all(
      again.slice(i, i + writers).map(async (one) => {
        const answer = await give(folder, 'NotePastDeployment', deployment(one));
        expect(answer).toMatch(/^200 .*"recorded"/);
        if (answers.has(one)) expect(answer).toBe(answers.get(one));
      }),
    );
  }
  const noted = (await recordIn(folder)).filter((e) => e.type === 'PastDeploymentNoted');
  expect(noted).toHaveLength(asked.size);
  process.stdout.write(
    `  ${kills} kills: ${answers.size} acknowledged, 0 lost; ${cutOff.length} cut off, each done once\n`,
  );
  server.child.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
  removeFolder(folder);
}, 600_000);
