import type { House } from './house.ts';
import { keepRounds, type Rounds } from './rounds.ts';

const minuteMs = 60_000;

export interface KeepFollowing extends Pick<Rounds, 'say' | 'wait'> {
  readonly house: Pick<House, 'followOpen'>;
}

/**
 * Carries out now and each minute what ought to have followed and did not, since a server died in between: a withdrawn
 * consent is shown in the plan though nobody is left to send it again. Several servers that look at once do nothing twice.
 */
export const keepFollowing = ({ house, say, wait }: KeepFollowing): (() => Promise<void>) =>
  keepRounds({
    round: () => house.followOpen(),
    everyMs: minuteMs,
    trouble: 'What should follow from what was recorded could not be looked through, which is tried again each minute',
    say,
    wait,
  });
