import type { Accounts } from '@muster/accounts-sql';
import type { Instant } from '@muster/terms';
import { hashOf } from './secrets.ts';

const windowMs = 15 * 60_000;
const mostByName = 10;
const mostByAddress = 100;

export interface Throttle {
  /** Counts one more try, on whichever server it comes; false where there were too many. */
  mayTry(loginName: string, address: string): Promise<boolean>;
  succeeded(loginName: string): Promise<void>;
}

/** Nobody guesses for long: so many tries a name and so many an address, in any quarter of an hour. */
export function throttle(accounts: Accounts, now: () => Instant): Throttle {
  const name = (loginName: string) => `name ${hashOf(loginName)}`;
  return {
    async mayTry(loginName, address) {
      const at = now();
      const since = new Date(Date.parse(at) - windowMs).toISOString() as Instant;
      const [byName, byAddress] = await Promise.all([
        accounts.countTry(name(loginName), at, since),
        accounts.countTry(`address ${address}`, at, since),
      ]);
      return byName <= mostByName && byAddress <= mostByAddress;
    },
    succeeded: (loginName) => accounts.clearTries(name(loginName)),
  };
}
