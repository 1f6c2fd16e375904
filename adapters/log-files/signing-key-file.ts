import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readSigningKey, type SigningKey, signingKey, signingKeyText } from '@muster/log';
import { createDurably, syncFolderOf } from './durable-file.ts';

/** The key that signs a log, as the file `log-key` of the data folder: for its owner's eyes alone. */
export type SigningKeyFile =
  | { readonly outcome: 'opened'; readonly key: SigningKey }
  /** There is none. */
  | { readonly outcome: 'missing' }
  | ({ readonly outcome: 'refused' } & SigningKeyTrouble);

export interface SigningKeyTrouble {
  readonly code: 'LOG_KEY_EXPOSED' | 'LOG_KEY_DAMAGED';
  /** What is, and what to do: never with the key in it. */
  readonly why: string;
}

/** Opens the key. One that others than its owner may read is refused: nobody can say any more who signs with it. */
export const openSigningKey = (folder: string): Promise<SigningKeyFile> => openKey(keyIn(folder));

/** Makes the first key of a log that is called `origin`. Where another process was first, its key is opened. */
export async function makeSigningKey(folder: string, origin: string): Promise<SigningKeyFile> {
  await createDurably(keyIn(folder), `${signingKeyText(newKey(origin))}\n`);
  return openSigningKey(folder);
}

/**
 * Puts the key that a log shall be handed to beside the one that signs, before the log knows of it: where the handing over
 * breaks off, the key is not lost. One that lies there from a handing over that never came to be is taken up again.
 */
export async function writeNextKey(folder: string, origin: string): Promise<SigningKeyFile> {
  const before = await openKey(nextIn(folder));
  if (before.outcome === 'opened' && before.key.name === origin) return before;
  await rm(nextIn(folder), { force: true });
  await createDurably(nextIn(folder), `${signingKeyText(newKey(origin))}\n`);
  return openKey(nextIn(folder));
}

/**
 * Lets the next key take the place of the one that signed, once the log was handed over to it: `isTheLogs` says whether
 * it was. The old key is gone with that; what it signed stays proved by its public half.
 */
export async function takeNextKey(folder: string, isTheLogs: (key: SigningKey) => boolean): Promise<SigningKeyFile> {
  const next = await openKey(nextIn(folder));
  if (next.outcome !== 'opened' || !isTheLogs(next.key)) return openSigningKey(folder);
  await rename(nextIn(folder), keyIn(folder));
  await syncFolderOf(keyIn(folder));
  return next;
}

const keyIn = (folder: string) => join(folder, 'log-key');
const nextIn = (folder: string) => join(folder, 'log-key.next');
const newKey = (origin: string) => signingKey(origin, 'ed25519', new Uint8Array(randomBytes(32)));

async function openKey(path: string): Promise<SigningKeyFile> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!file) return { outcome: 'missing' };
  try {
    const { mode } = await file.stat();
    if (mode & 0o077) {
      const why = `The key that signs the log, ${path}, can be read or changed by other accounts: run "chmod 600 ${path}". Maybe somebody has read it: then also run "muster log rotate".`;
      return { outcome: 'refused', code: 'LOG_KEY_EXPOSED', why };
    }
    const read = readSigningKey((await file.readFile('utf8')).trim());
    if (read.outcome === 'read') return { outcome: 'opened', key: read.value };
    const why = `The key that signs the log, ${path}, cannot be read: ${read.why} Put the file back from a copy.`;
    return { outcome: 'refused', code: 'LOG_KEY_DAMAGED', why };
  } finally {
    await file.close();
  }
}
