export * from './accounts.ts';
export { accountsInMemory } from './accounts-in-memory.ts';
export { AccountsFailure } from './ask-database.ts';
export { type CannotOpenAccounts, openAccounts } from './open-accounts.ts';
