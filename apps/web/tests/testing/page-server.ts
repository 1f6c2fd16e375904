import { readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Outcome, RequestSummary, StoryEntry } from '@muster/api';
import { planningProblem } from './planning-problem.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const fixture = (name: string) =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../fixture/${name}`, import.meta.url)), 'utf8'));

/** What a real server answered for the article scenario, with fewer lenders and entries. */
export const outcome: Outcome = fixture('outcome.json');
export const record: StoryEntry[] = fixture('record.json');

/** The same request before anything else was done. */
export const draft: Outcome = {
  ...outcome,
  requestId: 'req_draft',
  status: 'drafted',
  requestVersion: 0,
  lines: [],
  refusals: [],
  authority: { pack: '', kinds: [], tasks: [], policies: [], seen: [] },
  consents: [],
  plans: [],
  broken: [],
  figures: {
    asked: outcome.figures.asked,
    permitted: 0,
    permittedByKind: {},
    consented: 0,
    planned: 0,
    short: outcome.figures.asked,
    shortByReason: {},
    lenders: {},
    costCents: 0,
  },
};
delete draft.opinion;

export const summaryOf = ({ requestId, title, requester, status, figures }: Outcome): RequestSummary => {
  const { asked, permitted, consented, planned, short } = figures;
  const figuresShown = { asked, permitted, consented, planned, short };
  return { requestId, title, requesterId: requester.id, requester: requester.name, status, ...figuresShown };
};

const standing = { url: 'http://127.0.0.1:4700/', origin: 'muster.example/record', note: 'checkpoint' };
export const logShown = {
  origin: 'muster.example/record',
  size: 243,
  witnesses: [
    { ...standing, name: 'witness.example/w1', state: 'cosigned', size: 243, signedAt: '2026-11-24T20:00:00.000Z' },
    {
      ...standing,
      name: 'witness.ohio.example/w2',
      state: 'unreachable',
      size: 201,
      signedAt: '2026-11-23T08:15:00.000Z',
    },
    { name: 'witness.texas.example/w3', url: 'http://127.0.0.1:4702/', state: 'waiting', size: 0 },
  ],
} as const;

export interface PageServer {
  readonly url: string;
  /** What it holds; change it to see another page. */
  requests: readonly Outcome[];
  /** Who has witnessed the log. */
  witnesses: readonly object[];
  /** While false every question to the API fails. */
  answers: boolean;
  readonly close: () => Promise<void>;
}

/** Serves the built page under the real server's content policy, and the fixture as its API. */
export async function openPageServer(): Promise<PageServer> {
  const server = createServer((call, response) => {
    const { pathname, searchParams } = new URL(call.url ?? '/', 'http://127.0.0.1');
    response.setHeader(
      'content-security-policy',
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
    );
    if (pathname === '/log/checkpoint') {
      response.writeHead(held.answers ? 200 : 503, { 'content-type': 'text/plain; charset=utf-8' });
      return response.end(`${logShown.origin}\n${logShown.size}\nroot\n\n— signature\n`);
    }
    if (!pathname.startsWith('/api/')) return sendFile(response, pathname);
    if (!held.answers) return sendJson(response, 500, { detail: 'Muster failed to answer; nothing was half-done.' });
    // Nothing is recorded here: an EventSource that is told so asks no more.
    if (pathname === '/api/live') return void response.writeHead(204).end();
    if (pathname === '/api/requests') return sendJson(response, 200, held.requests.map(summaryOf));
    if (pathname === '/api/log/witnesses') return sendJson(response, 200, held.witnesses);
    if (pathname === '/api/record') return sendJson(response, 200, recordAfter(searchParams));
    if (pathname === `/api/requests/${outcome.requestId}/planning-problem`)
      return sendJson(response, 200, planningProblem);
    const asked = held.requests.find((o) => pathname === `/api/requests/${o.requestId}`);
    if (asked) return sendJson(response, 200, asked);
    return sendJson(response, 404, { detail: `There is nothing at ${pathname}.` });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const held: PageServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [outcome, draft],
    witnesses: logShown.witnesses,
    answers: true,
    close: () => closed(server),
  };
  return held;
}

function recordAfter(query: URLSearchParams) {
  const from = Number(query.get('after') ?? 0);
  const entries = record.slice(from, from + Number(query.get('limit') ?? 200));
  return { entries, next: String(from + entries.length) };
}

const closed = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': status === 200 ? 'application/json' : 'application/problem+json' });
  response.end(JSON.stringify(body));
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** A path that names no file is a page of the application. */
function sendFile(response: ServerResponse, pathname: string): void {
  const name = extname(pathname) === '' ? 'index.html' : pathname.replaceAll('..', '');
  try {
    const file = readFileSync(join(dist, name));
    response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' }).end(file);
  } catch {
    response.writeHead(404).end();
  }
}
