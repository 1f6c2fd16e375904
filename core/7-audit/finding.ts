import type { CommandId, Refusal, StreamName } from '@muster/terms';

/** What does not hold in a record when everything in it is decided again. */
export const findingKinds = [
  /** The rules refuse the command that left this event. */
  'refused',
  /** The record says that the command was refused, and the rules allow it. */
  'allowed',
  /** The event is another than the rules give. */
  'differs',
  /** The rules give no such event. */
  'surplus',
  /** The rules give an event more than the record holds. */
  'lacking',
  /** The answer kept is another than the rules give. */
  'answer',
  /** The command is not there, or cannot be read. */
  'commandLost',
  /** The command was answered before: it stands twice. */
  'commandTwice',
  /** Only what follows from an event may be given by the flow, and this follows from none. */
  'followsNothing',
  /** The text of an event cannot be read, so nothing can be decided on it. */
  'unreadable',
  /** The law that this very program is said to have taken into use cannot be read by it. */
  'lawUnknown',
  /** Deciding it again stopped with an error. */
  'stopped',
] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** The event's number in the log, from 0; absent where it is about a command without events. */
  readonly leaf?: number;
  readonly stream?: StreamName;
  readonly position?: number;
  readonly type?: string;
  readonly commandId?: CommandId;
  /** One plain sentence that says what the record holds and what would be right. */
  readonly words: string;
  /** Why the rules refuse it, with the policies and citations that decide. */
  readonly refusal?: Refusal;
}

/** Why an event could not be judged by this program. That is no fault of the record, and no proof that it holds. */
export const undecidedKinds = [
  /** No law stood when it was decided, or this program cannot read the one that did. */
  'lawUnknown',
  /** Another version of Muster decided it, and this one would not, or does not know such an event. */
  'otherProgram',
] as const;
export type UndecidedKind = (typeof undecidedKinds)[number];

/** A command that was not decided again, or not by the rules of its time. */
export interface Undecided extends Omit<Finding, 'kind'> {
  readonly kind: UndecidedKind;
  /** How many events of its own that leaves unjudged. */
  readonly events: number;
}

/** What is worth knowing and no fault. */
export interface Note {
  /** `awaited`: what should follow was not carried out yet. `otherWords`: refused then as now, in other words. */
  readonly kind: 'awaited' | 'otherWords';
  readonly commandId: CommandId;
  readonly words: string;
}
