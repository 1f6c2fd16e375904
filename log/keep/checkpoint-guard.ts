/**
 * Keeps the newest checkpoint where the database's fate does not reach: a file, a witness. A database restored from an
 * older copy would let the log sign a tree that contradicts one it has signed; the guard remembers.
 */
export interface CheckpointGuard {
  /** Where it is kept, in words a person understands. */
  readonly where: string;
  /** The newest checkpoint it was given, a signed note; undefined before the first. */
  newest(): Promise<string | undefined>;
  /** Keeps a checkpoint before it is published: once this settles, it survives the end of this machine's power. */
  keep(note: string): Promise<void>;
}
