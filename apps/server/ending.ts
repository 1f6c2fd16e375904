import { setTimeout as pause } from 'node:timers/promises';

/**
 * Ends a program once, however often it is asked to: closes what was opened, the last first, and exits. What must
 * be closed is named as soon as it begins to open, so that a stop while opening leaves nothing running either.
 */
export function ending() {
  const closes: (() => Promise<unknown>)[] = [];
  let ended = false;
  return {
    onEnd: (close: () => Promise<unknown>): void => void closes.unshift(close),
    hasBegun: () => ended,
    async end(exitCode: number, words: string): Promise<never> {
      if (!ended) {
        ended = true;
        process.stderr.write(`${words}\n`);
        for (const close of closes) await close().catch(() => {});
        process.exit(exitCode);
      }
      for (;;) await pause(60_000);
    },
  };
}
export type Ending = ReturnType<typeof ending>;
