import { stringify } from 'csv-stringify/sync';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

/** What a table answers with: JSON, or CSV to whoever accepts that rather. */
export const tableAnswer = <Body extends z.ZodType>(body: Body) => ({
  description: 'The table: as JSON, or with `Accept: text/csv` as CSV (RFC 4180, UTF-8, a row of names first).',
  content: { 'application/json': { schema: body }, 'text/csv': { schema: z.string() } },
});

/** Whether CSV is what the caller accepts most. */
export function wantsCsv({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  const weigh = (kind: string) => {
    for (const part of (headers.accept ?? '').toLowerCase().split(',')) {
      const [range = '', ...params] = part.split(';').map((p) => p.trim());
      const q = params.find((p) => p.startsWith('q='));
      if (range === kind) return q ? Number(q.slice(2)) || 0 : 1;
    }
    return 0;
  };
  return weigh('text/csv') > weigh('application/json');
}

/**
 * Rows as CSV: a column for each part of a row, in the order of the schema, parts of parts after a dot; several in one
 * cell are divided by "; ". A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function csvOf(row: z.ZodType, rows: readonly unknown[]): string {
  const columns = columnsOf(row);
  return stringify(
    rows.map((r) => columns.map((path) => cellOf(path.reduce<unknown>((v, part) => (v as never)?.[part], r)))),
    { header: true, columns: columns.map((path) => path.join('.')), escape_formulas: true, record_delimiter: '\r\n' },
  );
}

export const sendCsv = (reply: FastifyReply, name: string, row: z.ZodType, rows: readonly unknown[]) =>
  reply
    .type('text/csv; charset=utf-8; header=present')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .send(csvOf(row, rows));

function columnsOf(schema: z.ZodType): string[][] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodReadonly) {
    return columnsOf(schema.unwrap() as z.ZodType);
  }
  if (!(schema instanceof z.ZodObject)) return [[]];
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, part]) =>
    columnsOf(part).map((rest) => [name, ...rest]),
  );
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(cellOf).join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
