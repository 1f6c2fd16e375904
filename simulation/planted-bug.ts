import type { LawPort } from '@muster/decision';
import { type Append, type CommandName, catalogue, type RecordPort } from '@muster/flow';
import type { LogStore } from '@muster/log';
import type { MemoryRecord } from '@muster/record-memory';
import { type Command, type Fact, isRefusal, type RefusalCode } from '@muster/terms';
import type { Truth } from './truths/lie.ts';

/**
 * A fault put into a life on purpose, to see that the truths find it. It is put around what the product is made of, never
 * into it: no code of the product knows that there are such.
 */
export interface PlantedBug {
  readonly name: string;
  /** What is wrong, in one sentence. */
  readonly wrong: string;
  /** The truths by which it may be found. */
  readonly breaks: readonly Truth[];
  /** What its story takes for granted, and is not looked at. */
  readonly excused?: readonly Truth[];
  /** What a server sees instead of the record. */
  readonly seen?: (record: RecordPort) => RecordPort;
  /** What the database keeps instead of the record. */
  readonly kept?: (record: MemoryRecord) => MemoryRecord;
  /** What a server sees instead of the log. */
  readonly seenLog?: (log: LogStore) => LogStore;
  /** Nothing outside the database remembers what was signed. */
  readonly unguarded?: boolean;
  /** What the database still has of what was appended, when it is back after a death. */
  readonly reopened?: (appends: readonly Append[]) => readonly Append[];
  /** The law that is asked instead of the right one. */
  readonly law?: LawPort;
  /** Refusals that a decider forgets: it states the fact that it ought to have refused. */
  readonly forgets?: readonly Forgotten[];
}

export interface Forgotten {
  readonly act: CommandName;
  readonly code: RefusalCode;
  readonly states: (command: Command, state: unknown) => Fact;
}

interface LooseAct {
  decide(state: unknown, command: Command, tools: unknown): unknown;
}

/** Plants what deciders forget, in this process, until it is undone: one life at a time. */
export function planted(bug: PlantedBug | undefined): () => void {
  const undo = (bug?.forgets ?? []).map(({ act: name, code, states }) => {
    const act = catalogue[name] as unknown as LooseAct;
    const { decide } = act;
    act.decide = (state, command, tools) => {
      const decision = decide.call(act, state, command, tools);
      return isRefusal(decision) && decision.code === code ? [states(command, state)] : decision;
    };
    return () => {
      act.decide = decide;
    };
  });
  return () => {
    for (const one of undo) one();
  };
}
