import type { Accounts } from '@muster/accounts-sql';
import type { Instant, PersonId } from '@muster/terms';
import { isDemoPerson } from './demo-people.ts';
import { drawSecret, hashOf } from './secrets.ts';

const hoursOpen = 24;

export interface Invited {
  readonly path: string;
  readonly expiresAt: Instant;
}

/** Makes a link that lets one person become a member, once, within a day. */
export async function invite(
  accounts: Accounts,
  { personId, displayName, at }: { personId: PersonId; displayName: string; at: Instant },
): Promise<Invited> {
  const secret = drawSecret();
  const expiresAt = new Date(Date.parse(at) + hoursOpen * 3_600_000).toISOString() as Instant;
  await accounts.invite({ hash: hashOf(secret), personId, displayName, expiresAt, usedAt: undefined });
  return { path: `/join/${secret}`, expiresAt };
}

export const firstAdministrator = 'per_administrator' as PersonId;

/** Among members somebody must be the first: an invitation for whoever started the server, while there is nobody. */
export async function inviteFirst(accounts: Accounts, at: Instant): Promise<Invited | undefined> {
  const members = (await accounts.members()).filter(({ personId }) => !isDemoPerson(personId));
  if (members.length > 0) return undefined;
  return invite(accounts, { personId: firstAdministrator, displayName: 'First administrator', at });
}
