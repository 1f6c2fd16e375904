import type { Instant, PersonId } from '@muster/terms';

/** Somebody who can log in. The record knows the `personId` alone. */
export interface Member {
  readonly personId: PersonId;
  readonly displayName: string;
  readonly email: string | undefined;
  /** Whose word it is that they are who they say: the address of an OpenID Connect provider, and its name for them. */
  readonly issuer: string;
  readonly subject: string;
  readonly since: Instant;
}

/** What the organisation's own directory says of a member. */
export interface Provisioned {
  readonly personId: PersonId;
  /** What they are called there; the same in small and large letters. */
  readonly userName: string;
  readonly externalId: string | undefined;
  /** Who is not may not log in. */
  readonly isActive: boolean;
  readonly changedAt: Instant;
}

/** How a member logs in at the embedded issuer. */
export interface LoginName {
  readonly loginName: string;
  readonly personId: PersonId;
  /** What is kept of the password: salt and key, never the password. */
  readonly password: string;
}

/** A login that lasts: what the browser holds is known by its hash alone. */
export interface Session {
  readonly hash: string;
  readonly personId: PersonId;
  readonly authenticatedAt: Instant;
  readonly beganAt: Instant;
  readonly seenAt: Instant;
  /** What the issuer said, to be shown to it when logging out. */
  readonly idToken: string | undefined;
}

/** A machine's way in. */
export interface ApiToken {
  readonly tokenId: string;
  readonly hash: string;
  readonly personId: PersonId;
  /** What it is for, in a few words. */
  readonly label: string;
  readonly scopes: readonly string[];
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | undefined;
  readonly revokedAt: Instant | undefined;
}

/** A link that makes somebody a member, once. */
export interface Invitation {
  readonly hash: string;
  readonly personId: PersonId;
  readonly displayName: string;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | undefined;
}

export interface Passkey {
  readonly credentialId: string;
  readonly personId: PersonId;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly madeAt: Instant;
}

/** Something kept until a moment: what an issuer has under way, a login that has begun. */
export interface Kept {
  readonly kind: string;
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly until: Instant;
}

/**
 * Who may log in, and how. Beside the record and no part of it: all of it can change and be erased, and nothing here
 * says what anybody may do. Hashes are text; a secret itself is never kept.
 */
export interface Accounts {
  /** False where the person, or the issuer's name for them, is known already; nothing is changed then. */
  addMember(member: Member): Promise<boolean>;
  member(personId: PersonId): Promise<Member | undefined>;
  memberOf(issuer: string, subject: string): Promise<Member | undefined>;
  members(): Promise<readonly Member[]>;
  /** Changes what a member is called and whose word it is that they are who they say; false where that is another's. */
  changeMember(member: Omit<Member, 'since'>): Promise<boolean>;
  /** Forgets a member, with all ways in; false where there is none. */
  removeMember(personId: PersonId): Promise<boolean>;
  /** Notes or changes what the organisation's directory says; false where the name is another's. */
  provision(provisioned: Provisioned): Promise<boolean>;
  provisioned(): Promise<readonly Provisioned[]>;
  provisionedAs(personId: PersonId): Promise<Provisioned | undefined>;
  /** Gives or changes how a member logs in at the embedded issuer; false where the name is another's. */
  setLogin(login: LoginName): Promise<boolean>;
  login(loginName: string): Promise<LoginName | undefined>;
  loginOf(personId: PersonId): Promise<LoginName | undefined>;

  openSession(session: Session): Promise<void>;
  session(hash: string): Promise<Session | undefined>;
  sawSession(hash: string, at: Instant): Promise<void>;
  /** All of one member, the last begun first. */
  sessionsOf(personId: PersonId): Promise<readonly Session[]>;
  endSession(hash: string): Promise<void>;
  endSessionsOf(personId: PersonId): Promise<void>;

  addToken(token: ApiToken): Promise<void>;
  token(hash: string): Promise<ApiToken | undefined>;
  tokens(): Promise<readonly ApiToken[]>;
  usedToken(tokenId: string, at: Instant): Promise<void>;
  /** False where there is none, or it was revoked before. */
  revokeToken(tokenId: string, at: Instant): Promise<boolean>;

  invite(invitation: Invitation): Promise<void>;
  invitation(hash: string): Promise<Invitation | undefined>;
  /** True for one caller alone, however many try at once, and for none after it expired. */
  useInvitation(hash: string, at: Instant): Promise<boolean>;

  addPasskey(passkey: Passkey): Promise<boolean>;
  passkey(credentialId: string): Promise<Passkey | undefined>;
  passkeysOf(personId: PersonId): Promise<readonly Passkey[]>;
  /** False where that member has none of that name. */
  removePasskey(personId: PersonId, credentialId: string): Promise<boolean>;
  usedPasskey(credentialId: string, counter: number): Promise<void>;

  keep(kept: Kept): Promise<void>;
  kept(kind: string, key: string, at: Instant): Promise<Kept | undefined>;
  /** The one of this kind whose body has this text in this field. */
  keptWith(kind: string, field: string, text: string, at: Instant): Promise<Kept | undefined>;
  /** Gives it to one caller alone, and keeps it no longer. */
  take(kind: string, key: string, at: Instant): Promise<Kept | undefined>;
  drop(kind: string, key: string): Promise<void>;
  /** Drops every one whose body has this text in this field. */
  dropWith(field: string, text: string): Promise<void>;

  /** Counts one more try, and gives how many there were since; others count along, on whichever server. */
  countTry(key: string, at: Instant, since: Instant): Promise<number>;
  clearTries(key: string): Promise<void>;

  /** A secret of the house's own: the first value offered stays, and everybody gets that one. */
  secret(name: string, offered: string): Promise<string>;
  /** Rids it of what expired or was counted before a moment, and of sessions that began before it. */
  forgetBefore(at: Instant): Promise<void>;
  close(): Promise<void>;
}
