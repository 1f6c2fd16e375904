/** Where a witness stands with the log, as the server tells it. */
export interface WitnessStanding {
  readonly name: string;
  readonly url: string;
  readonly state: 'waiting' | 'cosigned' | 'unreachable' | 'refused' | 'ahead' | 'contradicted';
  /** How many events it has cosigned of what is held here. */
  readonly size: number;
  readonly signedAt?: string | undefined;
  readonly words?: string | undefined;
}

/** The log as its newest checkpoint has it. */
export interface LogShown {
  readonly origin: string;
  readonly size: number;
  readonly witnesses: readonly WitnessStanding[];
}
