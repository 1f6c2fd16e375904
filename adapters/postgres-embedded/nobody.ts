import { type CannotOpen, cannotOpen } from './cannot-open.ts';
import { run } from './run.ts';

/** Words to put before a command so that it does not run as root; empty when we are not root. */
export type Prefix = readonly string[];

/**
 * PostgreSQL refuses to run as root. In a user namespace we can be nobody within while the kernel still
 * takes us for root's files outside, so a data folder below a root-only (0700) directory works too, and no
 * account needs to be made.
 */
export async function asNobody(): Promise<Prefix | CannotOpen> {
  if (process.getuid?.() !== 0) return [];
  const prefix = ['unshare', '--user', '--map-user=65534', '--map-group=65534'];
  const tried = await run([...prefix, 'true']);
  if (tried.code === 0) return prefix;
  return cannotOpen(
    'POSTGRES_RUNS_AS_ROOT',
    'PostgreSQL refuses to run as root and this machine allows no user namespaces: start Muster as an ordinary account, or name a PostgreSQL in DATABASE_URL.',
  );
}
