import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnsweredCommand } from '@muster/audit';
import { verifyBundle } from '@muster/house';
import { houseInMemory, muster } from '@muster/house/testing';
import {
  emptyTree,
  growTree,
  leafHash,
  proofFileText,
  proveInclusions,
  signingKey,
  utf8,
  verifierKeyText,
} from '@muster/log';
import { memoryTiles } from '@muster/log/testing';
import { canonicalJson } from '@muster/terms';
import { actor } from '@muster/terms/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { draft } from '../flow/toy-flow.ts';
import { heardRecord } from './heard-record.ts';
import { bundleOf, linesOf, logKey } from './toy-bundle.ts';

// The command line is started as a program of its own: slow is not failed.
vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'muster-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);
const whole = at('whole.muster');
let commands: AnsweredCommand[];
const key = verifierKeyText(logKey);

/** An event that a clerk with all keys has put in: its command, its answer, its place in the chain, all fitting. */
function planted(): AnsweredCommand {
  const by = actor('us.dhs', 'auditor', 'per_clerk');
  const data = JSON.parse(commands.find((c) => c.commandId === 'cmd_b')?.body ?? '').data;
  const [commandId, stream] = ['cmd_planted', 'request/req_planted'];
  const fact = {
    type: 'RequestDrafted',
    version: 1,
    data: { ...data, requestId: 'req_planted', requesterId: 'us.dhs' },
  };
  const body = canonicalJson({ name: 'DraftRequest', by, data: { ...data, requestId: 'req_planted' } });
  const event = canonicalJson({ at: '2025-05-10T12:00:00Z', by, commandId, fact, position: 1, stream });
  const answer = JSON.stringify({ outcome: 'recorded', commandId, stream, facts: [{ type: fact.type, position: 1 }] });
  return { commandId: commandId as never, body, answer, events: [event], firstLeaf: 0 };
}

beforeAll(async () => {
  const heard = heardRecord();
  const house = await houseInMemory(heard.record);
  for (const command of [
    { ...draft('early'), name: 'SubmitRequest', data: { requestId: 'req_a' } },
    draft('b'),
    draft('c'),
  ]) {
    await house.carryOut(command);
  }
  await house.close();
  commands = [...heard.commands(), ...heard.silent()];
  await bundleOf(whole, commands);
}, 60_000);

describe('muster verify', () => {
  it('says in plain sentences that a bundle holds, and by what; opens no data folder', async () => {
    const ended = await muster(at('no-data'), ['verify', whole, '--key', key]);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(
      /^It holds\. This is the record "toy\.example\/record" up to 4 events, as its log signed it/,
    );
    expect(ended.stdout).toContain('decided again, and 4 events come out the same, byte for byte');
    expect(ended.stdout).not.toContain('taken from the bundle itself');
  });

  it('says whose word the key is where none was given, and tells programs the same', async () => {
    const { code, stdout } = await muster(folder, ['verify', whole]);
    expect(code).toBe(0);
    expect(stdout).toContain(`taken from the bundle itself: ${key}`);
    const told = JSON.parse((await muster(folder, ['verify', whole, '--json', '--no-replay'])).stdout);
    expect(told).toMatchObject({ holds: true, size: 4, keyFrom: 'bundle', sealed: true, replayed: null, faults: [] });
  });

  it('finds an unlawful event that is hashed, chained, signed and sealed as it should be, and ends with 1', async () => {
    const file = at('planted.muster');
    await bundleOf(file, [...commands, planted()]);
    expect((await verifyBundle({ file, key: logKey, replay: false })).outcome).toBe('holds');
    const { code, stdout } = await muster(folder, ['verify', file, '--key', key]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^It does not hold: 1 fault\.\n\n {2}Leaf 4 \(RequestDrafted, position 1 of request\/req_planted, by command cmd_planted\)/,
    );
    expect(stdout).toContain('The role auditor may not give it.');
  });

  it('says in its first line how much it could not judge, where another Muster decided, and does not end with 0', async () => {
    const file = at('other-muster.muster');
    const newer = (text: string | undefined) =>
      text?.replaceAll('"program":"muster 0.1.0"', '"program":"muster 9.9.9"');
    const told = [...commands, planted()].map((c) => ({
      ...c,
      body: newer(c.body),
      events: c.events.map((text) => newer(text) as string),
    }));
    await bundleOf(file, told);
    const { code, stdout } = await muster(folder, ['verify', file, '--key', key]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^It holds in part\. .* Of 1 of them this Muster cannot say whether .*\.\n/);
    expect(stdout).toContain('4 commands decided again, and 4 events come out the same');
    expect(stdout).toContain('undecided  1 events, of 1 commands, as said below');
    expect(stdout).toMatch(/Leaf 4 .* But by the record muster 9\.9\.9 decided it, and this is muster 0\.1\.0: /);
    const json = JSON.parse((await muster(folder, ['verify', file, '--json'])).stdout);
    expect(json).toMatchObject({
      holds: false,
      faults: [],
      replayed: { undecided: { commands: 1, events: 1 } },
      undecided: [{ kind: 'otherProgram', leaf: 4 }],
    });
  });

  it('names a changed leaf, decides nothing on it, and ends with 1', async () => {
    const file = at('changed.muster');
    writeFileSync(file, readFileSync(whole, 'utf8').replace('"title":"Help"', '"title":"Halp"'));
    const { code, stdout } = await muster(folder, ['verify', file, '--json']);
    const { holds, faults, replayed } = JSON.parse(stdout);
    expect({ code, holds, replayed }).toEqual({ code: 1, holds: false, replayed: null });
    expect(faults).toContainEqual(expect.objectContaining({ kind: 'changed', leaf: 2 }));
  });

  it.each([
    ['a file there is not', ['none.muster'], 'FILE_UNKNOWN'],
    ['a key that is none', ['whole.muster', '--key', 'x'], 'KEY_WRONG'],
    ['a proof without its event', ['a.tlog-proof'], 'TYPED_WRONG'],
  ])('%s: one sentence, and it ends with 2', async (_, [file = '', ...more], code) => {
    writeFileSync(at('a.tlog-proof'), 'c2sp.org/tlog-proof@v1\n');
    const ended = await muster(folder, ['verify', at(file), ...more, '--json']);
    expect(ended.code).toBe(2);
    expect(JSON.parse(ended.stdout).error.code).toBe(code);
    expect(ended.stderr).toMatch(/^\S.*\n$/);
  });

  it('takes the proof file of one event, and refuses it for any other', async () => {
    const events = commands.flatMap((c) => c.events);
    const { edge, tiles } = growTree(
      emptyTree,
      events.map((text) => leafHash(utf8(text))),
    );
    const stored = memoryTiles();
    stored.keep(tiles);
    const [proof = []] = await proveInclusions([2], edge.size, stored.read);
    const checkpoint = JSON.parse(linesOf(whole)[0] as string).checkpoint;
    writeFileSync(at('two.tlog-proof'), proofFileText({ index: 2, proof, checkpoint }));
    writeFileSync(at('two.json'), `${events[2]}\n`);
    writeFileSync(at('one.json'), events[1] as string);
    const prove = (event: string, by = key) =>
      muster(folder, ['verify', at('two.tlog-proof'), '--event', at(event), '--key', by]);
    expect(await prove('two.json')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('the event is leaf 2 of the log'),
    });
    expect(await prove('one.json')).toMatchObject({ code: 1, stdout: '' });
    const stranger = verifierKeyText(signingKey(logKey.name, 'ed25519', new Uint8Array(32).fill(3)));
    expect(await prove('two.json', stranger)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^It does not hold: /),
    });
  });
});
