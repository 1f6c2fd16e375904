import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckpointGuard } from '@muster/log';
import { replaceDurably } from './durable-file.ts';

/** Keeps the newest checkpoint in the data folder, as the file `log-checkpoint`. It holds nothing secret. */
export function checkpointFile(folder: string): CheckpointGuard {
  const path = join(folder, 'log-checkpoint');
  return {
    where: path,
    newest: () =>
      readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      }),
    keep: (note) => replaceDurably(path, note),
  };
}
