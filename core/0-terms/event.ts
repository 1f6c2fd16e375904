import type { Actor } from './actor.ts';
import type { CommandId } from './ids.ts';
import type { Instant } from './period.ts';

/** A fact as a decider states it, before it is recorded. Facts are for ever: a new shape is a new `version`. */
export interface Fact<Type extends string = string, Data = unknown, Version extends number = number> {
  readonly type: Type;
  readonly version: Version;
  readonly data: Data;
}

/** The name of a stream of events, such as `request/req_2025-05-guard`. */
export type StreamName = string & { readonly __brand?: 'StreamName' };

/** A fact in the record: where it stands, who stated it, when, and by which command. */
export interface Recorded<F extends Fact = Fact> {
  readonly stream: StreamName;
  /** 1 for the first event of the stream, then one more each. */
  readonly position: number;
  readonly fact: F;
  /** When it was decided, as the command said. */
  readonly at: Instant;
  readonly by: Actor;
  readonly commandId: CommandId;
}

/** Stops a reader at an event it does not know: skipping one would make every later figure wrong. */
export function unknownEvent(fact: never): never {
  throw new EventUnknown(fact as Fact);
}

/** Thrown where the record holds what this program cannot read. */
export class EventUnknown extends Error {
  readonly code = 'RECORD_EVENT_UNKNOWN';
  constructor({ type, version }: Pick<Fact, 'type' | 'version'>) {
    super(
      `The record holds an event "${type}" version ${version} that this Muster does not know. Maybe it was written by a newer Muster: upgrade, then start again.`,
    );
    this.name = 'EventUnknown';
  }
}
