import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { type Figure, machine, percentile, printFigures } from './figures.ts';
import { type Laid, layRequests } from './service-record.ts';

const start = fileURLToPath(new URL('../apps/server/start.ts', import.meta.url));
const scenarioRequest = 'req_2024-10-storm';

interface Order {
  readonly requests: number;
  readonly events: number;
  readonly listeners: number;
  readonly seconds: number;
}

interface Served {
  readonly child: ChildProcess;
  readonly url: string;
  /** From its start until it said that it is ready. */
  readonly startedMs: number;
  readonly token: string;
}

/**
 * The service as it is deployed, one server process with its own PostgreSQL, over real connections: reads, commands, and
 * who listens, with so many requests and events stored. The server and what loads it share the machine.
 */
export async function benchService(order: Order): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'));
  let served: Served | undefined;
  try {
    served = await serve(folder, 'hurricane');
    await give(served, 'NotePastDeployment', (await exampleOf(served, 'NotePastDeployment'))(1, 'past'));
    await end(served);
    served = undefined;
    const laid = await layRequests(folder, scenarioRequest, order.requests, order.events);
    // The log takes in what was laid, once; what starts then is what is started day by day.
    served = await serve(folder, 'none');
    const caughtUpMs = await logHolds(served, laid);
    await end(served);
    served = await serve(folder, 'none');
    const atRest = memoryMb(served);
    const figures: Figure[] = [
      { name: 'requests stored', value: laid.requests, unit: '' },
      { name: 'events stored', value: laid.events, unit: '' },
      { name: 'start until ready (at most 5 s)', value: served.startedMs / 1000, unit: 's' },
      { name: 'the log took in what was laid', value: caughtUpMs / 1000, unit: 's' },
      { name: 'memory at rest', value: atRest, unit: 'MB' },
    ];
    const one = (n: number) => `/api/requests/req_laid-${1 + (n % laid.copies)}`;
    const reads: readonly [string, (n: number) => string][] = [
      ['one request, whole', one],
      ['consents of one request', (n) => `${one(n)}/consents`],
      ['list of requests, 50', () => '/api/requests?limit=50'],
      ['record as sentences, 50', () => '/api/record?limit=50'],
      ['stand-ins of one party', () => '/api/parties/us.va/stand-ins'],
    ];
    for (const [name, path] of reads) figures.push(...(await read(served, name, [path], order.seconds)));
    figures.push(
      ...(await read(
        served,
        'all of these in turn',
        reads.map(([, path]) => path),
        order.seconds,
      )),
    );
    figures.push(...(await command(served, order.seconds)));
    figures.push(...(await listen(served, order.listeners)));
    figures.push({ name: 'most memory of the server (at most 512 MB)', value: memoryMb(served, 'VmHWM'), unit: 'MB' });
    return figures;
  } finally {
    if (served) await end(served);
    await rm(folder, { recursive: true, force: true });
  }
}

async function serve(folder: string, scenario: string): Promise<Served> {
  const began = performance.now();
  await rm(join(folder, 'server.json'), { force: true });
  const child = spawn(process.execPath, ['--import', 'tsx', start, '--port', '0', '--scenario', scenario], {
    env: { ...process.env, MUSTER_DATA: folder },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const lives = () => {
    const end = child.exitCode ?? child.signalCode;
    if (end !== null) throw new Error(`The server ended with ${end}.`);
  };
  let url: string | undefined;
  while (url === undefined) {
    lives();
    await pause(10);
    url = addressIn(folder);
  }
  while ((await fetch(`${url}readyz`).catch(() => undefined))?.status !== 200) {
    lives();
    await pause(10);
  }
  const startedMs = performance.now() - began;
  return { child, url, startedMs, token: readFileSync(join(folder, 'token'), 'utf8').trim() };
}

/** Undefined until it is there, whole. */
function addressIn(folder: string): string | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8')).url;
  } catch {
    return undefined;
  }
}

async function end({ child }: Served): Promise<void> {
  const ended = new Promise((settle) => child.once('exit', settle));
  child.kill('SIGTERM');
  await ended;
}

/** What the server's process holds in memory, its PostgreSQL not counted; `VmHWM` is the most it ever held. */
function memoryMb({ child }: Served, what: 'VmRSS' | 'VmHWM' = 'VmRSS'): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
}

async function logHolds({ url }: Served, { events }: Laid): Promise<number> {
  const began = performance.now();
  for (;;) {
    const note = await (await fetch(`${url}log/checkpoint`)).text();
    if (Number(note.split('\n')[1]) >= events) return performance.now() - began;
    await pause(200);
  }
}

const figuresOf = (name: string, { requests, latency, errors, non2xx }: autocannon.Result): Figure[] => {
  if (errors > 0 || non2xx > 0) throw new Error(`${name}: ${errors} errors, ${non2xx} answers that were not 200.`);
  return [
    { name, value: requests.average, unit: '/s' },
    { name: '  of them 99 % within', value: latency.p99, unit: 'ms' },
  ];
};

async function read(served: Served, name: string, paths: readonly ((n: number) => string)[], seconds: number) {
  let n = 0;
  const result = await autocannon({
    url: served.url,
    connections: 32,
    duration: seconds,
    requests: paths.map((path) => ({ setupRequest: (call) => ({ ...call, path: path(n++) }) })),
  });
  return figuresOf(name, result);
}

async function command(served: Served, seconds: number): Promise<Figure[]> {
  const template = await exampleOf(served, 'DraftRequest');
  let n = 0;
  const result = await autocannon({
    url: served.url,
    connections: 64,
    duration: seconds,
    requests: [
      {
        method: 'POST',
        path: '/api/commands/DraftRequest',
        setupRequest: (call) => ({ ...call, ...template(n++) }),
        onResponse: (status, body) => {
          if (status !== 200) process.stderr.write(`${status} ${body}\n`);
        },
      },
    ],
  });
  return figuresOf('commands, each drafts a request, 64 at once', result);
}

/** A command as the API document's own example has it, each with an id of its own. */
async function exampleOf({ url, token }: Served, name: string) {
  const document = await (await fetch(`${url}api/openapi.json`)).json();
  const { example } = document.paths[`/api/commands/${name}`].post.requestBody.content['application/json'];
  return (n: number, of = 'given') => ({
    body: JSON.stringify({
      ...example,
      data: { ...example.data, ...(name === 'DraftRequest' && { requestId: `req_${of}-${n}` }) },
    }),
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'idempotency-key': `cmd_${of}-${n}`,
    },
  });
}

async function give({ url }: Served, name: string, call: { readonly body: string; readonly headers: HeadersInit }) {
  const answer = await fetch(`${url}api/commands/${name}`, { method: 'POST', ...call });
  if (answer.status !== 200) throw new Error(`A command was answered ${answer.status}: ${await answer.text()}`);
}

/** From the moment a command is sent until each of those who listen has heard of it. */
async function listen(served: Served, listeners: number): Promise<Figure[]> {
  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
  let sent = Number.POSITIVE_INFINITY;
  const waits: number[] = [];
  let heard = 0;
  const open = await Promise.all(
    Array.from({ length: listeners }, async (_, n) => {
      await pause(n);
      const call = request(`${served.url}api/live`, { agent, headers: { accept: 'text/event-stream' } });
      await new Promise<void>((here, fail) => {
        call.once('error', fail).once('response', (answer) => {
          if (answer.statusCode !== 200) fail(new Error(`Listening was answered ${answer.statusCode}.`));
          answer.setEncoding('utf8').on('data', (text: string) => {
            if (text.includes('event: here')) here();
            if (!text.includes('event: recorded')) return;
            waits.push(performance.now() - sent);
            heard += 1;
          });
        });
        call.end();
      });
      return call;
    }),
  );
  const template = await exampleOf(served, 'DraftRequest');
  const turns = 20;
  for (let n = 0; n < turns; n++) {
    heard = 0;
    sent = performance.now();
    await give(served, 'DraftRequest', template(n, 'heard'));
    while (heard < listeners) await pause(5);
    await pause(200);
  }
  for (const call of open) call.destroy();
  return [
    { name: 'who listen', value: listeners, unit: '' },
    { name: 'sent until heard, 50 %', value: percentile(waits, 0.5), unit: 'ms' },
    { name: 'sent until heard, 95 % (at most 500 ms)', value: percentile(waits, 0.95), unit: 'ms' },
  ];
}

if (process.argv[1] === import.meta.filename) {
  const [requests, events] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 1_000_000)];
  process.stdout.write(`${machine()}\n`);
  printFigures(
    'service (one server, embedded PostgreSQL)',
    await benchService({
      requests,
      events,
      listeners: Number(process.argv[4] ?? 2_000),
      seconds: Number(process.argv[5] ?? 10),
    }),
  );
}
