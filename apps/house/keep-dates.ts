import type { Instant } from '@muster/terms';
import type { House } from './house.ts';
import { keepRounds, type Rounds } from './rounds.ts';

const hourMs = 3_600_000;

export interface KeepDates extends Pick<Rounds, 'say' | 'wait'> {
  readonly house: Pick<House, 'keepDates'>;
  readonly now: () => Instant;
}

/**
 * Looks through the dates of every request now and each hour: silence lapses, what is due is called to mind. What it gives
 * has derived ids, so two that look at once do nothing twice.
 */
export const keepDates = ({ house, now, say, wait }: KeepDates): (() => Promise<void>) =>
  keepRounds({
    round: () => house.keepDates(now()),
    everyMs: hourMs,
    trouble: 'Consents could not be looked through for silence and reminders, which is tried again each minute',
    say,
    wait,
  });
