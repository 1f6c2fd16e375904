import { type CannotOpen, cannotOpen } from './cannot-open.ts';
import { type DataFolder, diskFull, notWritable } from './data-folder.ts';
import type { Ran } from './run.ts';

/** Puts into plain words why a program of PostgreSQL, or one we start it with, ended. */
export function explainFailure(folder: DataFolder, { code, said }: Ran): CannotOpen {
  if (/No space left on device|Disk quota exceeded|could not extend file/.test(said)) return diskFull(folder.path);
  if (/mv: .*(Directory not empty|File exists)/.test(said)) return notWhole(folder);
  if (/password authentication failed/.test(said)) {
    return cannotOpen(
      'DATA_FOLDER_BROKEN',
      `The passwords in ${folder.secrets} are not those of the database beside it: put back a whole copy of the data folder, or name another.`,
    );
  }
  if (/spawn (flock|unshare|sh) ENOENT/.test(said)) {
    return cannotOpen(
      'POSTGRES_TOOL_MISSING',
      'The programs flock and unshare are not on this machine: install util-linux, or name a PostgreSQL in DATABASE_URL.',
    );
  }
  if (/initdb|postgres/.test(said) && /: not found|cannot execute/.test(said)) {
    return cannotOpen(
      'POSTGRES_PLATFORM_UNSUPPORTED',
      'The embedded PostgreSQL does not run here; it needs a Linux with glibc (not musl, as in Alpine): name a PostgreSQL in DATABASE_URL.',
    );
  }
  if (/Permission denied|Read-only file system|has wrong ownership/.test(said)) return notWritable(folder.path);
  return cannotOpen(
    'POSTGRES_DID_NOT_START',
    `PostgreSQL did not start in ${folder.path}: "${lastWords(said) || `exit code ${code}`}"; the whole story is in ${folder.log}.`,
  );
}

export const notWhole = (folder: DataFolder): CannotOpen =>
  cannotOpen(
    'DATA_FOLDER_BROKEN',
    `${folder.postgres} exists but is not a whole PostgreSQL folder: maybe files were removed or copied only in part; put back a copy of the whole data folder, or name another.`,
  );

/** The last line that names an error, without its time and process id. */
function lastWords(said: string): string | undefined {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.filter((line) => /FATAL|PANIC|ERROR|error/.test(line));
  return (telling.at(-1) ?? lines.at(-1))?.replace(/^.*?(?=FATAL|PANIC|ERROR)/, '').trim();
}
