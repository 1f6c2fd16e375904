import type { Migration } from 'kysely';
import { accountTables } from './0001-accounts.ts';
import { provisionedTable } from './0002-provisioned.ts';

/** Every change of the schema of accounts, in the order of their numbers. One that was released is never edited. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-accounts': accountTables,
  '0002-provisioned': provisionedTable,
};
