import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { houseInMemory, type Ran } from '@muster/house/testing';
import { verifierKeyText } from '@muster/log';
import { afterAll, expect, it } from 'vitest';
import { draft } from '../flow/toy-flow.ts';
import { heardRecord } from './heard-record.ts';
import { bundleOf, logKey } from './toy-bundle.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'muster-alone-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A namespace of its own, with no network but a loopback that is down. */
const alone = ['--net', ...(process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'])];
const isPossible = spawnSync('unshare', [...alone, 'true']).status === 0;

function runAlone(command: string, ...args: readonly string[]): Promise<Ran> {
  const { MUSTER_DATA: _data, DATABASE_URL: _url, VITEST: _vitest, NODE_ENV: _env, ...env } = process.env;
  const child = spawn('unshare', [...alone, command, ...args], { cwd: root, env });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
    });
  }
  return new Promise((settle) => child.once('close', (code) => settle({ code, ...said })));
}

if (isPossible) {
  it('verify needs no network: both verifiers find that a bundle holds where there is none', async () => {
    // There is none indeed, or nothing is shown here: this test is listening, and cannot be reached from there.
    const listening = createServer().listen(0, '127.0.0.1');
    await new Promise((settle) => listening.once('listening', settle));
    const { port } = listening.address() as AddressInfo;
    const call = `require('node:net').connect(${port}, '127.0.0.1').once('error', (e) => console.log(e.code)).once('connect', () => process.exit(9))`;
    expect(await runAlone(process.execPath, '-e', call)).toMatchObject({ code: 0, stdout: 'ENETUNREACH\n' });
    listening.close();

    const file = join(folder, 'record.muster');
    const heard = heardRecord();
    const house = await houseInMemory(heard.record);
    await house.carryOut(draft('a'));
    await house.close();
    await bundleOf(file, [...heard.commands(), ...heard.silent()]);
    const key = verifierKeyText(logKey);
    const muster = await runAlone(
      process.execPath,
      '--import',
      'tsx',
      'apps/cli/muster.ts',
      'verify',
      file,
      '--key',
      key,
    );
    expect(muster).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^It holds\./) });
    expect(muster.stdout).toContain('come out the same, byte for byte');
    const second = await runAlone('python3', '-B', 'tools/verify.py', file, key);
    expect(second).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('holds') });
  }, 120_000);
} else {
  it('verify without a network was NOT tried: unshare can make no network namespace here', () => {
    expect(isPossible).toBe(false);
  });
}
