import { randomBytes } from 'node:crypto';
import type { Accounts, ApiToken, Member } from '@muster/accounts-sql';
import type { Instant, PersonId } from '@muster/terms';
import { tokenPrefix } from './find-caller.ts';
import { drawSecret, hashOf } from './secrets.ts';

export const mostTokenDays = 366;
/** Whose word it is that a machine is what it is: an administrator's, by making its token. */
const machineIssuer = 'urn:muster:machine';

export interface TokenOrder {
  readonly label: string;
  /** The member in whose name it calls; a new one, a machine, unless told. */
  readonly personId: PersonId | undefined;
  readonly scopes: readonly string[];
  readonly days: number;
  readonly at: Instant;
}

export interface MadeToken {
  /** Shown this once: what is kept is a hash. */
  readonly secret: string;
  readonly token: ApiToken;
}

/** Whether a member is a machine, made with its first token, and nobody who logs in. */
export const isMachine = ({ issuer }: Member): boolean => issuer === machineIssuer;

/** Makes a machine's way in; undefined where there is no such member. */
export async function makeToken(accounts: Accounts, order: TokenOrder): Promise<MadeToken | undefined> {
  const { label, scopes, days, at } = order;
  const personId = order.personId ?? (`per_machine-${randomBytes(8).toString('hex')}` as PersonId);
  if (order.personId === undefined) {
    const machine = { personId, displayName: label, email: undefined, issuer: machineIssuer, subject: personId };
    await accounts.addMember({ ...machine, since: at });
  } else if (!(await accounts.member(personId))) return undefined;
  const secret = `${tokenPrefix}${drawSecret()}`;
  const token: ApiToken = {
    tokenId: `tok_${randomBytes(8).toString('hex')}`,
    hash: hashOf(secret),
    personId,
    label,
    scopes,
    madeAt: at,
    expiresAt: new Date(Date.parse(at) + days * 86_400_000).toISOString() as Instant,
    usedAt: undefined,
    revokedAt: undefined,
  };
  await accounts.addToken(token);
  return { secret, token };
}
