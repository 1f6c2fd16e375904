import { setTimeout as pause } from 'node:timers/promises';

/**
 * Ends a program once, however often it is asked to: closes what was opened, the last first, and exits. What must
 * be closed is named as soon as it begins to open, so that a stop while opening leaves nothing running either.
 */
export function ending() {
  const closes: (() => Promise<unknown>)[] = [];
  let ended = false;
  const stop = new AbortController();
  return {
    /** Aborted as soon as the end begins. */
    stopping: stop.signal,
    onEnd: (close: () => Promise<unknown>): void => void closes.unshift(close),
    hasBegun: () => ended,
    /** Goes on with what was waited for, unless the program ends meanwhile: then nothing more begins. */
    async unlessEnding<T>(waited: Promise<T>): Promise<T> {
      const value = await waited;
      return ended ? forever() : value;
    },
    async end(exitCode: number, words: string): Promise<never> {
      if (!ended) {
        ended = true;
        stop.abort();
        process.stderr.write(`${words}\n`);
        for (const close of closes) await close().catch(() => {});
        process.exit(exitCode);
      }
      return forever();
    },
  };
}

async function forever(): Promise<never> {
  for (;;) await pause(60_000);
}

export type Ending = ReturnType<typeof ending>;
