import type { z } from 'zod';
import type { Actor, Role } from './actor.ts';
import type { Fact, Recorded, StreamName } from './event.ts';
import type { CommandId } from './ids.ts';
import type { Instant } from './period.ts';
import type { Refusal } from './refusal.ts';

/** What someone asks to be done. The clock (`at`), the ids and the actor come in with it. */
export interface Command<Name extends string = string, Data = unknown> {
  readonly commandId: CommandId;
  readonly name: Name;
  readonly at: Instant;
  readonly by: Actor;
  readonly data: Data;
}

/** The facts that follow from a command, or why it is refused. */
export type Decision<F extends Fact> = readonly F[] | Refusal;

/** Facts for a stream besides the one an act writes. */
export interface Alongside {
  readonly stream: StreamName;
  readonly facts: readonly Fact[];
}

export type ReadStream = (stream: StreamName) => Promise<readonly Recorded[]>;

/**
 * One thing that can be done, declared once: the HTTP route, the OpenAPI entry, the typed client,
 * the CLI and the docs are derived from it.
 *
 * `gather` reads what `decide` must know; every stream it reads is held to the version read until
 * the facts are recorded, so a decision never rests on what has changed meanwhile.
 */
export interface Act<Name extends string, Data, State, F extends Fact, Tools = unknown> {
  readonly name: Name;
  /** One sentence for the reference documentation. */
  readonly doc: string;
  readonly who: readonly Role[];
  readonly data: z.ZodType<Data>;
  readonly writes: (data: Data) => StreamName;
  readonly gather: (read: ReadStream, data: Data, tools: Tools) => Promise<State>;
  readonly decide: (state: State, command: Command<Name, Data>, tools: Tools) => Decision<F>;
  /** What its facts write in other streams that `gather` has read: in the same step, all or none. */
  readonly alongside?: (state: State, facts: readonly F[], tools: Tools) => readonly Alongside[];
}
