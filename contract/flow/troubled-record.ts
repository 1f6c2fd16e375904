import type { Append, Appended, RecordPort } from '@muster/flow';
import type { Scheduler } from 'fast-check';

/** What this process met instead of an answer. */
export class Died extends Error {}

/** A process that dies at the `call`th call of the record, before the call is done or after it. */
export function dying(record: RecordPort, call: number, after: boolean): RecordPort {
  let calls = 0;
  const dieAt = async <T>(work: () => Promise<T>): Promise<T> => {
    calls += 1;
    if (calls > call || (calls === call && !after)) throw new Died();
    const result = await work();
    if (calls >= call) throw new Died();
    return result;
  };
  return {
    ...record,
    append: (append) => dieAt(() => record.append(append)),
    read: (stream, from) => dieAt(() => record.read(stream, from)),
    answerOf: (commandId) => dieAt(() => record.answerOf(commandId)),
  };
}

/** Every call of the record takes place when fast-check's scheduler says. */
export function scheduled(record: RecordPort, scheduler: Scheduler): RecordPort {
  const turn = async <T>(label: string, work: () => Promise<T>): Promise<T> => {
    await scheduler.schedule(Promise.resolve(), label);
    return work();
  };
  return {
    ...record,
    append: (append) => turn(`append ${append.commandId} to ${append.stream}`, () => record.append(append)),
    read: (stream, from) => turn(`read ${stream}`, () => record.read(stream, from)),
    answerOf: (commandId) => turn(`look for ${commandId}`, () => record.answerOf(commandId)),
  };
}

/** Something happens between what a command reads and what it appends, at its first append only. */
export function meanwhile(record: RecordPort, happens: () => Promise<unknown>): RecordPort {
  let happened = false;
  return {
    ...record,
    append: async (append: Append): Promise<Appended> => {
      if (!happened) {
        happened = true;
        await happens();
      }
      return record.append(append);
    },
  };
}
