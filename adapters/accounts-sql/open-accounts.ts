import type { Accounts } from './accounts.ts';
import { accountsInSql } from './accounts-in-sql.ts';
import { connectAsApp } from './ask-database.ts';
import { migrate } from './migrate.ts';

export interface OpenAccounts {
  /** The account that owns the schema, used while opening only. */
  readonly ownerUrl: string;
  /** The account Muster works with: it takes on the record's role, which may change accounts and no event. */
  readonly appUrl: string;
}

export interface CannotOpenAccounts {
  readonly outcome: 'cannotOpen';
  readonly code: 'DATABASE_SCHEMA_NEWER';
  readonly why: string;
}

/** Opens the accounts in the database of a record that was opened before: its role must be there. */
export async function openAccounts({ ownerUrl, appUrl }: OpenAccounts): Promise<Accounts | CannotOpenAccounts> {
  const unknown = await migrate(ownerUrl);
  if (unknown === undefined) return accountsInSql(connectAsApp(appUrl));
  const why = `The accounts in the database were changed by a newer Muster ("${unknown}"), and this one would misread them: upgrade this Muster.`;
  return { outcome: 'cannotOpen', code: 'DATABASE_SCHEMA_NEWER', why };
}
