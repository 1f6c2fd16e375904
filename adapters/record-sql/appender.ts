import type { Append, Appended } from '@muster/flow';
import { appendBatch, type Queryable } from './append-batch.ts';
import type { DatabaseUrl } from './database-url.ts';
import { codeOf, explainTrouble } from './explain-trouble.ts';
import { groupCommit } from './group-commit.ts';
import { RecordFailure } from './record-failure.ts';
import { mostAwayMs, tryAgain } from './try-again.ts';

/** Gathers appends and records them, batch by batch. */
export function appender(database: Queryable, at: DatabaseUrl) {
  const group = groupCommit<Append, Appended>(loadOf, async (batch) => {
    try {
      const outcomes = await tryAgain(() => appendBatch(database, batch), mostAwayMs.append);
      return outcomes.map((value) => ({ status: 'fulfilled', value }) as const);
    } catch (error) {
      return batch.length > 1 && isOnesOwnFault(error) ? oneByOne(batch) : batch.map(() => failed(error));
    }
  });

  /** One append that cannot be stored must not take down those that happened to be gathered with it. */
  const oneByOne = (batch: readonly Append[]) =>
    Promise.all(
      batch.map((append) =>
        tryAgain(() => appendBatch(database, [append]), mostAwayMs.append).then(
          ([value]) => ({ status: 'fulfilled', value: value as Appended }) as const,
          failed,
        ),
      ),
    );

  const failed = (error: unknown): PromiseRejectedResult => {
    const { code, why } = explainTrouble(error, at);
    return { status: 'rejected', reason: new RecordFailure(code, why, error) };
  };

  return {
    append: async (append: Append): Promise<Appended> => {
      refuseUnstorable(append);
      return group.add(append);
    },
    idle: group.idle,
    waiting: group.waiting,
  };
}

const loadOf = (append: Append) => {
  const { commandId, commandBody, answer, facts, alongside = [] } = append;
  const events = alongside.reduce((n, other) => n + other.facts.length, facts.length);
  // What is in the facts came with the command, so the facts' text need not be made twice to be weighed.
  return { id: commandId, events, size: 2 * commandBody.length + answer.length + 500 * events };
};

/** 22: data that cannot be stored; 23: a constraint; 54: over a limit. Not the server's state (disk, connections, rights). */
const isOnesOwnFault = (error: unknown): boolean => /^(22|23|54)/.test(codeOf(error));

/**
 * PostgreSQL's text holds every character but NUL, and half a surrogate pair would be stored as another character.
 * The events' own text is JSON, in which both are written as escapes.
 */
function refuseUnstorable({ stream, commandId, commandBody, answer, restsOn, alongside = [] }: Append): void {
  const streams = [...restsOn, ...alongside].map((other) => other.stream);
  for (const text of [stream, commandId, commandBody, answer, ...streams]) {
    if (unstorable.test(text)) {
      throw new RecordFailure(
        'RECORD_CANNOT_HOLD',
        `Command ${commandId} holds a NUL or half a surrogate pair outside JSON: write it as an escape.`,
      );
    }
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what is looked for
const unstorable = /[\u0000\p{Surrogate}]/u;
