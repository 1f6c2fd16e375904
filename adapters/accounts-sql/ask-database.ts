import { Pool } from 'pg';

/** The accounts could not be read or written: the database did not answer, or refused. */
export class AccountsFailure extends Error {
  override readonly name = 'AccountsFailure';
}

/** Asks one statement; gives its rows. */
export type AskDatabase = (statement: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
export type Row = Readonly<Record<string, unknown>>;

export interface AccountsDatabase {
  readonly ask: AskDatabase;
  readonly close: () => Promise<void>;
}

/** Connections in the role that Muster works in: no session can be used before it has given up its other rights. */
export function connectAsApp(appUrl: string): AccountsDatabase {
  const url = new URL(appUrl);
  url.searchParams.set('options', [url.searchParams.get('options'), '-c role=muster_app'].filter(Boolean).join(' '));
  const pool = new Pool({
    connectionString: url.href,
    application_name: 'muster-accounts',
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
    keepAlive: true,
    max: 6,
  });
  pool.on('error', () => {}); // an idle connection was lost: the next call opens another
  const ask: AskDatabase = async (statement, values = []) => {
    try {
      // A connection that was lost meanwhile is noticed by the first that uses it: once more, on another.
      const { rows } = await pool
        .query(statement, [...values])
        .catch((error) => (isLost(error) ? pool.query(statement, [...values]) : Promise.reject(error)));
      return rows;
    } catch (error) {
      throw new AccountsFailure(`Who logs in cannot be looked up just now: ${wordsOf(error)}.`, { cause: error });
    }
  };
  return { ask, close: () => pool.end() };
}

const isLost = (error: unknown): boolean =>
  error instanceof Error &&
  (/^(Connection terminated|Client has encountered)/.test(error.message) ||
    /^(ECONN|EPIPE|57P|08)/.test('code' in error ? String(error.code) : ''));

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message.replace(/\.$/, '') : String(error));
