/** Why a log will not sign. The codes are stable. */
export type LogTroubleCode =
  /** The stored tree is smaller than one that was signed: an older copy of the database was restored. */
  | 'LOG_OLDER_THAN_SIGNED'
  /** The stored tree holds other events than one that was signed. */
  | 'LOG_CONTRADICTS_SIGNED'
  /** What is kept as the newest checkpoint cannot be read, or none of the log's keys signed it. */
  | 'LOG_CHECKPOINT_DAMAGED'
  /** What is kept as the newest checkpoint is of another log: two databases and one data folder. */
  | 'LOG_OF_ANOTHER_ORIGIN'
  /** A witness has cosigned more of this log than the database holds, and shows no evidence. */
  | 'LOG_OLDER_THAN_WITNESSED'
  /** What a witness cosigned is not what the database holds, and it shows no evidence. */
  | 'LOG_CONTRADICTS_WITNESSED'
  /** The key at hand is not the one that signs this log. */
  | 'LOG_KEY_NOT_OURS';

export interface LogTrouble {
  readonly code: LogTroubleCode;
  /** What is, and the way out, in plain words. */
  readonly why: string;
}
