/** Why a house cannot open, in one plain sentence, and the exit code a program ends with. */
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
} as const;
