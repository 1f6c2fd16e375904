import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { type CannotOpen, cannotOpen } from './cannot-open.ts';
import { type DataFolder, syncFolder } from './data-folder.ts';
import { failureCode } from './failure-code.ts';

/** The passwords of the embedded database's accounts. Whoever can read the data folder can use them. */
export interface Secrets {
  /** Makes the other two and the database; never handed out. */
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
}

/** The folder's secrets, made the first time; of two processes that make them at once, one wins and both use its. */
export async function openSecrets(folder: DataFolder): Promise<Secrets | CannotOpen> {
  return (await readSecrets(folder)) ?? makeSecrets(folder);
}

async function readSecrets(folder: DataFolder): Promise<Secrets | CannotOpen | undefined> {
  let text: string;
  try {
    text = await readFile(folder.secrets, 'utf8');
  } catch (error) {
    if (failureCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  const { superuser, owner, app } = parse(text);
  if (superuser && owner && app) return { superuser, owner, app };
  return cannotOpen(
    'DATA_FOLDER_BROKEN',
    `${folder.secrets} does not hold the database's passwords: put back a whole copy of the data folder, or name another.`,
  );
}

async function makeSecrets(folder: DataFolder): Promise<Secrets | CannotOpen> {
  const secrets: Secrets = { superuser: newSecret(), owner: newSecret(), app: newSecret() };
  const draft = `${folder.secrets}.${process.pid}`;
  await rm(draft, { force: true });
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(JSON.stringify(secrets));
    await file.sync();
  } finally {
    await file.close();
  }
  // link, unlike rename, fails if the name is taken: the secrets a cluster was made with are never replaced.
  const winner = await link(draft, folder.secrets).then(
    () => true,
    (error) => {
      if (failureCode(error) === 'EEXIST') return false;
      throw error;
    },
  );
  await rm(draft);
  await syncFolder(folder.path);
  return winner ? secrets : openSecrets(folder);
}

function parse(text: string): Partial<Secrets> {
  try {
    const secrets: unknown = JSON.parse(text);
    return typeof secrets === 'object' && secrets !== null ? secrets : {};
  } catch {
    return {};
  }
}

const newSecret = () => randomBytes(24).toString('base64url');
