import type { RecordPort } from '@muster/flow';

/** Lets everything else that can run do so, so many times. */
export async function letOthersRun(turns: number): Promise<void> {
  for (let i = 0; i < turns; i++) await Promise.resolve();
}

/**
 * The record behind a slow and uneven network: before each call, and after it, others get so many turns
 * as `delays` says, over and over. What races only now and then elsewhere races here all the time.
 */
export function jittered(record: RecordPort, delays: readonly number[]): RecordPort {
  let calls = 0;
  const yieldTurns = () => letOthersRun(delays[calls++ % Math.max(1, delays.length)] ?? 0);
  const slow = async <T>(call: () => Promise<T>): Promise<T> => {
    await yieldTurns();
    const result = await call();
    await yieldTurns();
    return result;
  };
  return {
    append: (append) => slow(() => record.append(append)),
    read: (stream, from) => slow(() => record.read(stream, from)),
    answerOf: (commandId) => slow(() => record.answerOf(commandId)),
    view: (view, key) => slow(() => record.view(view, key)),
    tail: (after, limit, types) => record.tail(after, limit, types),
    end: () => record.end(),
    close: () => record.close(),
  };
}
