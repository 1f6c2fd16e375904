import { z } from 'zod';
import type { PackFault } from '../pack/pack-fault.ts';
import type { PackFiles } from '../pack/pack-folder.ts';
import { readYaml } from '../pack/read-yaml.ts';

/** The rows of one file of terms, by id, in the order of the file. */
export interface Table<Id extends string, Row> {
  readonly file: string;
  readonly rows: ReadonlyMap<Id, Row>;
  /** False when the file has faults: whatever it fails to list is then no fault of others. */
  readonly sound: boolean;
  readonly lineOf: (id: string) => { readonly line?: number };
}

/** Reads one list out of one file of terms. A file or list that is missing is an empty table. */
export function readTable<Id extends string, Row>(
  files: PackFiles,
  file: string,
  list: string,
  row: z.ZodType<Row>,
  idOf: (row: Row) => Id,
  faults: PackFault[],
): Table<Id, Row> {
  const lines = new Map<string, number>();
  const rows = new Map<Id, Row>();
  const lineOf = (id: string) => lineAt(lines.get(id));
  const text = files.get(file);
  if (text === undefined) return { file, rows, sound: true, lineOf };

  const read = readYaml(file, text, z.looseObject({ [list]: z.array(row).default([]) }), faults);
  for (const [index, one] of ((read?.value[list] ?? []) as Row[]).entries()) {
    const id = idOf(one);
    const line = read?.lineOf([list, index]);
    if (rows.has(id)) faults.push({ file, ...lineAt(line), problem: `"${id}" is listed twice.` });
    rows.set(id, one);
    if (line !== undefined) lines.set(id, line);
  }
  return { file, rows, sound: read !== undefined, lineOf };
}

const lineAt = (line: number | undefined): { readonly line?: number } => (line === undefined ? {} : { line });
