import type { Accounts } from '@muster/accounts-sql';
import type { Instant } from '@muster/terms';
import type { FastifyRequest } from 'fastify';
import type { Access } from '../server-settings.ts';
import type { Caller } from '../who-calls.ts';
import { type CookiePlace, readCookie, sessionCookie } from './cookies.ts';
import { isDemoPerson } from './demo-people.ts';
import { hashOf } from './secrets.ts';
import type { Sessions } from './sessions.ts';

/** API tokens begin with this word, so that one that was lost somewhere is known for what it is. */
export const tokenPrefix = 'muster_';
const usedEveryMs = 60_000;

interface Means {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly access: Access;
  readonly place: () => CookiePlace;
  readonly now: () => Instant;
}

export type FindCaller = (call: FastifyRequest, bearer: string | undefined) => Promise<Caller | undefined>;

/** The member who calls, by token or else by session; undefined when it is none. */
export function findCaller({ accounts, sessions, access, place, now }: Means): FindCaller {
  /** Demo people are for exercises: what they left behind in a house opens nothing to members. */
  const mayBe = (caller: Extract<Caller, { kind: 'member' }>) =>
    access === 'members' && isDemoPerson(caller.personId) ? undefined : caller;

  const byToken = async (secret: string) => {
    const token = await accounts.token(hashOf(secret));
    const at = now();
    if (!token || token.revokedAt || Date.parse(token.expiresAt) <= Date.parse(at)) return undefined;
    if (Date.parse(at) - Date.parse(token.usedAt ?? token.madeAt) > usedEveryMs || !token.usedAt) {
      await accounts.usedToken(token.tokenId, at);
    }
    const { personId, madeAt, scopes } = token;
    return mayBe({ kind: 'member', personId, through: 'token', authenticatedAt: madeAt, scopes });
  };

  return async (call, bearer) => {
    if (bearer !== undefined) return bearer.startsWith(tokenPrefix) ? byToken(bearer) : undefined;
    const secret = readCookie(call, sessionCookie(place()));
    const session = secret === undefined ? undefined : await sessions.find(secret);
    if (!session) return undefined;
    const { personId, authenticatedAt } = session;
    return mayBe({ kind: 'member', personId, through: 'session', authenticatedAt });
  };
}
