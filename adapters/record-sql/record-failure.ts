/** What can be wrong with a database, as found when opening it or later. The codes are stable. */
export type DatabaseTroubleCode =
  | 'DATABASE_URL_INVALID'
  /** No machine has that name. */
  | 'DATABASE_HOST_UNKNOWN'
  /** The machine is there, or may be, but no PostgreSQL answers at that port. */
  | 'DATABASE_NOT_ANSWERING'
  | 'DATABASE_PASSWORD_WRONG'
  /** The server has no database of that name. */
  | 'DATABASE_UNKNOWN'
  | 'DATABASE_TOO_OLD'
  /** The database is not in UTF-8, so it cannot hold every name. */
  | 'DATABASE_NOT_UTF8'
  /** The server is set to acknowledge what it has not yet put on disk. */
  | 'DATABASE_NOT_DURABLE'
  /** A standby: it can be read only. */
  | 'DATABASE_READ_ONLY'
  | 'DATABASE_NOT_PERMITTED'
  | 'DATABASE_DISK_FULL'
  | 'DATABASE_FULL_OF_CONNECTIONS'
  | 'DATABASE_SCHEMA_NEWER'
  /** Its events were restored from a dump, so the order in which readers follow them no longer holds. */
  | 'DATABASE_RESTORED_FROM_DUMP'
  | 'DATABASE_FAILED';

export type RecordFailureCode =
  | DatabaseTroubleCode
  | 'RECORD_CLOSED'
  /** An append that no database could store, such as text with a NUL character. */
  | 'RECORD_CANNOT_HOLD'
  /** A stored event is not what Muster wrote. */
  | 'RECORD_DAMAGED'
  | 'RECORD_CURSOR_UNKNOWN';

/** What is wrong with a database, and what to do about it, in one plain sentence that holds no password. */
export interface DatabaseTrouble {
  readonly code: DatabaseTroubleCode;
  readonly why: string;
}

/**
 * Thrown when the record itself fails, which no decider can foresee; refusals and clashes are values.
 * After a failed append nothing is known to be recorded: send the same command again, with its id.
 */
export class RecordFailure extends Error {
  readonly code: RecordFailureCode;

  constructor(code: RecordFailureCode, why: string, cause?: unknown) {
    super(why, { cause });
    this.name = 'RecordFailure';
    this.code = code;
  }
}
