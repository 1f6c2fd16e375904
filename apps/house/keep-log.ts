import type { HouseLog } from './house-log.ts';
import { keepRounds, type Rounds } from './rounds.ts';

/** Under one second behind: this, the time of a step, and what a commit under way holds back. */
const everyMs = 300;
const againMs = 10_000;

export interface KeepLog extends Pick<Rounds, 'say' | 'wait'> {
  readonly log: Pick<HouseLog, 'keep'>;
}

/**
 * Brings what is committed into the log's tree, a few times a second, as long as the server runs. Every server does; who
 * is first takes the step. Gives what stops it, which waits for the step it is in.
 */
export const keepLog = ({ log, say, wait }: KeepLog): (() => Promise<void>) =>
  keepRounds({
    round: async () => {
      const step = await log.keep();
      if (step.outcome === 'refused') throw new Error(step.why);
    },
    everyMs,
    againMs,
    trouble: 'The log of the record is not signed, which is tried again every ten seconds',
    say,
    wait,
  });
