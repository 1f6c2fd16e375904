import { signingKey } from '@muster/log';

/** The key of the log that the figures are measured on. */
export const key = signingKey('bench.example/record', 'ed25519', new Uint8Array(32).fill(1));

/** What one audit took, in a process of its own. */
export interface Audited {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly rssMib: number;
}
