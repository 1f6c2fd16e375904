import { type CommandName, catalogue, commandNames } from '@muster/flow';
import type { Instant, Role } from '@muster/terms';
import { callProblem, type Problem } from '../problem.ts';
import type { Caller } from '../who-calls.ts';
import { isFresh } from './sessions.ts';

const deciders: readonly Role[] = ['counsel', 'consentingOfficial'];

/** Acts that decide for others, and so are signed only by somebody who has just said who they are. */
const decisions: ReadonlySet<string> = new Set<CommandName>(
  commandNames.filter((name) => name === 'CommitPlan' || deciders.some((role) => catalogue[name].who.includes(role))),
);
export const isDecision = (operationId: string): boolean => decisions.has(operationId);

/** Why a caller must first log in again; undefined where they did so at most so many minutes ago. */
export function freshFault(caller: Caller, at: Instant, minutes: number): Problem | undefined {
  if (caller.kind !== 'member') return undefined;
  if (caller.through === 'token') {
    const detail = 'A decision is carried out by a person, not by a token.';
    return callProblem(403, 'TOKEN_CANNOT_DECIDE', detail, 'Log in at /login, and decide there.');
  }
  if (isFresh(caller.authenticatedAt, at, minutes)) return undefined;
  const detail = `A decision needs a login of the last ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
  const allowed = 'Log in again at /login?fresh=1&returnTo=…, then send the same again.';
  return callProblem(401, 'LOGIN_STALE', detail, allowed);
}
