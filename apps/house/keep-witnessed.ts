import type { HouseWitnesses } from './house-witnesses.ts';
import { keepRounds, type Rounds } from './rounds.ts';

/** A witness is asked at most this often, however many checkpoints there are. */
const everyMs = 5_000;

export interface KeepWitnessed extends Pick<Rounds, 'say' | 'wait'> {
  readonly witnesses: Pick<HouseWitnesses, 'ask'>;
}

/**
 * Has each new checkpoint cosigned, as long as the server runs; a witness in trouble is asked again after ever longer.
 * Gives what stops it, which waits for the round it is in.
 */
export const keepWitnessed = ({ witnesses, say, wait }: KeepWitnessed): (() => Promise<void>) =>
  keepRounds({
    round: () => witnesses.ask(),
    everyMs,
    againMs: everyMs,
    trouble: 'Not every witness has cosigned the newest checkpoint',
    say,
    wait,
  });
