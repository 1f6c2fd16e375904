import type { Accounts, Session } from '@muster/accounts-sql';
import type { Instant, PersonId } from '@muster/terms';
import { drawSecret, hashOf } from './secrets.ts';

/** SP 800-63B-4, AAL2: at most an hour unused, and a day in all. */
const mostIdleMs = 60 * 60_000;
const mostLifeMs = 24 * 60 * 60_000;
/** How exactly it is known when a session was last used: nobody writes at every call. */
const seenEveryMs = 60_000;
/** How long ago somebody may have logged in, to carry out a decision: at most, whatever is set. */
export const mostFreshMinutes = 15;

export interface LoggedIn {
  readonly personId: PersonId;
  readonly authenticatedAt: Instant;
  readonly idToken: string | undefined;
}

/** Sessions are kept on the server: what the browser holds only names one, and is worth nothing once it ended. */
export function sessions(accounts: Accounts, now: () => Instant) {
  return {
    /** Begins a session and ends the one the browser had: a name that somebody else put there is worth nothing. */
    async begin(login: LoggedIn, before: string | undefined): Promise<string> {
      if (before !== undefined) await accounts.endSession(hashOf(before));
      const secret = drawSecret();
      const at = now();
      await accounts.openSession({ ...login, hash: hashOf(secret), beganAt: at, seenAt: at });
      return secret;
    },
    async find(secret: string): Promise<Session | undefined> {
      const hash = hashOf(secret);
      const session = await accounts.session(hash);
      if (!session) return undefined;
      const at = now();
      const idle = Date.parse(at) - Date.parse(session.seenAt);
      if (isOver(session, at)) {
        await accounts.endSession(hash);
        return undefined;
      }
      if (idle > seenEveryMs) await accounts.sawSession(hash, at);
      return session;
    },
    async end(secret: string): Promise<Session | undefined> {
      const session = await accounts.session(hashOf(secret));
      await accounts.endSession(hashOf(secret));
      return session;
    },
  };
}

/** Unused for too long, or begun too long ago. */
export const isOver = ({ seenAt, beganAt }: Session, at: Instant): boolean =>
  Date.parse(at) - Date.parse(seenAt) > mostIdleMs || Date.parse(at) - Date.parse(beganAt) > mostLifeMs;

export type Sessions = ReturnType<typeof sessions>;

export const isFresh = (authenticatedAt: Instant, at: Instant, minutes: number): boolean =>
  Date.parse(at) - Date.parse(authenticatedAt) <= Math.min(minutes, mostFreshMinutes) * 60_000;
