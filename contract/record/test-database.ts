import { openSqlRecord, type SqlRecord } from '@muster/record-sql';

/** A database to test on, made anew, and how to be rid of it. */
export interface TestDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly drop: () => Promise<void>;
}

export async function openRecord({ ownerUrl, appUrl }: TestDatabase): Promise<SqlRecord> {
  const record = await openSqlRecord({ ownerUrl, appUrl });
  if (record.outcome === 'cannotOpen') throw new Error(record.why);
  return record;
}
