import { timingSafeEqual } from 'node:crypto';
import type { Instant, PersonId } from '@muster/terms';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Access } from './server-settings.ts';

/** Who a call comes from, as far as the server knows. What they may do is another question. */
export type Caller =
  | { readonly kind: 'anonymous' }
  /** Whoever holds the token of the data folder, in an exercise only: may act as anybody. */
  | { readonly kind: 'exercise' }
  | {
      readonly kind: 'member';
      readonly personId: PersonId;
      readonly through: 'session' | 'token';
      /** When they logged in; for a token, when it was made. */
      readonly authenticatedAt: Instant;
      /** What a token may be used for: operationIds, or groups of them. Absent: whatever the member may. */
      readonly scopes?: readonly string[];
    };

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
  }
}

export interface DoorTerms {
  readonly access: Access;
  /** The token of the data folder; it opens nothing for members. */
  readonly token: string;
  /** The member who calls; undefined when it is none. */
  readonly find?: (call: FastifyRequest, bearer: string | undefined) => Promise<Caller | undefined>;
}

const anonymous: Caller = { kind: 'anonymous' };

/** From here on every call says who it comes from. To be set up before any route, and before any hook that asks. */
export function knowCallers(app: FastifyInstance, terms: DoorTerms): void {
  // Fastify wants the shape beforehand; each call gets its own caller before anything of ours looks.
  app.decorateRequest('caller');
  app.addHook('onRequest', async (call) => {
    call.caller = await callerOf(call, terms);
  });
}

async function callerOf(call: FastifyRequest, { access, token, find }: DoorTerms): Promise<Caller> {
  const given = bearerOf(call);
  if (access === 'exercise' && given !== undefined && isSame(given, token)) return { kind: 'exercise' };
  return (await find?.(call, given)) ?? anonymous;
}

function bearerOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
}

function isSame(given: string, known: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(known)];
  return left.length === right.length && timingSafeEqual(left, right);
}
