import { notHolding } from '@muster/directory';
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
import { asKnown } from './old-events/as-known.ts';
import type { Append } from './record-port.ts';
import { contributions } from './views/contributions.ts';

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

/** A command that is known, in a role that may give it, with data its own schema has accepted. */
export interface BoundCommand {
  readonly command: Command;
  /** What makes two commands the same: all but the moment, which a second sending cannot repeat. */
  readonly body: string;
  readonly writes: StreamName;
  readonly decide: (read: ReadStream, tools: Tools) => Promise<Decided | Refusal>;
}

interface Decided {
  readonly facts: readonly Fact[];
  readonly alongside: readonly Alongside[];
}

/** Looks at a command as it arrives; what is refused here was never decided, and is not recorded. */
export function bindCommand(given: GivenCommand): BoundCommand | Refusal {
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

function bind(act: LooseAct, given: GivenCommand): BoundCommand | Refusal {
  const parsed = act.data.safeParse(given.data);
  if (!parsed.success) return invalid(given.name, parsed.error);
  const { data } = parsed;
  const command = { ...given, data };
  return {
    command,
    body: commandBody(given),
    writes: act.writes(data),
    decide: async (read, tools) => {
      const state = await act.gather(read, data, tools);
      const facts = act.decide(state, command, tools);
      return isRefusal(facts) ? facts : { facts, alongside: act.alongside?.(state, facts, tools) ?? [] };
    },
  };
}

/** What of a command's data is not as its schema has it. */
export function invalid(name: string, error: z.ZodError): Refusal {
  const faults = error.issues.map((i) => ({ field: i.path.join('.') || 'data', problem: i.message }));
  return refuse('COMMAND_INVALID', {
    asked: asking(name),
    why: `${faults[0]?.field}: ${faults[0]?.problem}${faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''}.`,
    allowed: 'Give it with the fields its schema names.',
    faults,
  });
}

export const commandBody = ({ name, by, data }: GivenCommand): string => canonicalJson({ name, by, data });

/**
 * Decides a command on what `read` shows, and gives what is then to be recorded: the facts, or, where the rules refuse
 * it, the refusal. The same command on the same streams under the same law always gives the same, byte for byte.
 */
export async function decideCommand(
  { command, body, writes, decide }: BoundCommand,
  read: ReadStream,
  tools: Tools,
): Promise<Append> {
  const seen = new Map<StreamName, readonly Recorded[]>();
  const reading: ReadStream = async (stream) => {
    const events = (await read(stream)).map(asKnown);
    seen.set(stream, events);
    return events;
  };
  const decision = (await notHolding(reading, command)) ?? (await decide(reading, tools));
  if (isRefusal(decision)) return refusalAppend(command, body, decision, seen);

  const { commandId, at, by } = command;
  const written = seen.get(writes) ?? (await reading(writes));
  const expectedPosition = written.length;
  seen.delete(writes);
  const alongside = decision.alongside.map(({ stream, facts }) => ({
    stream,
    facts,
    expectedPosition: positionRead(seen, stream),
    views: contributions(stream, [...(seen.get(stream) ?? []).map((r) => r.fact), ...facts] as AnyFact[]),
  }));
  for (const { stream } of alongside) seen.delete(stream);
  const facts = decision.facts.map((f, i) => ({ type: f.type, position: expectedPosition + i + 1 }));
  const answer: Answer = { outcome: 'recorded', commandId, stream: writes, facts };
  return {
    stream: writes,
    expectedPosition,
    alongside,
    restsOn: positions(seen),
    commandId,
    commandBody: body,
    at,
    by,
    facts: decision.facts,
    views: contributions(writes, [...written.map((r) => r.fact), ...decision.facts] as AnyFact[]),
    answer: JSON.stringify(answer),
  };
}

function refusalAppend(command: Command, body: string, refusal: Refusal, seen: Seen): Append {
  const { commandId, at, by, name } = command;
  const answer: Answer = { outcome: 'refused', commandId, ...refusal };
  const fact: CommandRefused = {
    type: 'CommandRefused',
    version: 1,
    data: { name, refusal, ...requestOf(command.data) },
  };
  return {
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
  };
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
