import { constants } from 'node:fs';
import { access, mkdir, open, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type CannotOpen, cannotOpen } from './cannot-open.ts';
import { failureCode } from './failure-code.ts';

/** Where everything lies in a data folder. */
export interface DataFolder {
  readonly path: string;
  /** PostgreSQL's own folder (PGDATA). */
  readonly postgres: string;
  /** Held by every PostgreSQL process of this folder for as long as it lives, by the kernel (flock). */
  readonly lock: string;
  readonly owner: string;
  readonly secrets: string;
  readonly log: string;
}

/** Makes the folder, readable by its owner only, unless it is there; tells why if it cannot be used. */
export async function openDataFolder(path: string): Promise<DataFolder | CannotOpen> {
  try {
    await mkdir(resolve(path), { recursive: true, mode: 0o700 });
    const real = await realpath(path);
    await access(real, constants.R_OK | constants.W_OK | constants.X_OK);
    return {
      path: real,
      postgres: join(real, 'postgres'),
      lock: join(real, 'postgres.lock'),
      owner: join(real, 'owner.json'),
      secrets: join(real, 'secrets.json'),
      log: join(real, 'postgres.log'),
    };
  } catch (error) {
    return folderTrouble(resolve(path), error);
  }
}

/** The words for a file operation in the data folder that failed; what is no trouble of the folder is thrown on. */
export function folderTrouble(path: string, error: unknown): CannotOpen {
  switch (failureCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(path);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return notWritable(path);
    case 'EEXIST':
    case 'ENOTDIR':
      return cannotOpen(
        'DATA_FOLDER_NOT_WRITABLE',
        `The data folder ${path} is not a folder but a file: name another.`,
      );
    default:
      throw error;
  }
}

export const diskFull = (path: string): CannotOpen =>
  cannotOpen('DISK_FULL', `The disk that holds the data folder ${path} is full: free some space, then start again.`);

export const notWritable = (path: string): CannotOpen =>
  cannotOpen(
    'DATA_FOLDER_NOT_WRITABLE',
    `This account may not write to the data folder ${path}: name another folder, or start as the account that made it.`,
  );

/** Makes a new name in a folder survive a power cut, which a file's own fsync does not do. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
