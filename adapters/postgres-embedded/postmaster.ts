import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from './data-folder.ts';

/** The first process of a running PostgreSQL, as it describes itself in postmaster.pid. */
export interface Postmaster {
  readonly pid: number;
  /** Whether it takes connections yet. */
  readonly ready: boolean;
}

/** The live postmaster of this folder; undefined when there is none, or only a file that a dead one left. */
export function findPostmaster(folder: DataFolder): Postmaster | undefined {
  try {
    const lines = readFileSync(join(folder.postgres, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    // PostgreSQL works in its own folder, and no other process with a reused id does.
    if (!(pid > 1) || readlinkSync(`/proc/${pid}/cwd`) !== folder.postgres) return undefined;
    return { pid, ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}
