import { closeSync, cpSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { holds, leftIn, muster, removeFolder, stackTrace, startProgram, temporaryFolder } from '@muster/house/testing';
import { afterAll, describe, expect, it, vi } from 'vitest';

// Each test starts programs that start databases: slow is not failed.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

const place = temporaryFolder();
const folder = join(place, 'data');
afterAll(async () => {
  await leftIn(folder);
  removeFolder(place);
});

describe('muster asked for what cannot be', () => {
  it.each([
    ['a verb there is not', ['plann', 'show'], 'TYPED_WRONG', "unknown command 'plann'\n(Did you mean plan?)"],
    [
      'an option there is not',
      ['request', 'list', '--jsn'],
      'TYPED_WRONG',
      "unknown option '--jsn'\n(Did you mean --json?)",
    ],
    ['a scenario there is not', ['run', 'none-such'], 'SCENARIO_FAULTY', 'Muster ships article and hurricane'],
  ])('%s: one sentence, the same as JSON, and nothing made', async (_, args, code, words) => {
    const { stdout, ...ended } = await muster(folder, [...args, '--json']);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain(words);
    expect(ended.stderr).not.toMatch(stackTrace);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code, message: expect.stringContaining(words) } });
    expect(existsSync(folder)).toBe(false);
  });

  it('says what can be typed', async () => {
    const { code, stdout, stderr } = await muster(folder, ['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Exit codes: 0 done; 1 refused;');
  });
});

describe('a database that cannot be had', () => {
  it('ends with 3, and no password is shown', async () => {
    const url = 'postgres://clerk:hunter2@127.0.0.1:1/muster';
    const ended = await muster(folder, ['request', 'list', '--json'], { DATABASE_URL: url });
    expect([ended.code, JSON.parse(ended.stdout).error.code]).toEqual([3, 'DATABASE_NOT_ANSWERING']);
    expect(ended.stderr).toMatch(/^\S.*\.\n$/);
    expect(`${ended.stdout}${ended.stderr}`).not.toContain('hunter2');
  });

  it('a data folder that lies within a file ends with 5', async () => {
    const file = join(place, 'a-file');
    writeFileSync(file, '');
    const ended = await muster(join(file, 'data'), ['request', 'list', '--json']);
    expect([ended.code, JSON.parse(ended.stdout).error.code]).toEqual([5, 'DATA_FOLDER_NOT_WRITABLE']);
    expect(ended.stderr).toMatch(/^\S.*\.\n$/);
  });
});

/** In this order: one data folder, made by the first. */
describe('a verb that runs', () => {
  it('stopped by Ctrl-C ends with 130, says so, and leaves nothing running', async () => {
    const running = startProgram('muster', folder, ['run', 'article']);
    await holds(folder, 'owner.json');
    // Well into the scenario, which takes some seconds more.
    await pause(1_000);
    running.child.kill('SIGINT');
    expect(await running.ended).toEqual({
      code: 130,
      stdout: '',
      stderr: '\nStopping; what was acknowledged is kept.\n',
    });
    expect(await leftIn(folder)).toEqual([]);
  });

  it('ends with 1 where a scenario goes otherwise than told, and says where', async () => {
    const scenario = join(place, 'otherwise');
    cpSync(fileURLToPath(new URL('../../scenarios/hurricane', import.meta.url)), scenario, { recursive: true });
    const told = readFileSync(join(scenario, 'scenario.yaml'), 'utf8');
    writeFileSync(join(scenario, 'scenario.yaml'), told.replace('    data:', '    expect: REQUEST_UNKNOWN\n    data:'));
    const ended = await muster(folder, ['run', scenario, '--json']);
    expect([ended.code, JSON.parse(ended.stdout).error.code]).toEqual([1, 'SCENARIO_STOPPED']);
    expect(ended.stderr).toMatch(
      /^The scenario stopped at "A past deployment .*": .*was to be refused with REQUEST_UNKNOWN.*\.\n$/,
    );
  });

  it('goes on to its end when nobody reads any more what it prints', async () => {
    const running = startProgram('muster', folder, ['record', 'list']);
    running.child.stdout?.destroy();
    expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
    expect(await leftIn(folder)).toEqual([]);
  });

  it('ends with 5 and one sentence where what it prints finds no space', async () => {
    const full = openSync('/dev/full', 'w');
    const ended = await startProgram('muster', folder, ['record', 'list'], {}, full).ended;
    closeSync(full);
    expect(ended).toMatchObject({
      code: 5,
      stderr: 'What was to be printed could not be written: there is no space where it goes.\n',
    });
  });

  it('makes views anew, and the list of requests is what it was', async () => {
    const list = async () => JSON.parse((await muster(folder, ['request', 'list', '--json'])).stdout);
    const before = await list();
    const rebuilt = await muster(folder, ['record', 'rebuild', '--json']);
    expect([rebuilt.code, rebuilt.stderr]).toEqual([0, '']);
    expect(JSON.parse(rebuilt.stdout).events).toBeGreaterThan(0);
    expect(await list()).toEqual(before);
  });

  it('ends with 2 where the record has no such request', async () => {
    const ended = await muster(folder, ['request', 'show', 'req_none', '--json']);
    expect([ended.code, JSON.parse(ended.stdout).error.code]).toEqual([2, 'REQUEST_UNKNOWN']);
  });
});
