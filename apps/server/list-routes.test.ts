import type { House } from '@muster/house';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { csvOf, wantsCsv } from './csv.ts';
import { problemIn, serverInMemory, storm, stormBefore } from './testing.ts';

type Row = Awaited<ReturnType<House['requests']>>[number];
const words = ['flood', 'storm', 'fire', 'ice'];
const rows: Row[] = Array.from({ length: 57 }, (_, n) => ({
  requestId: `req_${(n * 37) % 57}`,
  title: `Help after a ${words[n % 4]}`,
  requesterId: n % 3 === 0 ? 'us.fl' : 'us.tx',
  requester: n % 3 === 0 ? 'Florida' : 'Texas',
  status: n % 5 === 0 ? 'drafted' : 'submitted',
  asked: (n * 7) % 11,
  permitted: n,
  consented: n % 2,
  planned: 0,
  short: (n * 7) % 11,
}));

let house: House;
let app: FastifyInstance;
let other: FastifyInstance;
let listed = rows;
beforeAll(async () => {
  house = await stormBefore();
  const many = { ...house, requests: async () => [...listed] };
  app = (await serverInMemory({ house: many })).app;
  other = (await serverInMemory({ house: many })).app;
});
afterAll(() => Promise.all([app.close(), other.close()]));

const nextOf = (link: unknown): string | undefined => /<([^>]+)>; rel="next"/.exec(String(link))?.[1];

/** Every row of a list, following the links from one server to the other. */
async function walk(url: string, between: () => void = () => {}): Promise<Row[]> {
  const all: Row[] = [];
  for (let at: string | undefined = url, turn = 0; at; turn++) {
    const answer = await (turn % 2 ? other : app).inject(at);
    expect(answer.statusCode, at).toBe(200);
    all.push(...answer.json());
    at = nextOf(answer.headers.link);
    between();
  }
  return all;
}

describe('the list of requests', () => {
  const columns = [
    'requestId',
    'title',
    'requester',
    'status',
    'asked',
    'permitted',
    'consented',
    'planned',
    'short',
  ] as const;

  it('comes page by page in any order it may be sorted by, whole and nothing twice, from whichever server', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...columns),
        fc.boolean(),
        fc.integer({ min: 1, max: 70 }),
        async (column, down, limit) => {
          const all = await walk(`/api/requests?sort=${down ? '-' : ''}${column}&limit=${limit}`);
          expect(all.map((r) => r.requestId).sort()).toEqual(rows.map((r) => r.requestId).sort());
          for (const [i, row] of all.slice(1).entries()) {
            const [a, b] = [all[i] as Row, row];
            expect(a[column] === b[column] ? a.requestId < b.requestId : a[column] < b[column] !== down).toBe(true);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('leaves out nothing that stayed when rows come and go between two pages', async () => {
    const gone = new Set<string>();
    const all = await walk('/api/requests?sort=-asked&limit=5', () => {
      const [first] = listed;
      if (first) gone.add(first.requestId);
      listed = [...listed.slice(1), { ...(rows[0] as Row), requestId: `req_new-${gone.size}`, asked: 0 }];
    });
    listed = rows;
    const ids = all.map((r) => r.requestId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(rows.filter((r) => !gone.has(r.requestId) && !ids.includes(r.requestId))).toEqual([]);
  });

  it.each([
    ['status=drafted', (r: Row) => r.status === 'drafted'],
    ['party=us.fl', (r: Row) => r.requesterId === 'us.fl'],
    ['text=STORM', (r: Row) => r.title.includes('storm')],
    ['text=florida&status=submitted', (r: Row) => r.requester === 'Florida' && r.status === 'submitted'],
    ['text=%25', () => false],
  ])('with %s holds only those', async (query, holds) => {
    const got = (await app.inject(`/api/requests?${query}`)).json() as Row[];
    expect(got.map((r) => r.requestId)).toEqual(
      rows
        .filter(holds)
        .map((r) => r.requestId)
        .sort(),
    );
  });

  it.each([
    'sort=requesterId',
    'sort=--asked',
    'sort=asked;drop table events',
    "sort=asked' or '1'='1",
    'sort=__proto__',
    'sort=asked&sort=title',
    'limit=0',
    'limit=1001',
    'limit=1e9',
    'status=open',
    'party=',
    'text=',
    'order=asked',
    'status[]=drafted',
    `text=${'x'.repeat(201)}`,
  ])('asked for with %s is refused in words', async (query) => {
    const answer = await app.inject(`/api/requests?${encodeURI(query)}`);
    expect(answer.statusCode).toBe(400);
    expect(problemIn(answer).allowed).toMatch(/\.$/);
  });

  it('takes no cursor that it did not make, for that list', async () => {
    const first = await app.inject('/api/requests?limit=5&sort=title');
    const next = nextOf(first.headers.link) ?? '';
    const cursor = new URLSearchParams(next.split('?')[1]).get('after') ?? '';
    expect(cursor).toMatch(/^[\w-]+\.[\w-]{22}$/);
    const made = Buffer.from(JSON.stringify(['a', 'b'])).toString('base64url');
    const [text, seal] = cursor.split('.');
    for (const forged of [
      `${made}.${seal}`,
      `${text}.${'A'.repeat(22)}`,
      text,
      `${cursor}.`,
      'x',
      '.',
      '\u0000',
      '1.1',
    ]) {
      const answer = await app.inject(`/api/requests?limit=5&sort=title&after=${encodeURIComponent(String(forged))}`);
      expect([answer.statusCode, problemIn(answer).code]).toEqual([400, 'CURSOR_UNKNOWN']);
    }
    for (const elsewhere of [
      '/api/requests?sort=asked',
      '/api/requests?sort=title&status=drafted',
      '/api/record?limit=5',
    ]) {
      const answer = await app.inject(`${elsewhere}&after=${encodeURIComponent(cursor)}`);
      expect(answer.statusCode, elsewhere).toBe(400);
    }
    expect((await other.inject(next)).statusCode).toBe(200);
  });
});

describe('a table as CSV', () => {
  const csv = { accept: 'text/csv' };

  it.each([
    '/api/requests',
    '/api/record',
    '/api/organisations',
    ...['lines', 'consents', 'plans', 'sendings'].map((t) => `/api/requests/${storm.requestId}/${t}`),
  ])('%s has a row for each of its JSON, and a name for each column', async (url) => {
    const body = (await app.inject(url)).json();
    const json = Array.isArray(body) ? body : (body.entries ?? body.organisations);
    expect(json.length, url).toBeGreaterThan(0);
    const answer = await app.inject({ url, headers: csv });
    expect(answer.headers['content-type']).toContain('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[\w-]+\.csv"$/);
    const read = parse(answer.body, { columns: true }) as Record<string, string>[];
    expect(read).toHaveLength(json.length);
    for (const column of Object.keys(read[0] ?? {})) {
      const values = json.map((r: object) => column.split('.').reduce<unknown>((v, part) => v?.[part as never], r));
      if (values.every((v: unknown) => typeof v === 'string' && !/^[=+\-@]/.test(v))) {
        expect(read.map((r) => r[column])).toEqual(values);
      }
    }
    expect(Object.keys(read[0] ?? {}).length).toBeGreaterThan(3);
  });

  it.each([
    ['/api/parties/us.va/stand-ins', 'standInId,'],
    ['/api/log/witnesses', 'name,url,'],
    ['/api/roles', 'personId,partyId,role,'],
  ])('%s names its columns also while nothing is in it', async (url, names) => {
    expect((await app.inject({ url, headers: csv })).body.startsWith(names)).toBe(true);
  });

  it('is read back as it was, whatever is in it, and no cell is taken for a formula', () => {
    const shape = z.object({
      text: z.string(),
      n: z.int().optional(),
      inner: z.object({ words: z.array(z.string()) }),
    });
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '"', ',', '\n', ';'), fc.string())
        .map((t) => t.join('')),
    );
    const row = fc.record({
      text: cell,
      n: fc.option(fc.nat(), { nil: undefined }),
      inner: fc.record({ words: fc.array(cell, { maxLength: 3 }) }),
    });
    fc.assert(
      fc.property(fc.array(row), (given) => {
        const [head, ...cells] = parse(csvOf(shape, given), { relax_column_count: false }) as string[][];
        expect(head).toEqual(['text', 'n', 'inner.words']);
        const plain = given.map((r) => [r.text, r.n === undefined ? '' : String(r.n), r.inner.words.join('; ')]);
        expect(
          cells.map((r) =>
            r.map((c, i) => (c.startsWith("'") && !plain[cells.indexOf(r)]?.[i]?.startsWith("'") ? c.slice(1) : c)),
          ),
        ).toEqual(plain);
        for (const c of cells.flat()) expect(c).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  it.each<[string | undefined, boolean]>([
    ['text/csv', true],
    ['text/csv;q=0.9, application/json;q=0.5', true],
    ['TEXT/CSV', true],
    ['text/csv; header=present', true],
    [undefined, false],
    ['*/*', false],
    ['application/json', false],
    ['text/csv;q=0', false],
    ['text/csv, application/json', false],
  ])('is what %s gets: %s', (accept, wanted) => {
    expect(wantsCsv({ headers: accept === undefined ? {} : { accept } })).toBe(wanted);
  });
});
