import type { CommandId } from '@muster/terms';
import type { Queryable } from './append-batch.ts';
import { eventIn } from './event-body.ts';
import { RecordFailure } from './record-failure.ts';

/** A command as it is kept, with the events it left, in the order of the log. */
export interface KeptCommand {
  readonly commandId: CommandId;
  readonly body: string;
  readonly answer: string;
  readonly events: readonly KeptEvent[];
}

export interface KeptEvent {
  /** The exact stored text: the leaf. */
  readonly text: string;
  readonly stream: string;
  readonly position: number;
  /** Grows in the order in which decisions were made. */
  readonly seq: number;
  readonly recordedAt: string;
}

type Read = <T>(work: (database: Queryable) => Promise<T>) => Promise<T>;

const pageSize = 1_000;

/**
 * All of a record up to a size of its log, a page at a time: the commands whose events are leaves, in the order of the
 * log, then those that left none, in the order of their ids. What is recorded meanwhile is not among them.
 */
export async function* readWhole(read: Read, size: number): AsyncGenerator<KeptCommand> {
  let open: { readonly commandId: CommandId; readonly events: KeptEvent[] } | undefined;
  for (let from = 0; from < size; from += pageSize) {
    const page = await read((database) => readLeafPage(database, from, Math.min(size, from + pageSize)));
    const closed: NonNullable<typeof open>[] = [];
    for (const { commandId, event } of page) {
      if (open?.commandId !== commandId) {
        if (open) closed.push(open);
        open = { commandId, events: [] };
      }
      open.events.push(event);
    }
    yield* await read((database) => withTexts(database, closed));
  }
  if (open) {
    const last = open;
    yield* await read((database) => withTexts(database, [last]));
  }
  for (let after: string | undefined = ''; after !== undefined; ) {
    const last: string = after;
    const page = await read((database) => readSilentPage(database, last));
    yield* page;
    after = page.length < pageSize ? undefined : page.at(-1)?.commandId;
  }
}

async function readLeafPage(database: Queryable, from: number, before: number) {
  const { rows } = await database.query(
    `select e.body, e.seq::text,
            to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded_at
       from muster.leaves l join muster.events e on e.stream = l.stream and e.position = l.position
      where l.index >= $1 and l.index < $2 order by l.index`,
    [from, before],
  );
  const found = rows as { body: string; seq: string; recorded_at: string }[];
  if (found.length !== before - from) {
    throw new RecordFailure(
      'RECORD_DAMAGED',
      `Of the leaves ${from} to ${before - 1} the database has ${found.length}.`,
    );
  }
  return found.map(({ body, seq, recorded_at }) => {
    const { commandId, stream, position } = eventIn(body);
    return { commandId, event: { text: body, stream, position, seq: Number(seq), recordedAt: recorded_at } };
  });
}

async function withTexts(
  database: Queryable,
  commands: readonly { readonly commandId: CommandId; readonly events: readonly KeptEvent[] }[],
): Promise<KeptCommand[]> {
  const { rows } = await database.query(
    'select command_id, body, answer from muster.commands where command_id = any($1)',
    [commands.map((c) => c.commandId)],
  );
  const texts = new Map((rows as CommandRow[]).map((row) => [row.command_id, row]));
  return commands.map((command) => {
    const text = texts.get(command.commandId);
    if (text) return { ...command, body: text.body, answer: text.answer };
    throw new RecordFailure(
      'RECORD_DAMAGED',
      `The database has lost the command ${command.commandId}, of which it holds events.`,
    );
  });
}

interface CommandRow {
  readonly command_id: CommandId;
  readonly body: string;
  readonly answer: string;
}

/** A command leaves no event where the flow was refused, or nothing followed from it: its answer says so. */
async function readSilentPage(database: Queryable, after: string): Promise<KeptCommand[]> {
  const { rows } = await database.query(
    `select command_id, body, answer from muster.commands
      where command_id > $1 and case answer::json->>'outcome'
              when 'refused' then body::json->'by'->>'role' = 'flow'
              else json_array_length(answer::json->'facts') = 0 end
      order by command_id limit ${pageSize}`,
    [after],
  );
  return (rows as CommandRow[]).map(({ command_id, body, answer }) => ({
    commandId: command_id,
    body,
    answer,
    events: [],
  }));
}
