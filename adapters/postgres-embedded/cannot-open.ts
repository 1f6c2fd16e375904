/** Why the embedded PostgreSQL could not be opened. The codes are stable. */
export type CannotOpenCode =
  /** There is no embedded PostgreSQL for this operating system and processor. */
  | 'POSTGRES_PLATFORM_UNSUPPORTED'
  /** The npm package that ships PostgreSQL is not installed, or not whole. */
  | 'POSTGRES_PACKAGE_MISSING'
  /** A program every Linux has in util-linux (flock, unshare) is not there. */
  | 'POSTGRES_TOOL_MISSING'
  /** PostgreSQL refuses to run as root, and the machine gives us no user namespace to be nobody in. */
  | 'POSTGRES_RUNS_AS_ROOT'
  | 'DATA_FOLDER_NOT_WRITABLE'
  | 'DATA_FOLDER_IN_USE'
  | 'DATA_FOLDER_BROKEN'
  /** The folder was made by another major version of PostgreSQL. */
  | 'DATA_FOLDER_OTHER_VERSION'
  | 'DISK_FULL'
  /** Anything else that PostgreSQL said when it did not start. */
  | 'POSTGRES_DID_NOT_START'
  /** It ran, and somebody else told it to stop. */
  | 'POSTGRES_STOPPED'
  /** It ran, ended by itself again and again, and is left alone. */
  | 'POSTGRES_KEEPS_ENDING';

/** A value, never thrown: what is wrong and what to do about it, in one plain sentence. */
export interface CannotOpen {
  readonly outcome: 'cannotOpen';
  readonly code: CannotOpenCode;
  readonly why: string;
}

export const cannotOpen = (code: CannotOpenCode, why: string): CannotOpen => ({ outcome: 'cannotOpen', code, why });

export const isCannotOpen = (value: object): value is CannotOpen =>
  'outcome' in value && value.outcome === 'cannotOpen';
