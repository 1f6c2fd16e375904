import { join } from 'node:path';
import { muster, removeFolder, startProgram, temporaryFolder } from '@muster/house/testing';
import { signingKey, verifierKeyText } from '@muster/log';
import { afterAll, expect, it, vi } from 'vitest';

// Each step starts a program: slow is not failed.
vi.setConfig({ testTimeout: 240_000 });

const place = temporaryFolder();
const folder = join(place, 'witness');
const data = join(place, 'data');
afterAll(() => removeFolder(place));

const run = (...args: readonly string[]) => muster(data, ['witness', ...args, '--folder', folder, '--json']);

it('a witness is made once, looks after the logs whose keys it is given, and serves alone on its folder', async () => {
  const missing = await run('list');
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringMatching(/holds no witness: make one with /)]);
  const made = await run('init', '--name', 'witness.example/w1');
  expect(JSON.parse(made.stdout).key).toMatch(/^witness\.example\/w1\+[0-9a-f]{8}\+\S+$/);
  const key = verifierKeyText(signingKey('muster.example/a', 'ed25519', new Uint8Array(32).fill(1)));
  const [again, wrong, added] = await Promise.all([
    run('init', '--name', 'witness.example/w2'),
    run('add-log', '--key', JSON.parse(made.stdout).key),
    run('add-log', '--key', key),
  ]);
  expect([again.code, wrong.code, added.code]).toEqual([2, 2, 0]);
  expect(wrong.stderr).toBe('The key of witness.example/w1 is that of a witness.\n');

  const args = ['witness', 'serve', '--folder', folder, '--port', '0'];
  const serving = startProgram('muster', data, args);
  await serving.said('answers at http://127.0.0.1:');
  const [second, listed] = await Promise.all([muster(data, args), run('list')]);
  expect([second.code, second.stderr]).toEqual([
    4,
    expect.stringMatching(/^Another witness runs on the folder .*\.\n$/),
  ]);
  expect(JSON.parse(listed.stdout)).toEqual([{ origin: 'muster.example/a', keys: 1, size: 0 }]);
  serving.child.kill('SIGTERM');
  expect((await serving.ended).code).toBe(0);
});
