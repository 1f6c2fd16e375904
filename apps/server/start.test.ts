import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import {
  addressIn,
  holds,
  leftIn,
  muster,
  removeFolder,
  stackTrace,
  startServer,
  temporaryFolder,
} from '@muster/house/testing';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { exerciseSettings } from './server-settings.ts';
import { readTerms, usage } from './start-terms.ts';

// Each test starts programs that start databases: slow is not failed.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

const golden = JSON.parse(readFileSync(new URL('../../scenarios/hurricane/golden.json', import.meta.url), 'utf8'));
const requestId = 'req_2024-10-storm';
const folder = temporaryFolder();
const storm = ['--scenario', 'hurricane'];
const stopped = 'Stopping; what was acknowledged is kept.';

afterAll(async () => {
  await leftIn(folder);
  removeFolder(folder);
});

const figuresOf = async (): Promise<object> => (await read(`api/requests/${requestId}`)).figures;
const read = async (path: string) => (await fetch(`${addressIn(folder)}${path}`)).json();
const events = async (): Promise<unknown[]> => (await read('api/record?limit=1000')).entries;
const recorded = Object.values(golden.recorded as Record<string, number>).reduce((a, b) => a + b, 0);

/** One data folder through its whole life, in this order: each test goes on where the one before stopped. */
describe('npm start', () => {
  it('stopped while it still opens says so, begins nothing more, and leaves nothing running', async () => {
    const server = startServer(folder, storm);
    await holds(folder, 'owner.json');
    server.child.kill('SIGINT');
    const { code, stdout, stderr } = await server.ended;
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr.endsWith(`\n${stopped}\n`)).toBe(true);
    expect(stderr).not.toMatch(stackTrace);
    expect(await leftIn(folder)).toEqual([]);
    expect(existsSync(join(folder, 'server.json'))).toBe(false);
  });

  it('stopped by Ctrl-C in the midst of a scenario ends with 0, says so in one sentence, and leaves nothing running', async () => {
    const server = startServer(folder, storm);
    await server.said('Playing the scenario');
    server.child.kill('SIGINT');
    const { code, stderr } = await server.ended;
    expect(code).toBe(0);
    expect(stderr.endsWith(`\n${stopped}\n`)).toBe(true);
    expect(stderr).not.toMatch(stackTrace);
    expect(await leftIn(folder)).toEqual([]);
    expect(existsSync(join(folder, 'server.json'))).toBe(false);
  });

  it('started again goes on where it was, to the same figures; no second may start, but a command line joins', async () => {
    const server = startServer(folder, storm);
    await server.said('Muster serves');
    expect(await figuresOf()).toEqual(golden.figures);
    expect(await events()).toHaveLength(recorded);

    const [second, fresh, joined] = await Promise.all([
      startServer(folder, storm).ended,
      startServer(folder, ['--fresh', ...storm]).ended,
      muster(folder, ['request', 'list', '--json']),
    ]);
    for (const refused of [second, fresh]) {
      expect(refused.code).toBe(4);
      expect(refused.stderr).toMatch(/^The data folder \S+ is in use by a running Muster: .*\.$/m);
    }
    expect([joined.code, JSON.parse(joined.stdout)[0].planned]).toEqual([0, golden.figures.planned]);

    server.child.kill('SIGKILL');
    await server.ended;
  });

  it('killed at once, it loses nothing, takes its database with it, and starts again', async () => {
    expect(await leftIn(folder)).toEqual([]);
    const again = startServer(folder, ['--scenario', 'none']);
    await again.said('Muster serves');
    expect(await events()).toHaveLength(recorded);
    again.child.kill('SIGTERM');
    expect((await again.ended).code).toBe(0);
    expect(await leftIn(folder)).toEqual([]);
  });

  it('with --fresh empties nothing when what was typed, a scenario, a port or the folder is not right', async () => {
    const before = readdirSync(folder);
    const taken = await listen();
    const foreign = join(folder, 'my-thesis.txt');
    try {
      const [wrong, missing, port] = await Promise.all([
        startServer(folder, ['--fresh', '--scenari', 'none']).ended,
        startServer(folder, ['--fresh', '--scenario', 'none-such']).ended,
        startServer(folder, ['--fresh', '--port', String(taken.port)]).ended,
      ]);
      expect([wrong.code, missing.code, port.code]).toEqual([2, 2, 4]);
      expect(missing.stderr).toBe(
        'none-such/scenario.yaml: there is no such file; Muster ships article and hurricane.\n',
      );
      expect(port.stderr).toMatch(/^The port \d+ is taken, .*--port or MUSTER_PORT\.\n$/);

      writeFileSync(foreign, 'mine');
      const notOurs = await startServer(folder, ['--fresh', ...storm]).ended;
      expect(notOurs.code).toBe(5);
      expect(notOurs.stderr).toContain('"my-thesis.txt", which Muster did not make');
      expect(readFileSync(foreign, 'utf8')).toBe('mine');
    } finally {
      rmSync(foreign, { force: true });
      taken.server.close();
    }
    expect(readdirSync(folder)).toEqual(before);
  });

  it('with --fresh begins anew', async () => {
    const server = startServer(folder, ['--fresh', '--scenario', 'none']);
    await server.said('Muster serves');
    expect([await read('api/requests'), await events()]).toEqual([[], []]);
    server.child.kill('SIGINT');
    expect((await server.ended).code).toBe(0);
    expect(await leftIn(folder)).toEqual([]);
  });
});

describe('what npm start was asked', () => {
  it.each([{ port: '70000' }, { port: '' }, { port: '1e3' }, { port: '-1' }])(
    'is refused with the port $port',
    ({ port }) => {
      expect(readTerms([`--port=${port}`], {})).toEqual({
        code: 'START_INVALID',
        fault: `The port "${port}" is not a number from 0 to 65535.`,
        exitCode: 2,
      });
    },
  );

  it.each([[['--scenario']], [['extra']], [['--nothing']]])(
    'is refused with %s, and told what can be typed',
    (args) => {
      const refused = readTerms(args, {});
      expect(refused).toMatchObject({ code: 'START_INVALID', exitCode: 2 });
      expect((refused as { fault: string }).fault).toContain(usage);
    },
  );

  it('is taken from the surroundings where it was not typed', () => {
    const surroundings = { MUSTER_PORT: '4711', MUSTER_DATA: '/somewhere', DATABASE_URL: 'postgres://db' };
    expect(readTerms(['--scenario', 'none'], surroundings)).toEqual({
      dataFolder: '/somewhere',
      databaseUrl: 'postgres://db',
      fresh: false,
      settings: { ...exerciseSettings, port: 4711 },
      scenario: undefined,
    });
    expect(readTerms([], { MUSTER_ACCESS: 'members' })).toMatchObject({ scenario: undefined });
    expect(readTerms([], { MUSTER_HOST: '0.0.0.0', MUSTER_LOG_LEVEL: 'loud' })).toMatchObject({
      code: 'START_INVALID',
      exitCode: 2,
      fault: expect.stringMatching(/^MUSTER_LOG_LEVEL .*\.\nMUSTER_HOST .*\.\nMUSTER_HOST .*\.$/),
    });
    expect(readTerms(['--fresh', '--scenario', 'none'], surroundings)).toMatchObject({ code: 'START_INVALID' });
  });

  it('is help, in lines of 80 letters', () => {
    expect(readTerms(['--help'], {})).toBe('help');
    expect(usage.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});

const listen = (): Promise<{ server: Server; port: number }> =>
  new Promise((settle) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      settle({ server, port: typeof address === 'object' && address ? address.port : 0 });
    });
  });
