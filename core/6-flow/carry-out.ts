import { isRefusal, type Recorded, refuse } from '@muster/terms';
import type { Tools } from './catalogue.ts';
import { type Answer, type BoundCommand, bindCommand, decideCommand, type GivenCommand } from './decide-command.ts';
import type { AnyFact } from './facts.ts';
import { followUps } from './follow-ups.ts';
import type { RecordPort } from './record-port.ts';

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
  const bound = bindCommand(given);
  if (isRefusal(bound)) return { outcome: 'refused', commandId: given.commandId, ...bound };
  const before = await means.record.answerOf(given.commandId);
  const answer = before ? repeat(before, bound.body, given) : await decideAndRecord(means, bound);
  if (answer.outcome === 'recorded') await follow(means, answer, given);
  return answer;
}

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

async function decideAndRecord(means: Means, bound: BoundCommand): Promise<Answer> {
  const { commandId, name } = bound.command;
  for (let tries = 0; tries < mostTries; tries++) {
    const append = await decideCommand(bound, (stream) => means.record.read(stream), means);
    const appended = await means.record.append(append);
    if (appended.outcome === 'recorded') return JSON.parse(append.answer) as Answer;
    if (appended.outcome === 'repeated') return JSON.parse(appended.answer) as Answer;
    if (appended.outcome === 'commandReused') return reused(bound.command);
    // Clashed: what it rests on has moved meanwhile, and what was refused may be allowed by now.
  }
  return {
    outcome: 'refused',
    commandId,
    ...refuse('COMMAND_CLASHED', {
      asked: `To carry out ${name}.`,
      why: `Others wrote to what it rests on ${mostTries} times while it was being decided.`,
      allowed: 'Send the same command again in a moment.',
    }),
  };
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
