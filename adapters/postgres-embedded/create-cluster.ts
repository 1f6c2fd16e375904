import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { type CannotOpen, cannotOpen } from './cannot-open.ts';
import { type DataFolder, syncFolder } from './data-folder.ts';
import { explainFailure, notWhole } from './explain-failure.ts';
import type { Prefix } from './nobody.ts';
import { run } from './run.ts';
import type { Secrets } from './secrets.ts';
import { serverEnvironment } from './server-environment.ts';
import { underLock } from './under-lock.ts';

export const superuser = 'muster_superuser';

/** The major version of the PostgreSQL in the package. */
const major = '18';

/**
 * Makes PostgreSQL's folder unless it is there. It is made beside its place and then renamed into it, so that
 * whatever stops us half-way leaves nothing half-made: the next start throws the draft away and begins again.
 */
export async function createCluster(
  folder: DataFolder,
  binaries: Binaries,
  nobody: Prefix,
  secrets: Secrets,
  onProgress: (words: string) => void,
): Promise<CannotOpen | undefined> {
  if ((await madeBy(folder)) === undefined) {
    onProgress('Making the database; this happens once and takes a few seconds.');
    const initdb = [
      binaries.initdb,
      '--pgdata=postgres.draft',
      `--username=${superuser}`,
      '--auth=scram-sha-256',
      '--pwfile=/dev/stdin',
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
    ];
    const made = await run(underLock(folder, nobody, 'wait', makeAndRename, initdb), {
      cwd: folder.path,
      input: secrets.superuser,
      env: serverEnvironment(),
    });
    if (made.code !== 0) return explainFailure(folder, made);
    await syncFolder(folder.path);
  }
  const version = await madeBy(folder);
  if (version === major) return undefined;
  if (version === undefined) return notWhole(folder);
  return cannotOpen(
    'DATA_FOLDER_OTHER_VERSION',
    `The data folder ${folder.path} was made by PostgreSQL ${version} and this Muster brings ${major}: export the record with the Muster that made it, and import it into a new folder.`,
  );
}

/**
 * Another process may have made it while we waited for the lock. The password comes through a pipe of the shell's,
 * as initdb opens its input by name and Node's is a socket, which has none.
 */
const makeAndRename = `
[ -e postgres/PG_VERSION ] && exit 0
rm -rf postgres.draft && cat | "$@" && mv -T postgres.draft postgres
`;

async function madeBy(folder: DataFolder): Promise<string | undefined> {
  try {
    await readFile(join(folder.postgres, 'global', 'pg_control'));
    return (await readFile(join(folder.postgres, 'PG_VERSION'), 'utf8')).trim();
  } catch {
    return undefined;
  }
}
