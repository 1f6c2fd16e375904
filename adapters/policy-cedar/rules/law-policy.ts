import type { DecidingPolicy } from '@muster/decision';
import type { Capacity } from '@muster/terms';

/** One policy of a `rule.cedar`: what a verdict shows of it, what it asks for, and where it stands. */
export interface LawPolicy {
  readonly deciding: DecidingPolicy;
  readonly needs: readonly Capacity[];
  readonly contested: boolean;
  /** Its Cedar text, from the first annotation to the semicolon. */
  readonly text: string;
  readonly file: string;
  readonly line: number;
}
