import type { Accounts } from '@muster/accounts-sql';
import type { Instant } from '@muster/terms';
import type { Adapter, AdapterConstructor, AdapterPayload } from 'oidc-provider';

const now = () => new Date().toISOString() as Instant;
const dayMs = 86_400_000;

/** What the embedded issuer keeps between two calls lies with the accounts: any server can take the next call. */
export function issuerState(accounts: Accounts): AdapterConstructor {
  return class implements Adapter {
    readonly kind: string;
    constructor(model: string) {
      this.kind = `oidc:${model}`;
    }
    async upsert(key: string, body: AdapterPayload, seconds: number | undefined) {
      const until = new Date(Date.now() + (seconds ? seconds * 1000 : dayMs)).toISOString() as Instant;
      await accounts.keep({ kind: this.kind, key, body, until });
    }
    async find(key: string) {
      return (await accounts.kept(this.kind, key, now()))?.body;
    }
    async findByUid(uid: string) {
      return (await accounts.keptWith(this.kind, 'uid', uid, now()))?.body;
    }
    async findByUserCode(userCode: string) {
      return (await accounts.keptWith(this.kind, 'userCode', userCode, now()))?.body;
    }
    async consume(key: string) {
      // Taken first: of two who use one code at once, one finds nothing to mark.
      const kept = await accounts.take(this.kind, key, now());
      if (!kept) throw new Error('It was used by somebody else at the same moment.');
      await accounts.keep({ ...kept, body: { ...kept.body, consumed: Math.floor(Date.now() / 1000) } });
    }
    destroy(key: string) {
      return accounts.drop(this.kind, key);
    }
    revokeByGrantId(grantId: string) {
      return accounts.dropWith('grantId', grantId);
    }
  };
}
