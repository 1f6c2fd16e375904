import { isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { PackFault } from './pack-fault.ts';

type Path = readonly PropertyKey[];

/** A value read from YAML that keeps the line each part of it stood on. */
export interface YamlValue<T> {
  readonly value: T;
  readonly lineOf: (path: Path) => number | undefined;
}

/**
 * Reads YAML against its schema. Faults are added to `faults` with their lines, and the value is
 * then undefined. `startsAt` is the line of the file on which the text begins.
 */
export function readYaml<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  faults: PackFault[],
  startsAt = 1,
): YamlValue<T> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => lines.linePos(offset).line + startsAt - 1;
  for (const error of document.errors) {
    const [what = error.message] = error.message.split('\n');
    faults.push({ file, line: lineAt(error.pos[0]), problem: `This is not YAML: ${what}` });
  }
  if (document.errors.length > 0) return undefined;

  const lineOf = (path: Path): number | undefined => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return undefined;
  };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { value: parsed.data, lineOf };
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.');
    const line = (issue.code === 'unrecognized_keys' && lineOfKey(issue.path, issue.keys[0])) || lineOf(issue.path);
    faults.push({
      file,
      ...(line !== undefined && { line }),
      problem: field ? `${field}: ${issue.message}.` : `${issue.message}.`,
    });
  }
  return undefined;

  function lineOfKey(path: Path, key: string | undefined): number | undefined {
    const map = path.length > 0 ? document.getIn(path, true) : document.contents;
    const pair = isMap(map) ? map.items.find((item) => isNode(item.key) && item.key.toJSON() === key) : undefined;
    return isNode(pair?.key) && pair.key.range ? lineAt(pair.key.range[0]) : undefined;
  }
}
