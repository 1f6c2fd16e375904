import type { LawPort } from '@muster/decision/events';
import {
  type Answer,
  type AnyFact,
  type Append,
  asKnown,
  bindCommand,
  type catalogue,
  commandBody,
  decideCommand,
  followUps,
  type GivenCommand,
} from '@muster/flow';
import {
  actorSchema,
  type Command,
  type CommandId,
  EventUnknown,
  isRefusal,
  type Recorded,
  type StreamName,
} from '@muster/terms';
import { z } from 'zod';
import type { AnsweredCommand } from './answered-command.ts';
import { compareEvents, type Leaf, nameOf, placeOf, textsOf } from './compare-events.ts';
import type { Finding, Note, Undecided } from './finding.ts';
import { growingRecord } from './growing-record.ts';
import { LawUnknown, lawInUse, programInUse, type ReadLaw } from './law-in-use.ts';

export interface ReplayTools {
  readonly readLaw: ReadLaw;
  /** The law for what was decided before any law was taken into use, as in records older than that event. */
  readonly lawBefore?: LawPort | undefined;
  /** This program, as `LawTaken` names one. What another decided and this one would not is then left undecided. */
  readonly program?: string | undefined;
}

export interface ReplayReport {
  readonly commands: number;
  readonly events: number;
  readonly findings: readonly Finding[];
  /** What this program cannot judge: neither right nor wrong. */
  readonly undecided: readonly Undecided[];
  readonly notes: readonly Note[];
}

/**
 * Decides everything in a record again, in the order of its log, and holds the outcome against what is recorded, byte
 * for byte. What is recorded is what later decisions are then made on, so that each fault is named once, where it is.
 */
export interface Replay {
  /** The next command of the log with its events. */
  next(command: AnsweredCommand): Promise<void>;
  /** After all others: a command that left no event. */
  silent(command: AnsweredCommand): Promise<void>;
  report(): ReplayReport;
}

/** What should follow from an event, and after how many commands it was recorded. */
interface Expected {
  readonly command: Command;
  readonly after: number;
}

export function openReplay({ readLaw, lawBefore, program: own }: ReplayTools): Replay {
  const record = growingRecord();
  const toolsFor = lawInUse(readLaw, lawBefore);
  const answered = new Set<CommandId>();
  const expected = new Map<CommandId, Expected>();
  const findings: Finding[] = [];
  const undecided: Undecided[] = [];
  const notes: Note[] = [];
  let events = 0;

  /**
   * Files what this program's rules find wrong: undecided where, by the record, another program decided. A law that
   * cannot be read is wrong only where this very program is said to have taken it into use.
   */
  async function say(found: readonly Finding[], ofEvents?: number, read = record.asAfter()): Promise<void> {
    const by = await programInUse(read);
    const here = own === undefined || by === undefined || by === own;
    for (const one of found) {
      const { kind } = one;
      const left = ofEvents ?? (one.leaf === undefined ? 0 : 1);
      if (kind === 'lawUnknown' && (own === undefined || by !== own)) undecided.push({ ...one, kind, events: left });
      else if (here) findings.push(one);
      else {
        const words = `${one.words} But by the record ${by} decided it, and this is ${own}: whether it was right by the rules of that one was not judged.`;
        undecided.push({ ...one, kind: 'otherProgram', words, events: left });
      }
    }
  }

  async function decideAgain(given: GivenCommand, read = record.asAfter()): Promise<Append | Finding> {
    const { commandId, name } = given;
    const bound = bindCommand(given);
    if (isRefusal(bound)) {
      const words = `Command ${commandId} could never have been given: ${bound.why}`;
      return { kind: 'refused', commandId, words, refusal: bound };
    }
    try {
      return await decideCommand(bound, read, await toolsFor(read));
    } catch (error) {
      if (error instanceof LawUnknown) {
        const words = `Command ${commandId} (${name}) was not decided again: ${error.message}.`;
        return { kind: 'lawUnknown', commandId, words };
      }
      const words = `Command ${commandId} (${name}) could not be decided again: ${(error as Error).message}`;
      return { kind: 'stopped', commandId, words };
    }
  }

  /** The events of a command, as far as they can be read; whether all that is left is to set the command aside. */
  async function leavesOf({ commandId, events: texts, firstLeaf }: AnsweredCommand) {
    const leaves: Leaf[] = [];
    const before = undecided.length;
    for (const [i, text] of texts.entries()) {
      const leaf = firstLeaf + i;
      const event = eventIn(text);
      if (typeof event === 'object') {
        leaves.push({ leaf, text, event, known: asKnown(event) });
        continue;
      }
      const words = `Leaf ${leaf} ${event}, so nothing that rests on it can be decided again.`;
      const found: Finding = { kind: 'unreadable', leaf, commandId, words };
      if (event === noEvent) findings.push(found);
      else if (undecided.length === before) await say([found], texts.length);
    }
    return { leaves, aside: undecided.length > before };
  }

  async function examine(command: AnsweredCommand, leaves: readonly Leaf[]): Promise<void> {
    const [first] = leaves;
    if (!first) return;
    const { commandId } = command;
    if (answered.has(commandId)) {
      const words = `${nameOf(first)} is of a command that was answered before: no command is carried out twice.`;
      findings.push({ kind: 'commandTwice', ...placeOf(first), words });
      return;
    }
    answered.add(commandId);
    const given = givenBy(command, first.event);
    if (!given) {
      const words = `${nameOf(first)} has no command that can be read, so nothing says why it is there.`;
      findings.push({ kind: 'commandLost', ...placeOf(first), words });
      return;
    }
    const fault = flowFault(given);
    if (fault) {
      const words = `${nameOf(first)} ${fault}`;
      await say([{ kind: 'followsNothing', ...placeOf(first), words }], leaves.length);
      return;
    }
    const append = await decideAgain(given);
    if ('kind' in append) {
      await say([{ ...placeOf(first), ...append, words: `${nameOf(first)}: ${append.words}` }], leaves.length);
      return;
    }
    const texts = textsOf(append, (await record.asAfter()(append.stream)).length);
    const compared = compareEvents(command, leaves, append, texts);
    await say(compared.findings);
    notes.push(...compared.notes);
  }

  /** Why the flow would not have given this: undefined where it follows from an event, or may be given by others too. */
  function flowFault(given: GivenCommand): string | undefined {
    const { commandId, name, at, by } = given;
    const follows = expected.get(commandId);
    if (follows) {
      expected.delete(commandId);
      const same = commandBody(follows.command) === commandBody(given) && follows.command.at === at;
      return same ? undefined : `is by a command that is another than follows from the event before it.`;
    }
    if (by.role !== 'flow' || !followingOnly.has(name)) return undefined;
    return 'is by a command that only the flow gives, after an event from which it follows, and there is none.';
  }

  async function examineSilent(command: AnsweredCommand): Promise<void> {
    const { commandId, answer } = command;
    const follows = expected.get(commandId);
    const said = outcomeIn(answer);
    if (!said) {
      findings.push({ kind: 'answer', commandId, words: `The answer of command ${commandId} cannot be read.` });
      return;
    }
    if (!follows) {
      const left = said.outcome === 'recorded' ? (said.facts?.length ?? 0) > 0 : !isFlows(command.body);
      if (left) {
        const words = `Command ${commandId} was answered "${said.outcome}", and the events it should have left are lacking.`;
        findings.push({ kind: 'lacking', commandId, words });
      }
      return;
    }
    expected.delete(commandId);
    if (command.body !== commandBody(follows.command)) {
      const words = `Command ${commandId} is another than follows from the event before it.`;
      await say([{ kind: 'followsNothing', commandId, words }], 0, record.asAfter(follows.after));
      return;
    }
    // It was carried out at some time after the event: each state of what it rests on may be the one it was decided on.
    for (let after: number | undefined = follows.after; after !== undefined; ) {
      const seen = new Set<StreamName>();
      const read = record.asAfter(after);
      const append = await decideAgain(follows.command, (stream) => {
        seen.add(stream);
        return read(stream);
      });
      if ('kind' in append) {
        await say([append], 0, read);
        return;
      }
      const byRules = JSON.parse(append.answer) as Answer & { readonly code?: string };
      if (byRules.outcome === said.outcome && byRules.code === said.code && append.facts.length === 0) return;
      after = record.nextChange(seen, after);
    }
    const words = `Command ${commandId} (${follows.command.name}) was answered "${said.code ?? said.outcome}" and left no event; the rules answer it otherwise.`;
    await say([{ kind: 'answer', commandId, words }], 0, record.asAfter(follows.after));
  }

  return {
    async next(command) {
      const { leaves, aside } = await leavesOf(command);
      if (aside) {
        answered.add(command.commandId);
        expected.delete(command.commandId);
      } else await examine(command, leaves);
      record.grow(leaves.map((leaf) => leaf.event));
      events += leaves.length;
      for (const { known } of leaves) {
        for (const next of followUps(known as Recorded<AnyFact>)) {
          expected.set(next.commandId, { command: next, after: record.commands });
        }
      }
    },
    silent: examineSilent,
    report: () => ({
      commands: record.commands,
      events,
      findings,
      undecided,
      notes: [
        ...notes,
        ...[...expected.values()].map(({ command: { commandId, name } }): Note => {
          const words = `Command ${commandId} (${name}) should follow and was not carried out yet: sending the command before it again carries it out.`;
          return { kind: 'awaited', commandId, words };
        }),
      ],
    }),
  };
}

/** Commands that nobody but the flow may give, and the flow only after an event. */
const followingOnly = new Set([
  'AskConsent',
  'BreakPlan',
  'OvertakePlan',
  'ReleasePlan',
] satisfies (keyof typeof catalogue)[] as string[]);

const bodySchema = z.strictObject({ name: z.string(), by: actorSchema, data: z.unknown() });

/** The command as it was given: what its body holds, and the moment, which its events hold. */
function givenBy({ commandId, body }: AnsweredCommand, { at }: Recorded): GivenCommand | undefined {
  const read = bodySchema.safeParse(jsonIn(body));
  if (!read.success) return undefined;
  const { name, by, data } = read.data;
  const given: GivenCommand = { commandId, name, at, by, data };
  return commandBody(given) === body ? given : undefined;
}

const isFlows = (body: string | undefined): boolean => {
  const read = bodySchema.safeParse(jsonIn(body));
  return read.success && read.data.by.role === 'flow';
};

const eventSchema = z.object({
  stream: z.string(),
  position: z.int().min(1),
  fact: z.object({ type: z.string(), version: z.int(), data: z.looseObject({}) }),
  at: z.string(),
  by: actorSchema,
  commandId: z.string(),
});

const noEvent = 'is not the text of an event';

/** The event as it is written, if this program knows it; else what is wrong with it. */
function eventIn(text: string): Recorded | string {
  const value = jsonIn(text);
  if (!eventSchema.safeParse(value).success) return noEvent;
  try {
    asKnown(value as Recorded);
    return value as Recorded;
  } catch (error) {
    const { type, version } = (value as Recorded).fact;
    // Stryker disable next-line ConditionalExpression: nothing else is thrown there; a fault of this program shall not pass for one of the record
    if (error instanceof EventUnknown)
      return `is an event "${type}" of version ${version}, which this Muster does not know`;
    throw error;
  }
}

const answerSchema = z.object({
  outcome: z.enum(['recorded', 'refused']),
  code: z.string().optional(),
  facts: z.array(z.unknown()).optional(),
});

function outcomeIn(answer: string | undefined) {
  const read = answerSchema.safeParse(jsonIn(answer));
  return read.success ? read.data : undefined;
}

function jsonIn(text: string | undefined): unknown {
  try {
    return JSON.parse(text as string);
    // Stryker disable next-line BlockStatement: a function that ends without a value gives undefined as well
  } catch {
    return undefined;
  }
}
