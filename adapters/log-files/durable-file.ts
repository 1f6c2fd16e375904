import { constants } from 'node:fs';
import { type FileHandle, link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Puts a file in place whole, over the one before it: after a power cut there is the one or the other. */
export async function replaceDurably(path: string, text: string): Promise<void> {
  const draft = await writeDraft(path, text);
  await rename(draft, path);
  await syncFolderOf(path);
}

/** Puts a file in place whole, and never over another: false, and nothing done, where there is one. */
export async function createDurably(path: string, text: string): Promise<boolean> {
  const draft = await writeDraft(path, text);
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
  await syncFolderOf(path);
  return true;
}

export async function syncFolderOf(path: string): Promise<void> {
  await withFile(dirname(path), constants.O_RDONLY | constants.O_DIRECTORY, (folder) => folder.sync());
}

/** The draft's name is this process's own: two that write at once do not write into each other. */
async function writeDraft(path: string, text: string): Promise<string> {
  const draft = `${path}.${process.pid}.${++drafts}`;
  await rm(draft, { force: true });
  try {
    await withFile(draft, 'wx', async (file) => {
      await file.writeFile(text);
      await file.sync();
    });
  } catch (error) {
    // On a full disk each draft left behind would take what little space comes free.
    await rm(draft, { force: true });
    throw error;
  }
  return draft;
}

let drafts = 0;

async function withFile(
  path: string,
  flags: string | number,
  work: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags, 0o600);
  await work(file).finally(() => file.close());
}
