import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { DataFolder } from './data-folder.ts';

/**
 * Who runs the PostgreSQL of a data folder, and where it listens. Put in place under the folder's lock just before
 * PostgreSQL starts, so that while the lock is held it speaks of the holder.
 */
export interface Owner {
  readonly pid: number;
  /** When that process started, in the kernel's ticks since boot: a later process may have the same pid, not this too. */
  readonly startTicks: string;
  /** The kernel's id of this boot, as ticks begin anew. */
  readonly bootId: string;
  readonly port: number;
}

export const ourselves = (port: number): Owner => ({
  pid: process.pid,
  startTicks: startTicks(process.pid) ?? '',
  bootId: bootId(),
  port,
});

export const isAlive = (owner: Owner): boolean =>
  owner.bootId === bootId() && owner.startTicks === startTicks(owner.pid);

/** Writes the owner file's next content beside it and gives its name; the holder of the lock moves it into place. */
export async function draftOwner(folder: DataFolder, owner: Owner): Promise<string> {
  const draft = `${folder.owner}.${owner.pid}`;
  await writeFile(draft, JSON.stringify(owner), { mode: 0o600 });
  return draft;
}

/** The owner file's content; undefined when there is none, or none that can be read. */
export async function readOwner(folder: DataFolder): Promise<Owner | undefined> {
  try {
    const { pid, startTicks, bootId, port } = JSON.parse(await readFile(folder.owner, 'utf8')) as Partial<Owner>;
    if (typeof pid !== 'number' || typeof port !== 'number') return undefined;
    if (typeof startTicks !== 'string' || typeof bootId !== 'string') return undefined;
    return { pid, startTicks, bootId, port };
  } catch {
    return undefined;
  }
}

const bootId = () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();

/** Field 22 of /proc/<pid>/stat; the fields are counted after the program's name, which may hold spaces and brackets. */
function startTicks(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; only its parent has not yet looked.
    return state === 'Z' ? undefined : fields[18];
  } catch {
    return undefined;
  }
}
