import type { DataFolder } from './data-folder.ts';
import type { Prefix } from './nobody.ts';

/** The exit code of a command that `underLock` did not start, as another process holds the lock. */
export const lockHeld = 75;

/**
 * The command that runs a shell script in the data folder while holding its lock.
 *
 * The lock is the kernel's (flock), on a file that the script and all it starts keep open: PostgreSQL holds it
 * itself, to its last process, whatever becomes of us, and a kernel lock is never stale. It also holds between
 * containers that share the folder, where PostgreSQL's own check, a process id in a file, sees nobody.
 */
export const underLock = (
  folder: DataFolder,
  nobody: Prefix,
  whenHeld: 'wait' | 'giveUp',
  script: string,
  args: readonly string[],
): string[] => [
  'flock',
  ...(whenHeld === 'giveUp' ? ['--nonblock', '--conflict-exit-code', String(lockHeld)] : []),
  // Without a process in between, the child we start is PostgreSQL itself.
  '--no-fork',
  folder.lock,
  ...nobody,
  'sh',
  '-c',
  script,
  'sh',
  ...args,
];
