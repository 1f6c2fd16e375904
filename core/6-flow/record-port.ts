import type { Actor, CommandId, Fact, Instant, Recorded, StreamName } from '@muster/terms';

/**
 * The record as the flow needs it. Two adapters hold to it (`record-memory`, `record-sql`), and one
 * suite in `contract/` runs against both.
 */
export interface RecordPort {
  /**
   * Records the facts of one command, all or none: in one stream, and in those written alongside it.
   * An acknowledged append is durable: it survives the end of this process and of the database's.
   */
  append(append: Append): Promise<Appended>;
  /** The events of one stream in order, from `fromPosition` (1 unless told). Empty for a stream nobody has written. */
  read(stream: StreamName, fromPosition?: number): Promise<readonly Recorded[]>;
  /** What a command was answered, if it was ever carried out or refused. */
  answerOf(commandId: CommandId): Promise<CommandAnswer | undefined>;
  /** The parts of a view, of one key or of all, in the order of keys and then of streams. */
  view(view: string, key?: string): Promise<readonly ViewPart[]>;
  /**
   * Reads across all streams in an order in which nothing can appear behind the reader.
   * `after` is the `next` of the page before; undefined starts at the beginning. With `types` only events of these.
   */
  tail(after: Cursor | undefined, limit: number, types?: readonly string[]): Promise<TailPage>;
  /** Where a reader of `tail` stands who has read everything; undefined while nothing is recorded. */
  end(): Promise<Cursor | undefined>;
  close(): Promise<void>;
}

export interface Append {
  readonly stream: StreamName;
  /** The position of the stream's last event as the decider saw it; 0 for a new stream; `any` only where order does not matter. */
  readonly expectedPosition: number | 'any';
  /** What the same step writes in other streams, each named once; where one has moved, nothing is recorded anywhere. */
  readonly alongside?: readonly AppendAlongside[];
  /** Other streams the decision rests on, each with the position read: if any has moved, nothing is recorded. */
  readonly restsOn: readonly { readonly stream: StreamName; readonly position: number }[];
  readonly commandId: CommandId;
  /** The command in canonical form: a second body under the same id is refused. */
  readonly commandBody: string;
  readonly at: Instant;
  readonly by: Actor;
  /** None where only the answer is to be kept. */
  readonly facts: readonly Fact[];
  /** What the stream, with these facts, now contributes to the views: stored together with the facts. */
  readonly views: readonly ViewContribution[];
  /** The exact bytes to answer the command with, now and whenever it is sent again. */
  readonly answer: string;
}

export type AppendAlongside = Pick<Append, 'stream' | 'expectedPosition' | 'facts' | 'views'>;

/**
 * One stream's part of a view. It is made anew from the stream's own events at every append, so it is
 * right whenever the stream is, whatever other streams do at the same time; a reader puts the parts together.
 */
export interface ViewContribution {
  readonly view: string;
  readonly key: string;
  readonly part: unknown;
}

export interface ViewPart {
  readonly key: string;
  readonly stream: StreamName;
  readonly part: unknown;
}

export type Appended =
  /** `lastPosition` is that of the append's own stream. */
  | { readonly outcome: 'recorded'; readonly lastPosition: number }
  /** The same command was answered before: here is that answer again. */
  | { readonly outcome: 'repeated'; readonly answer: string }
  /** Another command was given under this id. */
  | { readonly outcome: 'commandReused' }
  /** The stream, or one the decision rests on, has moved: decide again. */
  | { readonly outcome: 'clashed'; readonly stream: StreamName };

export interface CommandAnswer {
  readonly commandBody: string;
  readonly answer: string;
}

/** Where a reader stands; opaque to all but the adapter that made it. */
export type Cursor = string & { readonly __brand?: 'Cursor' };

export interface TailPage {
  readonly events: readonly (Recorded & { readonly recordedAt: Instant })[];
  readonly next: Cursor | undefined;
}
