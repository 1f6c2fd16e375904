import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import {
  beginAnew,
  exitCodes,
  faultIn,
  type House,
  type HouseFault,
  keepLog,
  keepWitnessed,
  mindOutput,
  openHouse,
  runScenario,
} from '@muster/house';
import type { LoadedScenario } from '@muster/scenarios';
import type { Instant } from '@muster/terms';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { ensureWebBuilt } from '../../tools/build-web.ts';
import { buildServer } from './build-server.ts';
import { callLog } from './call-log.ts';
import { ending } from './ending.ts';
import { inviteFirst } from './identity/invite.ts';
import { progressBar } from './progress.ts';
import { serverMeter } from './server-meter.ts';
import type { ServerSettings } from './server-settings.ts';
import { readTerms, type StartTerms, usage } from './start-terms.ts';
import { wantsTraces } from './telemetry.ts';
import { houseToken } from './token.ts';

const now = () => new Date().toISOString() as Instant;
const say = (words: string) => process.stdout.write(`${words}\n`);

mindOutput();
const { stopping, onEnd, hasBegun, unlessEnding, end } = ending();
const meter = serverMeter();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void end(exitCodes.ok, '\nStopping; what was acknowledged is kept.'));
}
/** Stops with one plain sentence. */
const stopFor = ({ fault, exitCode }: HouseFault): Promise<never> => end(exitCode, fault);

const began = performance.now();
const terms = readTerms(process.argv.slice(2), process.env);
if (terms === 'help') say(usage);
else if ('fault' in terms) await stopFor(terms);
else {
  // What fails because we are stopping is no failure.
  await main(terms).catch((error) => (hasBegun() ? undefined : stopFor(faultIn(error))));
}

async function main(terms: StartTerms): Promise<void> {
  // Before the data folder is emptied or its database started.
  if (await isTaken(terms.settings)) return stopFor(portTaken(terms.settings.port));
  if (terms.fresh) {
    const fault = await beginAnew(terms.dataFolder);
    if (fault) return stopFor(fault);
  }
  await buildWeb();
  const { settings } = terms;
  const log = callLog(settings.logLevel, process.stderr);
  // Whoever reads an exercise's terminal is a person; whoever reads members' log is mostly a program.
  const sayTrouble = (words: string) =>
    settings.access === 'members' ? log.warn(words) : process.stderr.write(`${words}\n`);
  const house = await open(terms, sayTrouble);
  onEnd(keepLog({ log: house.log, say: sayTrouble }));
  onEnd(keepWitnessed({ witnesses: house.witnesses, say: sayTrouble }));
  const url = await serve(terms, house, log);
  if (settings.access === 'members') await sayFirst(house, settings.login.publicUrl ?? url.replace(/\/$/, ''));
  if (terms.scenario) await play(house, terms.scenario);
  // Only now: a scenario's dates are its own, and today is after all of them.
  if (house.jobs) onEnd(await house.jobs.begin({ now, say: sayTrouble }));
  say(`Muster serves ${url} after ${((performance.now() - began) / 1000).toFixed(1)} s. Ctrl-C stops it.`);
}

/** Whoever starts a house that has no members yet can let the first one in. */
async function sayFirst(house: House, origin: string): Promise<void> {
  const first = await inviteFirst(house.accounts, now());
  if (first) {
    say(
      `Nobody is a member yet. Whoever opens this link first, until ${first.expiresAt}, becomes the first administrator:`,
    );
    say(`${origin}${first.path}`);
  }
}

async function buildWeb(): Promise<void> {
  try {
    await ensureWebBuilt();
  } catch (error) {
    const words = (error as Error).message.split('\n')[0];
    process.stderr.write(
      `The web pages could not be built, and the ones built last are served if there are any: ${words}\n`,
    );
  }
}

async function open(terms: StartTerms, sayTrouble: (words: string) => void): Promise<House> {
  const { dataFolder, databaseUrl, keyFolder, logOrigin } = terms;
  const onProgress = (words: string) => process.stderr.isTTY && say(`${words}…`);
  const means = { onProgress, onTrouble: sayTrouble, meter: meter.house, withJobs: true };
  const opening = openHouse({ dataFolder, databaseUrl, keyFolder, logOrigin, ...means });
  onEnd(async () => {
    const opened = await opening;
    if ('house' in opened) await opened.house.close();
  });
  const opened = await unlessEnding(opening);
  if ('fault' in opened) return stopFor(opened);
  if (opened.joined) {
    const fault = `The data folder ${dataFolder} is in use by a running Muster: use that one, or set MUSTER_DATA to another folder.`;
    return stopFor({ code: 'DATA_FOLDER_IN_USE', fault, exitCode: exitCodes.inUse });
  }
  void opened.ended.then(stopFor);
  return opened.house;
}

/** Serves the house; gives the address, which it also writes into the data folder for as long as it serves. */
async function serve({ dataFolder, settings }: StartTerms, house: House, log: Logger): Promise<string> {
  const { host, port } = settings;
  const webFolder = fileURLToPath(new URL('../web/dist', import.meta.url));
  const token = houseToken(dataFolder);
  const traces = wantsTraces(process.env);
  const app = await buildServer({ house, token, now, settings, log, meter, traces, stopping, webFolder });
  onEnd(() => closeInTime(app, settings.drainSeconds));
  try {
    await unlessEnding(app.listen({ host, port }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return stopFor(portTaken(port));
    const fault = `Muster cannot listen on ${host}:${port}: ${(error as Error).message}.`;
    return stopFor({ code: 'PORT_REFUSED', fault, exitCode: exitCodes.failed });
  }
  const address = app.server.address();
  const url = `http://${reachableAt(host)}:${typeof address === 'object' && address ? address.port : port}/`;
  const file = join(dataFolder, 'server.json');
  writeFileSync(file, JSON.stringify({ url, pid: process.pid }));
  onEnd(async () => rmSync(file, { force: true }));
  return url;
}

/** Lets those who send others here take notice that it is ready no more, then answers what was asked, for ten seconds at most. */
async function closeInTime(app: FastifyInstance, drainSeconds: number): Promise<void> {
  await pause(drainSeconds * 1_000);
  const late = setTimeout(() => app.server.closeAllConnections(), 10_000);
  await app.close();
  clearTimeout(late);
}

/** The address by which this machine reaches who listens there. */
function reachableAt(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

async function play(house: House, scenario: LoadedScenario): Promise<void> {
  say(`Playing the scenario "${scenario.title}" …`);
  const bar = progressBar();
  onEnd(async () => bar.end());
  const run = await runScenario(house, scenario, ({ step, of, title }) => bar.show(step, of, title));
  bar.end();
  if (run.outcome === 'stopped') {
    const fault = `The scenario stopped at "${run.step.title}": ${run.why}`;
    return stopFor({ code: 'SCENARIO_STOPPED', fault, exitCode: exitCodes.refused });
  }
  const outcome = await house.outcome(scenario.requestId);
  if (!outcome) return;
  const { asked, permitted, consented, planned, short } = outcome.figures;
  const figures = Object.entries({ asked, permitted, consented, planned, short });
  say(`${figures.map(([name, n]) => `${name} ${n.toLocaleString('en-US')}`).join(', ')}.`);
}

function portTaken(port: number): HouseFault {
  const fault = `The port ${port} is taken, maybe by a Muster that runs already: stop what uses it, or choose another with --port or MUSTER_PORT.`;
  return { code: 'PORT_TAKEN', fault, exitCode: exitCodes.inUse };
}

/** Whether somebody listens there; any other trouble is left to show itself when we listen. */
function isTaken({ host, port }: Pick<ServerSettings, 'host' | 'port'>): Promise<boolean> {
  return new Promise((settle) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => settle(error.code === 'EADDRINUSE'));
    probe.listen({ host, port }, () => probe.close(() => settle(false)));
  });
}
