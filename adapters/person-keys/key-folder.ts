import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Whose, whoseSchema } from '@muster/deployment';
import { type KeyStore, keyBytes } from './key-store.ts';

const keyEnd = '.key';
const markEnd = '.erasing';

/**
 * Keys in a folder, a file each, readable by its owner only: `<lender>/<person>.key`. A key is destroyed by writing over
 * it before its name is taken away. Copies that a file system, a disk or a backup keeps by itself are beyond our reach:
 * docs/guides/erase-a-person.md says what to do about them.
 */
export async function openKeyFolder(folder: string): Promise<KeyStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = ({ lenderId, personId }: Whose, end: string) => join(folder, lenderId, `${personId}${end}`);
  return {
    get: async (whose) => {
      const key = await readFile(file(whose, keyEnd)).catch(ifMissing(undefined));
      return key?.length === keyBytes ? key : undefined;
    },
    put: (whose, key) => create(file(whose, keyEnd), key),
    destroy: (whose) => destroy(file(whose, keyEnd)),
    mark: (whose) => create(file(whose, markEnd), new Uint8Array()),
    unmark: (whose) => destroy(file(whose, markEnd)),
    marked: async () => {
      const lenders = await readdir(folder);
      const found = await Promise.all(
        lenders.map(async (lenderId) => {
          const names = await readdir(join(folder, lenderId)).catch(ifMissing([]));
          return names
            .filter((n) => n.endsWith(markEnd))
            .map((n) => ({ lenderId, personId: n.slice(0, -markEnd.length) }));
        }),
      );
      return found.flat().flatMap((whose) => whoseSchema.safeParse(whose).data ?? []);
    },
  };
}

/** Writes a file whole, or not at all, unless there is one by that name; it survives a power cut. */
async function create(path: string, content: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    // link, unlike rename, fails where the name is taken: of two that make a key at once, one wins and both use its.
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  await sync(folder);
  await sync(dirname(folder));
}

async function destroy(path: string): Promise<void> {
  const size = await stat(path).then((s) => s.size, ifMissing(undefined));
  if (size === undefined) return;
  const file = await open(path, 'r+');
  try {
    await file.write(randomBytes(Math.max(size, keyBytes)), 0, undefined, 0);
    await file.sync();
  } finally {
    await file.close();
  }
  await rm(path, { force: true });
  await sync(dirname(path));
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const ifMissing =
  <T>(instead: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return instead;
    throw error;
  };
