import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import type { ScenarioFault } from './fault.ts';

/** Rows of a CSV file with a header line; lines that begin with # are remarks. All faults are gathered. */
export function readTable<Row>(file: string, text: string, row: z.ZodType<Row>): Row[] | { faults: ScenarioFault[] } {
  let records: { record: Record<string, string>; info: { lines: number } }[];
  try {
    records = parse(text, { columns: true, comment: '#', comment_no_infix: true, info: true, skip_empty_lines: true });
  } catch (error) {
    const { message, lines } = error as { message: string; lines?: number };
    return { faults: [{ file, line: lines ?? 1, field: 'row', problem: message }] };
  }
  const faults: ScenarioFault[] = [];
  const rows = records.flatMap(({ record, info }) => {
    const parsed = row.safeParse(record);
    if (parsed.success) return [parsed.data];
    for (const issue of parsed.error.issues) {
      const field = issue.path.map(String).join('.') || 'row';
      const found = record[String(issue.path[0])];
      const problem = found === undefined ? issue.message : `${issue.message} (it is "${found}")`;
      faults.push({ file, line: info.lines, field, problem });
    }
    return [];
  });
  return faults.length > 0 ? { faults } : rows;
}
