import type { DatabaseUrl } from './database-url.ts';
import type { DatabaseTrouble } from './record-failure.ts';

/** The code of a failure: PostgreSQL's five letters, or the system's, such as `ECONNREFUSED`. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Puts a failed call of the database into plain words. */
export function explainTrouble(error: unknown, { host, port, database, role, shown }: DatabaseUrl): DatabaseTrouble {
  switch (codeOf(error)) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return {
        code: 'DATABASE_HOST_UNKNOWN',
        why: `No machine is known by the name "${host}": correct the host in the database URL.`,
      };
    case '28P01':
    case '28000':
      return {
        code: 'DATABASE_PASSWORD_WRONG',
        why: `The database at ${shown} does not let "${role}" in: correct the name or the password in the database URL.`,
      };
    case '3D000':
      return {
        code: 'DATABASE_UNKNOWN',
        why: `The server at ${host}:${port} has no database "${database}": create it, or correct the database URL.`,
      };
    case '42501':
      return { code: 'DATABASE_NOT_PERMITTED', why: `"${role}" may not do that in ${shown}: ${wordsOf(error)}.` };
    case '53100':
      return {
        code: 'DATABASE_DISK_FULL',
        why: `The disk of the database at ${shown} is full: free some space; nothing acknowledged is lost.`,
      };
    case '53300':
      return {
        code: 'DATABASE_FULL_OF_CONNECTIONS',
        why: `The database at ${shown} takes no more connections: raise its max_connections, or run fewer servers.`,
      };
    case '25006':
      return {
        code: 'DATABASE_READ_ONLY',
        why: `The database at ${shown} can only be read: name the primary server, not a standby.`,
      };
  }
  if (isUnreachable(error)) {
    return {
      code: 'DATABASE_NOT_ANSWERING',
      why: `No PostgreSQL answers at ${host}:${port} (${wordsOf(error)}): start it, or correct the host and the port in the database URL.`,
    };
  }
  return { code: 'DATABASE_FAILED', why: `The database at ${shown} failed: ${wordsOf(error)}.` };
}

/** Whether the connection failed, not what was asked over it. What was asked may still have been done. */
export function isUnreachable(error: unknown): boolean {
  const code = codeOf(error);
  // 08: connection; 57P: the server ends this session or is starting.
  if (code.startsWith('08') || code.startsWith('57P')) return true;
  if (/^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)/.test(code)) return true;
  // pg has no codes for these.
  return (
    error instanceof Error &&
    /^(Connection terminated|Query read timeout|timeout expired|timeout exceeded|Client has encountered)/.test(
      error.message,
    )
  );
}

const wordsOf = (error: unknown): string => {
  const words = error instanceof Error ? error.message || codeOf(error) : String(error);
  return words.replace(/\.$/, '');
};
