import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Cursors } from './cursors.ts';

/** How much of a list comes at once. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(1000).default(200).describe('At most so many; 200 unless told.'),
  after: z
    .string()
    .min(1)
    .max(2000)
    .optional()
    .describe(
      'Where to go on: the cursor in the Link header of the page before. It says nothing and cannot be made up.',
    ),
};

/** The columns by which a list may be sorted, and nothing else: `name` upwards, `-name` downwards. */
export const sortQuery = (names: readonly [string, ...string[]]) =>
  z
    .enum([...names, ...names.map((name) => `-${name}`)])
    .default(names[0])
    .describe('The column to sort by; a hyphen before it turns the order round. Rows that are equal come by their id.');

interface Asked {
  readonly sort: string;
  readonly limit: number;
  readonly after?: string | undefined;
}

/** What a list is asked for, but for the page: a cursor holds for this alone. */
const listOf = (name: string, { limit: _, after: __, ...rest }: Asked & object): string =>
  `${name} ${createHash('sha256')
    .update(JSON.stringify(Object.entries(rest).sort()))
    .digest('base64url')}`;

/**
 * One page of rows, in the order asked for. It goes on behind the row at which the page before ended, whatever was added
 * or taken away meanwhile: nothing that stayed is left out or comes twice. Undefined where the cursor is none of this list.
 */
export async function pageOf<Row extends object>(
  name: string,
  rows: readonly Row[],
  id: keyof Row,
  asked: Asked,
  cursors: Cursors,
): Promise<{ readonly rows: readonly Row[]; readonly next: string | undefined } | undefined> {
  const list = listOf(name, asked);
  const column = asked.sort.replace(/^-/, '') as keyof Row;
  const turn = asked.sort.startsWith('-') ? -1 : 1;
  const keyOf = (row: Row) => [row[column], row[id]] as unknown as Key;
  const compare = (a: Key, b: Key) => turn * order(a[0], b[0]) || order(a[1], b[1]);
  const place = asked.after === undefined ? undefined : ((await cursors.read(list, asked.after)) as Key | undefined);
  if (asked.after !== undefined && place === undefined) return undefined;
  const sorted = rows.map((row) => [keyOf(row), row] as const).sort(([a], [b]) => compare(a, b));
  const from = place ? sorted.filter(([key]) => compare(key, place) > 0) : sorted;
  const page = from.slice(0, asked.limit);
  const last = page.at(-1);
  const next = from.length > page.length && last ? await cursors.sign(list, last[0]) : undefined;
  return { rows: page.map(([, row]) => row), next };
}

type Key = readonly [string | number, string | number];
/** By code points, so that every server and every locale has the same order. */
const order = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Says in a Link header (RFC 8288) where the next page is, and where the list begins. */
export function linkPages(call: FastifyRequest, reply: FastifyReply, next: string | undefined): void {
  const [path = '', query = ''] = call.url.split('?');
  const at = (cursor: string | undefined) => {
    const params = new URLSearchParams(query);
    params.delete('after');
    if (cursor !== undefined) params.set('after', cursor);
    return params.size > 0 ? `${path}?${params}` : path;
  };
  const links = [`<${at(undefined)}>; rel="first"`, ...(next === undefined ? [] : [`<${at(next)}>; rel="next"`])];
  reply.header('link', links.join(', '));
}
