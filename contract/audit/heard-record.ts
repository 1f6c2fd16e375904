import type { AnsweredCommand } from '@muster/audit';
import type { Append, RecordPort } from '@muster/flow';
import { openMemoryRecord } from '@muster/record-memory';
import { canonicalJson } from '@muster/terms';

/** A record, and every command it has answered, with its events' texts in the order of the log. */
export interface HeardRecord {
  readonly record: RecordPort;
  /** Commands that left events, as a bundle holds them. */
  commands(): AnsweredCommand[];
  /** Those that left none. */
  silent(): AnsweredCommand[];
}

export function heardRecord(inner: RecordPort = openMemoryRecord()): HeardRecord {
  const heard: Append[] = [];
  const heights = new Map<string, number>();
  const textsOf = ({ commandId, at, by, ...append }: Append): string[] =>
    [append, ...(append.alongside ?? [])].flatMap(({ stream, facts }) =>
      facts.map((fact) => {
        const position = (heights.get(stream) ?? 0) + 1;
        heights.set(stream, position);
        return canonicalJson({ stream, position, fact, at, by, commandId });
      }),
    );
  const answered = (): AnsweredCommand[] => {
    heights.clear();
    let leaves = 0;
    return heard.map((append) => {
      const { commandId, commandBody: body, answer } = append;
      const events = textsOf(append);
      const firstLeaf = leaves;
      leaves += events.length;
      return { commandId, body, answer, events, firstLeaf };
    });
  };
  return {
    record: {
      ...inner,
      append: async (append) => {
        const appended = await inner.append(append);
        if (appended.outcome === 'recorded') heard.push(append);
        return appended;
      },
    },
    commands: () => answered().filter((c) => c.events.length > 0),
    silent: () => answered().filter((c) => c.events.length === 0),
  };
}
