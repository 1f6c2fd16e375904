import { randomUUID } from 'node:crypto';
import type { Answer } from '@muster/flow';
import { exitCodes, type House } from '@muster/house';
import { type Actor, actorSchema, type CommandId, type Instant, type Refusal, type Role } from '@muster/terms';
import { Stop } from './session.ts';

/** A command that somebody gives at this terminal, here and now. */
export interface Giving {
  readonly by: Actor;
  readonly name: string;
  readonly data: object;
}

export const newCommandId = () => `cmd_${randomUUID()}` as CommandId;
export const now = () => new Date().toISOString() as Instant;

/** Whoever was typed as `person@party`, in a role. */
export function actorAs(as: string, role: Role, example: string): Actor {
  const [personId, partyId] = as.split('@');
  const read = actorSchema.safeParse({ personId, partyId, role });
  if (read.success) return read.data;
  throw new Stop(
    'ACTOR_UNKNOWN',
    `"${as}" names nobody: write the person and the party, such as ${example}.`,
    exitCodes.badInput,
  );
}

/** Has a command carried out; stops with the refusal's words where it is refused. */
export async function give(house: House, { by, name, data }: Giving): Promise<Exclude<Answer, Refusal>> {
  const answer = await house.carryOut({ commandId: newCommandId(), at: now(), by, name, data });
  if (answer.outcome === 'refused') throw refusedStop(answer);
  return answer;
}

export const refusedStop = ({ code, why, allowed, policies, faults }: Refusal): Stop =>
  new Stop(code, `${why} ${allowed}`, exitCodes.refused, { policies, faults });
