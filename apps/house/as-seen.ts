import type { Append, RecordPort } from '@muster/flow';
import type { CommandId, StreamName } from '@muster/terms';

/** Hears which streams were read for what is shown, and how far each of them went. */
export type OnRead = (stream: StreamName, position: number) => void;

/** How far a stream went when somebody last looked; undefined for one they did not look at. */
export type SeenPosition = (stream: StreamName) => number | undefined;

/** Thrown instead of deciding on what has changed since the giver of the command looked at it. Nothing was recorded. */
export class SeenMoved extends Error {
  readonly code = 'COMMAND_STALE';
  constructor() {
    super('What the command is about has changed since you looked at it; nothing was recorded.');
    this.name = 'SeenMoved';
  }
}

/**
 * A record in which one command is carried out only on what its giver has seen: the stream it writes, and every other
 * it rests on that they looked at, stands where it stood then. What follows from the command is not held to it.
 * Of several looks one that still holds is enough.
 */
export function asSeen(record: RecordPort, commandId: CommandId, looks: readonly SeenPosition[]): RecordPort {
  return {
    ...record,
    append: async (append) => {
      const holds = append.commandId !== commandId || looks.some((seen) => !hasMoved(append, seen));
      // The same command sent twice at once: the one that came second finds that all has moved, by the first.
      if (holds || (await record.answerOf(commandId))) return record.append(append);
      throw new SeenMoved();
    },
  };
}

function hasMoved({ stream, expectedPosition, alongside = [], restsOn }: Append, seen: SeenPosition): boolean {
  if (expectedPosition !== 'any' && expectedPosition !== (seen(stream) ?? 0)) return true;
  const others = [...restsOn, ...alongside.map((a) => ({ stream: a.stream, position: a.expectedPosition }))];
  return others.some((other) => (seen(other.stream) ?? other.position) !== other.position);
}
