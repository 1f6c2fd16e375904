import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The text of every file of a law pack, by its path inside the pack, such as `emac/rule.cedar`. */
export type PackFiles = ReadonlyMap<string, string>;

const packFile = /\.(yaml|md|cedar|cedarschema|json)$/;

/** Reads a law pack from disk: the one place where this adapter touches it. Undefined where there is no such folder. */
export function readPackFolder(folder: string): PackFiles | undefined {
  try {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && packFile.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    return new Map(files.map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file, 'utf8')]));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
