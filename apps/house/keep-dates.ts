import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '@muster/terms';
import type { House } from './house.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;

export interface KeepDates {
  readonly house: Pick<House, 'keepDates'>;
  readonly now: () => Instant;
  /** Told of trouble once, until it has passed or become another. */
  readonly say: (words: string) => void;
  /** Waits so many milliseconds, or until the signal says stop; a test gives its own. */
  readonly wait?: (milliseconds: number, stop: AbortSignal) => Promise<unknown>;
}

/**
 * Looks through the dates of every request now and each hour: silence lapses, what is due is called to mind. Trouble
 * is tried again after a minute. What it gives has derived ids, so two that look at once do nothing twice. Gives what
 * stops it, which waits for the round it is in.
 */
export function keepDates({ house, now, say, wait = quietly }: KeepDates): () => Promise<void> {
  const stop = new AbortController();
  const rounds = async (): Promise<void> => {
    let said: string | undefined;
    while (!stop.signal.aborted) {
      const trouble = await house.keepDates(now()).then(
        () => undefined,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      if (trouble !== undefined && trouble !== said && !stop.signal.aborted) {
        say(
          `Consents could not be looked through for silence and reminders, which is tried again each minute: ${trouble}`,
        );
      }
      said = trouble;
      await wait(trouble === undefined ? hourMs : minuteMs, stop.signal);
    }
  };
  const running = rounds();
  return async () => {
    stop.abort();
    await running;
  };
}

/** Holds no process open, and takes a stop for an end of waiting. */
const quietly = (milliseconds: number, signal: AbortSignal): Promise<unknown> =>
  pause(milliseconds, undefined, { signal, ref: false }).catch(() => {});
