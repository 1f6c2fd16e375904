import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type House, openHouse } from '@muster/house';
import { leftIn, muster, removeFolder, stackTrace, temporaryFolder } from '@muster/house/testing';
import { readHandover } from '@muster/log';
import { loadScenario, stepCommands } from '@muster/scenarios';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

// Programs: slow is not failed.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const whole = temporaryFolder();
const folder = join(whole, 'data');
const at = (name: string) => join(whole, name);
const event = 'request/req_2024-10-storm@1';
let house: House;

/** The verbs join a house that is open, as beside a running server. */
beforeAll(async () => {
  const opened = await openHouse({ dataFolder: folder, logOrigin: 'muster.example/cli' });
  if ('fault' in opened) throw new Error(opened.fault);
  house = opened.house;
  const scenario = loadScenario('hurricane');
  if ('faults' in scenario) throw new Error('The scenario hurricane is faulty.');
  const draft = scenario.steps.flatMap((s) => stepCommands(scenario, s)).find((c) => c.name === 'DraftRequest');
  expect(await house.carryOut(draft as never)).toMatchObject({ outcome: 'recorded' });
  // Who signs first names the log.
  expect(await house.log.keep()).toMatchObject({ outcome: 'kept', size: 2 });
});
afterAll(async () => {
  await house.close();
  await leftIn(folder);
  removeFolder(whole);
});

const log = async (...args: string[]) => {
  const ran = await muster(folder, ['log', ...args]);
  expect(ran.stderr).not.toMatch(stackTrace);
  return ran;
};

describe('muster log', () => {
  it('shows the log, proves an event, and muster verify says that it holds', async () => {
    const { stdout } = await log('show');
    expect(stdout).toContain('The log "muster.example/cli" holds 2 events, and is signed over 2:');
    writeFileSync(at('event.json'), (await log('event', event)).stdout);
    writeFileSync(at('event.tlog-proof'), (await log('proof', event)).stdout);
    const [key] = await house.log.store.keys();
    const proof = ['verify', at('event.tlog-proof'), '--event', at('event.json'), '--key', key?.verifierKey ?? ''];
    const verified = await muster(at('nowhere'), proof);
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('It holds')]);
  });

  it.each([
    ['request/req_2024-10-storm', 'is no event'],
    [`${event}99`, 'There is no event 199'],
  ])('says what is not right with %s', async (typed, words) => {
    const { code, stderr } = await log('proof', typed);
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  });

  it('rotates its key while another process signs, and the old key is gone', async () => {
    const before = readFileSync(join(folder, 'log-key'), 'utf8');
    const rotated = JSON.parse((await log('rotate', '--json')).stdout);
    expect(readHandover(rotated.handover)).toMatchObject({ value: { because: 'rotated' } });
    expect(readFileSync(join(folder, 'log-key'), 'utf8')).not.toBe(before);
    // Signed by both, so that whoever knows only the old key goes on trusting it.
    expect(rotated.checkpoint.match(/^\u2014 /gm)).toHaveLength(2);
    expect(await house.log.keep()).toMatchObject({ outcome: 'kept', checkpoint: rotated.checkpoint });
  });

  it('does not sign with a key that others may read, and says what to do', async () => {
    chmodSync(join(folder, 'log-key'), 0o644);
    expect((await log('show')).stdout).toMatch(/can be read or changed by other accounts.*chmod 600/);
    chmodSync(join(folder, 'log-key'), 0o600);
  });
});
