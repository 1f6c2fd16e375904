import { accountsInMemory } from '@muster/accounts-sql';
import { describeAccounts } from './describe-accounts-contract.ts';

describeAccounts('memory', async () => ({ accounts: accountsInMemory(), close: async () => {} }));
