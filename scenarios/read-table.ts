import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import type { ScenarioFault } from './fault.ts';
import { plainIssues } from './plain-issues.ts';

/** A row, and the line it stands on. */
export type Lined<Row> = Row & { readonly line: number };

/** What a table's rows are, and what one must not be beside those above it: the field and the problem. */
export interface TableKind<Row> {
  readonly row: z.ZodType<Row>;
  readonly clash: (row: Row, above: readonly Row[]) => readonly [field: string, problem: string] | undefined;
}

/** Rows of a CSV file with a header line; lines that begin with # are remarks. All faults are gathered. */
export function readTable<Row>(
  file: string,
  text: string,
  { row, clash }: TableKind<Row>,
): Lined<Row>[] | { faults: ScenarioFault[] } {
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(text, { columns: true, comment: '#', comment_no_infix: true, info: true, skip_empty_lines: true });
  } catch (error) {
    const { message, lines } = error as { message: string; lines?: number };
    return { faults: [{ file, line: lines ?? 1, field: 'row', problem: message.replace(/ on line \d+$/, '') }] };
  }
  if (records.length === 0) return { faults: [{ file, line: 1, field: 'row', problem: 'there is none' }] };
  const faults: ScenarioFault[] = [];
  const rows: Lined<Row>[] = [];
  for (const { record, info } of records) {
    const line = info.lines;
    const parsed = row.safeParse(record);
    if (!parsed.success) {
      for (const { path, problem } of plainIssues(parsed.error)) {
        const field = path.map(String).join('.') || 'row';
        const found = record[String(path[0])];
        faults.push({ file, line, field, problem: cellWords(problem, found) });
      }
      continue;
    }
    const clashing = clash(parsed.data, rows);
    if (clashing) faults.push({ file, line, field: clashing[0], problem: clashing[1] });
    rows.push({ ...parsed.data, line });
  }
  return faults.length > 0 ? { faults } : rows;
}

function cellWords(problem: string, found: string | undefined): string {
  if (found === undefined) return 'there is no such column';
  return found === '' ? `${problem} (it is empty)` : `${problem} (it is "${found}")`;
}
