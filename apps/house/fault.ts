/** Why a house cannot open or go on, in one plain sentence, and the exit code a program ends with. */
export interface HouseFault {
  /** Stable, such as `DATA_FOLDER_IN_USE`. */
  readonly code: string;
  readonly fault: string;
  readonly exitCode: number;
}

/** Exit codes of every Muster program; documented in docs/reference/cli.md. */
export const exitCodes = {
  ok: 0,
  /** The command was refused, or the scenario did not go as told. */
  refused: 1,
  /** What was typed, or a file, is not right. */
  badInput: 2,
  /** The database cannot be reached, or is not one Muster can use. */
  database: 3,
  /** Another Muster uses the data folder, or the port is taken. */
  inUse: 4,
  /** No space, or no permission to write. */
  storage: 5,
  /** Muster itself failed. */
  failed: 70,
  /** Stopped by Ctrl-C while a verb was running. */
  interrupted: 130,
} as const;

/** The fault that a code of the database, the record or the data folder stands for. */
export const faultOf = ({ code, why }: { readonly code: string; readonly why: string }): HouseFault => ({
  code,
  fault: why,
  exitCode: exitCodeOf(code),
});

function exitCodeOf(code: string): number {
  if (code === 'DATA_FOLDER_IN_USE') return exitCodes.inUse;
  if (code.endsWith('DISK_FULL') || code.startsWith('DATA_FOLDER_') || code.startsWith('LOG_KEY_')) {
    return exitCodes.storage;
  }
  if (code === 'RECORD_CURSOR_UNKNOWN') return exitCodes.badInput;
  if (code === 'POSTGRES_STOPPED' || code === 'POSTGRES_KEEPS_ENDING') return exitCodes.database;
  return code.startsWith('DATABASE_') || code.startsWith('LOG_') ? exitCodes.database : exitCodes.failed;
}

const storageWords: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: free some space, then start again',
  EDQUOT: 'the disk is full: free some space, then start again',
  EACCES: 'this account may not: name another folder, or start as the account that made it',
  EPERM: 'this account may not: name another folder, or start as the account that made it',
  EROFS: 'it can only be read: name another folder',
  ENOTDIR: 'part of that path is a file: name another folder',
};

/** What an error thrown while running comes to. */
export function faultIn(error: unknown): HouseFault {
  const { name, message, code = '', path } = error as NodeJS.ErrnoException;
  if (name === 'LawMoved') return { code, fault: message, exitCode: exitCodes.inUse };
  if (name === 'EventUnknown') return { code, fault: message, exitCode: exitCodes.database };
  if (name === 'RecordFailure') return faultOf({ code, why: message });
  const storage = storageWords[code];
  if (storage)
    return { code, fault: `Muster cannot write ${path ?? 'there'}: ${storage}.`, exitCode: exitCodes.storage };
  return { code: 'FAILED', fault: `Muster failed: ${message}`, exitCode: exitCodes.failed };
}
