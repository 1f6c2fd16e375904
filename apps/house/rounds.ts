import { setTimeout as pause } from 'node:timers/promises';

const minuteMs = 60_000;

export interface Rounds {
  readonly round: () => Promise<unknown>;
  readonly everyMs: number;
  /** How long to wait after trouble; a minute unless told. */
  readonly againMs?: number;
  /** What could not be done, as the beginning of a sentence that ends with why. */
  readonly trouble: string;
  /** Told of trouble once, until it has passed or become another. */
  readonly say: (words: string) => void;
  /** Waits so many milliseconds, or until the signal says stop; a test gives its own. */
  readonly wait?: ((milliseconds: number, stop: AbortSignal) => Promise<unknown>) | undefined;
}

/** Makes a round now and then again and again. Trouble is tried again. Gives what stops it, which waits for the round it is in. */
export function keepRounds(rounds: Rounds): () => Promise<void> {
  const { round, everyMs, againMs = minuteMs, trouble: words, say, wait = quietly } = rounds;
  const stop = new AbortController();
  const run = async (): Promise<void> => {
    let said: string | undefined;
    while (!stop.signal.aborted) {
      const trouble = await round().then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      if (trouble !== undefined && trouble !== said && !stop.signal.aborted) say(`${words}: ${trouble}`);
      said = trouble;
      await wait(trouble === undefined ? everyMs : againMs, stop.signal);
    }
  };
  const running = run();
  return async () => {
    stop.abort();
    await running;
  };
}

/** Holds no process open, and takes a stop for an end of waiting. */
const quietly = (milliseconds: number, signal: AbortSignal): Promise<unknown> =>
  pause(milliseconds, undefined, { signal, ref: false }).catch(() => {});
