import type { Instant, PersonId } from '@muster/terms';
import type { ApiToken, Invitation, Kept, LoginName, Member, Passkey, Provisioned, Session } from './accounts.ts';
import type { Row } from './ask-database.ts';

const text = (value: unknown): string => String(value);
const maybe = (value: unknown): string | undefined => (value === null ? undefined : String(value));
const instant = (value: unknown): Instant => (value as Date).toISOString() as Instant;
const maybeInstant = (value: unknown): Instant | undefined => (value === null ? undefined : instant(value));
const person = (value: unknown): PersonId => value as PersonId;

export const memberIn = (row: Row): Member => ({
  personId: person(row.person_id),
  displayName: text(row.display_name),
  email: maybe(row.email),
  issuer: text(row.issuer),
  subject: text(row.subject),
  since: instant(row.since),
});

export const provisionedIn = (row: Row): Provisioned => ({
  personId: person(row.person_id),
  userName: text(row.user_name),
  externalId: maybe(row.external_id),
  isActive: Boolean(row.active),
  changedAt: instant(row.changed_at),
});

export const loginIn = (row: Row): LoginName => ({
  loginName: text(row.login_name),
  personId: person(row.person_id),
  password: text(row.password),
});

export const sessionIn = (row: Row): Session => ({
  hash: text(row.hash),
  personId: person(row.person_id),
  authenticatedAt: instant(row.authenticated_at),
  beganAt: instant(row.began_at),
  seenAt: instant(row.seen_at),
  idToken: maybe(row.id_token),
});

export const tokenIn = (row: Row): ApiToken => ({
  tokenId: text(row.token_id),
  hash: text(row.hash),
  personId: person(row.person_id),
  label: text(row.label),
  scopes: row.scopes as string[],
  madeAt: instant(row.made_at),
  expiresAt: instant(row.expires_at),
  usedAt: maybeInstant(row.used_at),
  revokedAt: maybeInstant(row.revoked_at),
});

export const invitationIn = (row: Row): Invitation => ({
  hash: text(row.hash),
  personId: person(row.person_id),
  displayName: text(row.display_name),
  expiresAt: instant(row.expires_at),
  usedAt: maybeInstant(row.used_at),
});

export const passkeyIn = (row: Row): Passkey => ({
  credentialId: text(row.credential_id),
  personId: person(row.person_id),
  publicKey: new Uint8Array(row.public_key as Buffer),
  counter: Number(row.counter),
  transports: row.transports as string[],
  madeAt: instant(row.made_at),
});

export const keptIn = (row: Row): Kept => ({
  kind: text(row.kind),
  key: text(row.key),
  body: row.body as Record<string, unknown>,
  until: instant(row.until),
});
