import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const notOurs = new Set(['node_modules', 'dist', 'data', 'coverage', '.git', '.stamp']);

/** Every file of the repository, by its path from the root; not what is installed, built or stored on this machine. */
export const files: readonly string[] = filesIn('').sort();

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !notOurs.has(entry.name))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
    });
}

export const filesUnder = (...folders: readonly string[]): string[] =>
  files.filter((file) => folders.some((folder) => file.startsWith(`${folder}/`)));

export const foldersIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !notOurs.has(entry.name))
    .map((entry) => entry.name);

export const exists = (path: string): boolean => existsSync(join(root, path));
export const read = (file: string): string => readFileSync(join(root, file), 'utf8');

export const isCode = (file: string): boolean => /\.(tsx?|mjs|cjs|sql|css|cedar)$/.test(file) && !isMade(file);
export const isTest = (file: string): boolean => /\.test\.tsx?$|(^|\/)testing(\.ts$|\/)/.test(file);
/** Made by a program of ours, so not ours to name or to shorten. */
export const isMade = (file: string): boolean => file.startsWith('api/generated/') || file === 'api/openapi.json';

/** The same text with comments, or strings too, blanked out; each line stays where it was. */
export function codeOf(text: string, { strings }: { strings: boolean } = { strings: true }): string {
  const blank = (found: string) => found.replace(/[^\n]/g, ' ');
  return text.replace(
    /\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g,
    (found) => (found.startsWith('/') || !strings ? blank(found) : found),
  );
}

/** Where a pattern is found, each as `file:line: what was found`. */
export function findIn(file: string, text: string, pattern: RegExp): string[] {
  return text.split('\n').flatMap((line, at) => {
    const found = pattern.exec(line);
    return found ? [`${file}:${at + 1}: ${found[0].trim()}`] : [];
  });
}
