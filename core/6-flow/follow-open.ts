import type { Recorded } from '@muster/terms';
import { carryOut, type Means } from './carry-out.ts';
import type { AnyFact } from './facts.ts';
import { followUps, typesFollowed } from './follow-ups.ts';
import type { Cursor } from './record-port.ts';

const pageSize = 500;

/**
 * Carries out what ought to have followed and did not: the server that recorded the fact died before it came to that, and
 * nobody sent the command again. Ids are derived, so that several servers that look at once do nothing twice. Gives where
 * to go on from next time; a follow-up that clashed to the last is tried again then.
 */
export async function followOpen(
  means: Means,
  after: Cursor | undefined,
): Promise<{ readonly next: Cursor | undefined; readonly followed: number }> {
  let followed = 0;
  for (let from = after; ; ) {
    const { events, next } = await means.record.tail(from, pageSize, typesFollowed);
    let isDone = true;
    for (const event of events) {
      const one = await followEvent(means, event as Recorded<AnyFact>);
      followed += one.followed;
      isDone &&= one.isDone;
    }
    if (!isDone) return { next: from, followed };
    if (events.length < pageSize) return { next, followed };
    from = next;
  }
}

/** Carries out what follows from one event and was not; not done where that clashed to the last. */
export async function followEvent(
  means: Means,
  event: Recorded<AnyFact>,
): Promise<{ readonly isDone: boolean; readonly followed: number }> {
  let [followed, isDone] = [0, true];
  for (const command of followUps(event)) {
    if (await means.record.answerOf(command.commandId)) continue;
    const answer = await carryOut(means, command);
    if (answer.outcome === 'recorded') followed += 1;
    else if (answer.code === 'COMMAND_CLASHED') isDone = false;
  }
  return { isDone, followed };
}
