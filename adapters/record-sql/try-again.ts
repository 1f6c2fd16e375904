import { setTimeout as pause } from 'node:timers/promises';
import { codeOf, isUnreachable } from './explain-trouble.ts';

/** How long a database may be away (restarting, or handing over to its standby) before an append fails, or a read. */
export const mostAwayMs = { append: 30_000, read: 10_000 };
const mostDeadlocks = 10;

/**
 * Does `work` again while the database is away or has broken off one of two that waited for each other.
 * For work that may safely be done twice: a lost connection does not say whether the work was done.
 */
export async function tryAgain<T>(work: () => Promise<T>, awayMs: number): Promise<T> {
  const until = performance.now() + awayMs;
  let deadlocks = 0;
  for (let waitMs = 20; ; waitMs = Math.min(waitMs * 2, 1_000)) {
    try {
      return await work();
    } catch (error) {
      const again = isBrokenOff(error)
        ? ++deadlocks <= mostDeadlocks
        : isUnreachable(error) && performance.now() < until;
      if (!again) throw error;
      await pause(waitMs * (0.5 + Math.random()));
    }
  }
}

/** 40P01: deadlock; 40001: serialization. PostgreSQL undid the work and expects it again. */
const isBrokenOff = (error: unknown): boolean => ['40P01', '40001'].includes(codeOf(error));
