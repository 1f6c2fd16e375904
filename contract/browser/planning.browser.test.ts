import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkSolved, compileProblem, type PlanProblem } from '@muster/plan/problem';
import { toyProblem } from '@muster/plan/problem-testing';
import { makeProblem } from '@muster/scenarios/problems';
import { flowSolver } from '@muster/solver-flow';
import { openHighsSolver } from '@muster/solver-highs';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FromThread, Supposition, ToThread } from '../../apps/web/src/planning/messages.ts';
import { planNow, whatIf } from '../../apps/web/src/planning/what-if.ts';
import { ensureWebBuilt } from '../../tools/build-web.ts';
import { anyProblem } from '../plan/any-problem.ts';
import { openBrowser } from './browser.ts';

const assets = fileURLToPath(new URL('../../apps/web/dist/assets/', import.meta.url));
const server = createServer(({ url = '' }, response) => {
  response.setHeader('content-security-policy', "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'");
  if (!url.startsWith('/assets/')) return response.setHeader('content-type', 'text/html').end('<title>Muster</title>');
  response.setHeader('content-type', url.endsWith('.wasm') ? 'application/wasm' : 'text/javascript');
  return response.end(readFileSync(assets + url.slice('/assets/'.length)));
});
let browser: Browser;
let page: Page;
let worker = '';

beforeAll(async () => {
  await ensureWebBuilt({ quiet: true });
  worker = readdirSync(assets).find((name) => /^worker-.*\.js$/.test(name)) ?? '';
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  browser = await openBrowser();
  page = await (await browser.newContext()).newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
afterAll(async () => {
  await browser?.close();
  server.close();
});

const nothing: Supposition = { refuse: [], more: [], without: [], limits: [], pins: [], forbid: [], stable: false };

/** What the page's own thread answers, as it was built to be served: the text of it, to the last byte. */
const inBrowser = (problem: PlanProblem, supposed: Supposition): Promise<string> =>
  page.evaluate(
    ([name, ...messages]) =>
      new Promise<string>((answered, failed) => {
        const thread = new Worker(`/assets/${name}`, { type: 'module' });
        thread.onmessage = ({ data }: MessageEvent<FromThread>) => {
          if (!('answer' in data)) return;
          thread.terminate();
          answered(JSON.stringify(data.answer));
        };
        thread.onerror = (event) => failed(new Error(event.message));
        for (const message of messages) thread.postMessage(message);
      }),
    [worker, { problem }, { supposed }] as [string, ToThread, ToThread],
  );

/** The same in this process. */
async function inNode(problem: PlanProblem, supposed: Supposition): Promise<string> {
  const solvers = { solver: await openHighsSolver(), flow: flowSolver };
  const before = await planNow(problem, solvers);
  if (typeof before === 'string') return JSON.stringify({ outcome: 'notWorkedOut', why: before });
  return JSON.stringify(await whatIf(before, supposed, solvers));
}

it.each<[string, PlanProblem, Partial<Supposition>]>([
  ['a lender that refuses', toyProblem(), { refuse: ['south'] }],
  ['a line that needs more', toyProblem(), { more: [{ lineId: 'carry-south', people: 15 }] }],
  ['a plan that there is none of', toyProblem({ pins: [{ poolId: 'nobody', lineId: 'carry-south', people: 1 }] }), {}],
])('%s: the browser answers byte for byte what Node answers', async (_, problem, over) => {
  const supposed = { ...nothing, ...over };
  expect(await inBrowser(problem, supposed)).toBe(await inNode(problem, supposed));
});

it('the browser makes every plan as Node does, with every kind of rule, and each is proved', async () => {
  const problems = fc.sample(anyProblem, { numRuns: 25, seed: Number(process.env.MUSTER_SEED) });
  let proved = 0;
  for (const problem of problems) {
    const supposed = { ...nothing, refuse: ['north'], more: [{ lineId: 'second', people: 1 }] };
    const text = await inBrowser(problem, supposed);
    expect(text).toBe(await inNode(problem, supposed));
    const answer = JSON.parse(text);
    expect(answer.outcome).toBe('workedOut');
    const { file } = answer;
    if (checkSolved(compileProblem(file.problem), file.plan, file).holds) proved += 1;
  }
  expect(proved).toBe(problems.length);
});

it('what the browser made is a plan file that `muster plan verify` confirms', async () => {
  const { file } = JSON.parse(await inBrowser(toyProblem(), { ...nothing, refuse: ['south'] }));
  const folder = mkdtempSync(join(tmpdir(), 'muster-planning-'));
  try {
    const name = join(folder, 'plan.json');
    writeFileSync(name, JSON.stringify(file));
    const cli = fileURLToPath(new URL('../../apps/cli/muster.ts', import.meta.url));
    const told = execFileSync(process.execPath, ['--import', 'tsx', cli, 'plan', 'verify', name], { encoding: 'utf8' });
    expect(told).toContain('It holds');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('beyond what is written out at once, flow kernel and pricing answer in the browser as in Node', async () => {
  const article = makeProblem('article') as PlanProblem;
  // A third of its pools: the plan as it is goes by the flow kernel, the plan as supposed, which counts changes, by pricing.
  const problem = { ...article, pools: article.pools.slice(0, 420) };
  const text = await inBrowser(problem, { ...nothing, refuse: [problem.pools[0]?.lenderId ?? ''] });
  expect(text).toBe(await inNode(problem, { ...nothing, refuse: [problem.pools[0]?.lenderId ?? ''] }));
  expect(JSON.parse(text).outcome).toBe('workedOut');
}, 300_000);
