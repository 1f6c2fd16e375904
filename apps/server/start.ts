import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { beginAnew, exitCodes, type HouseFault, housePlace, openHouse, runScenario } from '@muster/house';
import { faultWords, loadScenario } from '@muster/scenarios';
import type { Instant } from '@muster/terms';
import { ensureWebBuilt } from '../../tools/build-web.ts';
import { buildServer } from './build-server.ts';
import { progressBar } from './progress.ts';
import { houseToken } from './token.ts';

const usage = `npm start [-- --fresh] [--port N] [--scenario NAME]

  --fresh          begin anew: empty the data folder first
  --port N         listen on 127.0.0.1:N (MUSTER_PORT; 4600 unless told)
  --scenario NAME  play this scenario (article unless told; "none" plays none)

Everything is kept in ./data, or where MUSTER_DATA says; DATABASE_URL names a PostgreSQL of your own.`;

/** How often consents are looked through for those whose last day went by. */
const hourMs = 3_600_000;
const now = () => new Date().toISOString() as Instant;

const say = (words: string) => process.stdout.write(`${words}\n`);

/** Stops with one plain sentence. */
function fail({ fault, exitCode }: Pick<HouseFault, 'fault' | 'exitCode'>): never {
  process.stderr.write(`${fault}\n`);
  process.exit(exitCode);
}

const terms = readTerms();
const place = housePlace();
if (terms.fresh) {
  if (place.databaseUrl) {
    fail({
      fault: '--fresh empties a data folder; with DATABASE_URL make a new database instead.',
      exitCode: exitCodes.badInput,
    });
  }
  const fault = await beginAnew(place.dataFolder);
  if (fault) fail(fault);
}
try {
  await ensureWebBuilt();
} catch (error) {
  const words = (error as Error).message.split('\n')[0];
  process.stderr.write(
    `The web pages could not be built, and the ones built last are served if there are any: ${words}\n`,
  );
}
await main();

function readTerms() {
  try {
    const { values } = parseArgs({
      options: {
        fresh: { type: 'boolean', default: false },
        port: { type: 'string', default: process.env.MUSTER_PORT ?? '4600' },
        scenario: { type: 'string', default: 'article' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      say(usage);
      process.exit(exitCodes.ok);
    }
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      return fail({
        fault: `The port "${values.port}" is not a number from 0 to 65535.`,
        exitCode: exitCodes.badInput,
      });
    }
    return { fresh: values.fresh, port, scenario: values.scenario };
  } catch (error) {
    return fail({ fault: `${(error as Error).message}\n\n${usage}`, exitCode: exitCodes.badInput });
  }
}

async function main(): Promise<void> {
  const began = performance.now();
  const scenario = terms.scenario === 'none' ? undefined : loadScenario(terms.scenario);
  if (scenario && 'faults' in scenario) {
    fail({ fault: scenario.faults.map(faultWords).join('\n'), exitCode: exitCodes.badInput });
  }
  const opened = await openHouse({ ...place, onProgress: (words) => process.stderr.isTTY && say(words) });
  if ('fault' in opened) fail(opened);
  const { house, joined, ended } = opened;
  if (joined) {
    await house.close();
    fail({
      fault: `The data folder ${place.dataFolder} is in use by a running Muster: use that one, or set MUSTER_DATA to another folder.`,
      exitCode: exitCodes.inUse,
    });
  }

  const app = await buildServer({
    house,
    token: houseToken(place.dataFolder),
    now,
    log: true,
    webFolder: fileURLToPath(new URL('../web/dist', import.meta.url)),
  });

  let stopping = false;
  const stop = async (exitCode: number, words: string) => {
    if (stopping) return;
    stopping = true;
    process.stderr.write(`${words}\n`);
    await app.close();
    await house.close();
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => void stop(exitCodes.ok, '\nStopping; what was acknowledged is kept.'));
  void ended.then(() =>
    stop(exitCodes.database, 'The embedded database ended by itself; its log is postgres.log in the data folder.'),
  );

  try {
    await app.listen({ host: '127.0.0.1', port: terms.port });
  } catch (error) {
    await house.close();
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    const fault = taken
      ? `The port ${terms.port} is taken: stop what uses it, or choose another with --port or MUSTER_PORT.`
      : `Muster cannot listen on 127.0.0.1:${terms.port}: ${(error as Error).message}.`;
    fail({ fault, exitCode: taken ? exitCodes.inUse : exitCodes.failed });
  }
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : terms.port;
  const url = `http://127.0.0.1:${port}/`;
  writeFileSync(join(place.dataFolder, 'server.json'), JSON.stringify({ url, pid: process.pid }));

  const lapsing = setInterval(() => void house.lapse(now()).catch(() => {}), hourMs);
  lapsing.unref();

  if (scenario) {
    say(`Playing the scenario "${scenario.title}" …`);
    const bar = progressBar();
    const run = await runScenario(house, scenario, ({ step, of, title }) => bar.show(step, of, title));
    bar.end();
    if (run.outcome === 'stopped') {
      await stop(exitCodes.refused, `The scenario stopped at "${run.step.title}": ${run.why}`);
      return;
    }
    const outcome = await house.outcome(scenario.requestId);
    if (outcome) {
      const { asked, permitted, consented, planned, short } = outcome.figures;
      const n = (x: number) => x.toLocaleString('en-US');
      say(
        `Asked ${n(asked)}, permitted ${n(permitted)}, consented ${n(consented)}, planned ${n(planned)}, short ${n(short)}.`,
      );
    }
  }
  say(`Muster serves ${url} after ${((performance.now() - began) / 1000).toFixed(1)} s. Ctrl-C stops it.`);
}
