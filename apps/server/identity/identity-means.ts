import type { Accounts } from '@muster/accounts-sql';
import type { Settings } from '@muster/directory';
import type { Instant, PersonId } from '@muster/terms';
import type { Access } from '../server-settings.ts';
import type { CookiePlace } from './cookies.ts';
import type { LogInWith } from './log-in-with.ts';
import type { Sessions } from './sessions.ts';
import type { Throttle } from './throttle.ts';

/** What the routes of identity work with. */
export interface IdentityMeans {
  readonly accounts: Accounts;
  readonly access: Access;
  readonly now: () => Instant;
  /** The one address by which browsers know this Muster: scheme, name and port. */
  readonly origin: () => string;
  readonly place: () => CookiePlace;
  readonly sessions: Sessions;
  readonly throttle: Throttle;
  /** Where members log in: the organisation's provider, or the embedded issuer. */
  readonly provider: () => Promise<LogInWith>;
  /** Ends what the embedded issuer still has of somebody. */
  readonly ended: (personId: PersonId) => Promise<void>;
  readonly drawPersonId: () => PersonId;
  /** What an administrator has set for all of this Muster. */
  readonly settings: () => Promise<Settings>;
  /** Whether a member is an administrator; what that allows is the directory's to say. */
  readonly isAdministrator: (personId: PersonId) => Promise<boolean>;
}
