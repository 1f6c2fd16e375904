import {
  type Actor,
  type Alongside,
  type Command,
  type CommandId,
  canonicalJson,
  type Decision,
  type Fact,
  type Instant,
  isRefusal,
  type ReadStream,
  type Recorded,
  type Refusal,
  type RequestId,
  refusalStream,
  refuse,
  type StreamName,
} from '@muster/terms';
import type { z } from 'zod';
import { type CommandName, catalogue, isCommandName, type Tools } from './catalogue.ts';
import type { AnyFact, CommandRefused } from './facts.ts';
import { followUps } from './follow-ups.ts';
import type { RecordPort } from './record-port.ts';
import { boardContribution } from './views/request-board.ts';

/** A command as it arrives: nothing in `data` is trusted yet. */
export interface GivenCommand {
  readonly commandId: CommandId;
  readonly name: string;
  readonly at: Instant;
  readonly by: Actor;
  readonly data: unknown;
}

/** What came of a command: the facts recorded, or why it was refused. */
export type Answer =
  | {
      readonly outcome: 'recorded';
      readonly commandId: CommandId;
      readonly stream: StreamName;
      readonly facts: readonly { readonly type: string; readonly position: number }[];
    }
  | ({ readonly outcome: 'refused'; readonly commandId: CommandId } & Refusal);

export interface Means extends Tools {
  readonly record: RecordPort;
}

/** How often a decision is made again when others write to what it rests on. */
const mostTries = 20;

/**
 * Carries out one command: reads what it rests on, decides, and records the facts, all or none.
 * The same command given again gets the same answer, byte for byte; what follows from its facts
 * is carried out too, and carrying that out twice changes nothing.
 */
export async function carryOut(means: Means, given: GivenCommand): Promise<Answer> {
  const checked = check(given);
  if (isRefusal(checked)) return { outcome: 'refused', commandId: given.commandId, ...checked };
  const body = commandBody(given);
  const before = await means.record.answerOf(given.commandId);
  const answer = before ? repeat(before, body, given) : await decideAndRecord(means, checked, body);
  if (answer.outcome === 'recorded') await follow(means, answer, given);
  return answer;
}

/** An act bound to data its own schema has accepted. */
interface Bound {
  readonly command: Command;
  readonly writes: StreamName;
  readonly decide: (read: ReadStream, tools: Tools) => Promise<Decided | Refusal>;
}

interface Decided {
  readonly facts: readonly Fact[];
  readonly alongside: readonly Alongside[];
}

function check(given: GivenCommand): Bound | Refusal {
  if (!isCommandName(given.name)) {
    return refuse('COMMAND_UNKNOWN', {
      asked: asking(given.name),
      why: `There is no command "${given.name}".`,
      allowed: `The commands are ${Object.keys(catalogue).join(', ')}.`,
    });
  }
  return mayGive(given.name, given.by) ?? bind(catalogue[given.name] as unknown as LooseAct, given);
}

const asking = (name: string): string => `To carry out ${name}.`;

/** Why somebody may not give a command at all, whatever is in it; undefined when the role may. */
export function mayGive(name: CommandName, by: Actor): Refusal | undefined {
  const { who } = catalogue[name];
  if (who.some((role) => role === by.role)) return undefined;
  return refuse('COMMAND_ROLE_NOT_ALLOWED', {
    asked: asking(name),
    why: `The role ${by.role} may not give it.`,
    allowed: `It may be given by: ${who.join(', ')}.`,
  });
}

/** The catalogue's acts differ in what data they take; each is only ever given what its own schema made. */
interface LooseAct {
  readonly data: z.ZodType<unknown>;
  writes(data: unknown): StreamName;
  gather(read: ReadStream, data: unknown, tools: Tools): Promise<unknown>;
  decide(state: unknown, command: Command, tools: Tools): Decision<Fact>;
  alongside?(state: unknown, facts: readonly Fact[], tools: Tools): readonly Alongside[];
}

function bind(act: LooseAct, given: GivenCommand): Bound | Refusal {
  const parsed = act.data.safeParse(given.data);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((i) => ({ field: i.path.join('.') || 'data', problem: i.message }));
    return refuse('COMMAND_INVALID', {
      asked: asking(given.name),
      why: `${faults[0]?.field}: ${faults[0]?.problem}${faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''}.`,
      allowed: 'Give it with the fields its schema names.',
      faults,
    });
  }
  const { data } = parsed;
  const command = { ...given, data };
  return {
    command,
    writes: act.writes(data),
    decide: async (read, tools) => {
      const state = await act.gather(read, data, tools);
      const facts = act.decide(state, command, tools);
      return isRefusal(facts) ? facts : { facts, alongside: act.alongside?.(state, facts, tools) ?? [] };
    },
  };
}

/** What makes two commands the same: all but the moment, which a second sending cannot repeat. */
const commandBody = ({ name, by, data }: GivenCommand): string => canonicalJson({ name, by, data });

function repeat(before: { commandBody: string; answer: string }, body: string, given: GivenCommand): Answer {
  return before.commandBody === body ? (JSON.parse(before.answer) as Answer) : reused(given);
}

export const reused = (given: Pick<GivenCommand, 'commandId' | 'name'>): Answer => ({
  outcome: 'refused',
  commandId: given.commandId,
  ...refuse('COMMAND_REUSED', {
    asked: `To carry out ${given.name} under the id "${given.commandId}".`,
    why: 'Another command was given under this id.',
    allowed: 'Give each new command an id of its own; repeat an id only to send the very same command again.',
  }),
});

async function decideAndRecord(means: Means, bound: Bound, body: string): Promise<Answer> {
  const { command } = bound;
  const { commandId, at, by } = command;
  for (let tries = 0; tries < mostTries; tries++) {
    const seen = new Map<StreamName, readonly Recorded[]>();
    const read: ReadStream = async (stream) => {
      const events = await means.record.read(stream);
      seen.set(stream, events);
      return events;
    };
    const decision = await bound.decide(read, means);
    if (isRefusal(decision)) {
      const refused = await recordRefusal(means, command, body, decision, seen);
      if (refused) return refused;
      continue;
    }

    const written = seen.get(bound.writes) ?? (await means.record.read(bound.writes));
    const expectedPosition = written.length;
    seen.delete(bound.writes);
    const alongside = decision.alongside.map(({ stream, facts }) => ({
      stream,
      facts,
      expectedPosition: positionRead(seen, stream),
    }));
    for (const { stream } of alongside) seen.delete(stream);
    const facts = decision.facts.map((f, i) => ({ type: f.type, position: expectedPosition + i + 1 }));
    const answer: Answer = { outcome: 'recorded', commandId, stream: bound.writes, facts };
    const appended = await means.record.append({
      stream: bound.writes,
      expectedPosition,
      alongside,
      restsOn: positions(seen),
      commandId,
      commandBody: body,
      at,
      by,
      facts: decision.facts,
      views: boardContribution(bound.writes, [...written.map((r) => r.fact), ...decision.facts] as AnyFact[]),
      answer: JSON.stringify(answer),
    });
    if (appended.outcome === 'recorded') return answer;
    if (appended.outcome === 'repeated') return JSON.parse(appended.answer) as Answer;
    if (appended.outcome === 'commandReused') return reused(command);
  }
  return {
    outcome: 'refused',
    commandId,
    ...refuse('COMMAND_CLASHED', {
      asked: `To carry out ${command.name}.`,
      why: `Others wrote to what it rests on ${mostTries} times while it was being decided.`,
      allowed: 'Send the same command again in a moment.',
    }),
  };
}

/** Undefined when what the refusal rests on has moved meanwhile: it may be allowed by now. */
async function recordRefusal(
  means: Means,
  command: Command,
  body: string,
  refusal: Refusal,
  seen: Seen,
): Promise<Answer | undefined> {
  const { commandId, at, by, name } = command;
  const answer: Answer = { outcome: 'refused', commandId, ...refusal };
  const fact: CommandRefused = {
    type: 'CommandRefused',
    version: 1,
    data: { name, refusal, ...requestOf(command.data) },
  };
  const appended = await means.record.append({
    stream: refusalStream(by.partyId),
    expectedPosition: 'any',
    restsOn: positions(seen),
    commandId,
    commandBody: body,
    at,
    by,
    // The flow only tries what may follow: that nothing followed is no story. Its answer is kept all the same, so that
    // what did not follow then does not follow later either, when the command before it is sent again.
    facts: by.role === 'flow' ? [] : [fact],
    views: [],
    answer: JSON.stringify(answer),
  });
  if (appended.outcome === 'repeated') return JSON.parse(appended.answer) as Answer;
  if (appended.outcome === 'commandReused') return reused(command);
  return appended.outcome === 'recorded' ? answer : undefined;
}

/** The streams a decision has read. It rests on each standing where it was read. */
type Seen = ReadonlyMap<StreamName, readonly Recorded[]>;
const positions = (seen: Seen) => [...seen].map(([stream, events]) => ({ stream, position: events.length }));

function positionRead(seen: Seen, stream: StreamName): number {
  const events = seen.get(stream);
  if (!events) throw new Error(`An act writes "${stream}" alongside without having read it.`);
  return events.length;
}

/** The request a command is about, when it names one. */
function requestOf(data: unknown): { requestId?: RequestId } {
  const { requestId } = data as { requestId?: RequestId };
  return requestId ? { requestId } : {};
}

async function follow(
  means: Means,
  answer: Extract<Answer, { outcome: 'recorded' }>,
  given: GivenCommand,
): Promise<void> {
  const first = answer.facts[0]?.position ?? 1;
  const events = (await means.record.read(answer.stream, first)).filter((e) => e.commandId === given.commandId);
  const next = events.flatMap((e) => followUps(e as Recorded<AnyFact>));
  await Promise.all(next.map((command) => carryOut(means, command)));
}
