import { existsSync } from 'node:fs';
import { leftIn, removeFolder, temporaryFolder } from '@muster/house/testing';
import { expect, it } from 'vitest';
import { deployment, give, recordIn, serve } from './served.ts';

const preload = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1';
const dayMs = 86_400_000;

if (existsSync(preload)) {
  it('a server whose clock is thirty days wrong, back and fore, records in order and answers as before', async () => {
    const folder = temporaryFolder();
    const answers: (string | undefined)[] = [];
    for (const [n, days] of [0, -30, 30, 0].entries()) {
      const skewed = {
        LD_PRELOAD: preload,
        FAKETIME: `${days > 0 ? '+' : ''}${days}d`,
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
      };
      const server = await serve(folder, days === 0 ? {} : skewed);
      answers.push(await give(folder, 'NotePastDeployment', deployment(n)));
      // Whatever its clock says: what was answered under another clock is answered so again.
      for (const [before, answer] of answers.entries()) {
        expect(await give(folder, 'NotePastDeployment', deployment(before))).toBe(answer);
      }
      const noted = (await recordIn(folder)).filter((e) => e.type === 'PastDeploymentNoted');
      expect(noted).toHaveLength(n + 1);
      // The clock was wrong indeed, or nothing is shown here.
      const off = Date.parse(noted.at(-1)?.at ?? '') - Date.now();
      expect(Math.round(off / dayMs) - days).toBeCloseTo(0);
      server.child.kill('SIGTERM');
      expect((await server.ended).code).toBe(0);
      expect(await leftIn(folder)).toEqual([]);
    }
    const server = await serve(folder);
    const at = (await recordIn(folder)).filter((e) => e.type === 'PastDeploymentNoted').map((e) => e.at);
    expect(at).toHaveLength(4);
    expect(at[1] && at[0] && at[1] < at[0]).toBe(true);
    server.child.kill('SIGTERM');
    await server.ended;
    removeFolder(folder);
  }, 300_000);
} else {
  it('wrong clocks were NOT tried: libfaketime is not on this machine (apt-get install libfaketime)', () => {
    expect(existsSync(preload)).toBe(false);
  });
}
