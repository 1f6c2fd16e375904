import type { DecidingPolicy } from '@muster/decision';
import type { Capacity } from '@muster/terms';
import type { LitigationNote } from './litigation.ts';
import type { LooksAt } from './looks-at.ts';

/** One policy of a `rule.cedar`: what a verdict shows of it, what it asks for, and where it stands. */
export interface LawPolicy {
  /** Without litigation: which of the notes a verdict shows hangs on its day. */
  readonly deciding: DecidingPolicy;
  readonly litigation: readonly LitigationNote[];
  readonly looksAt: LooksAt;
  /** An earlier policy that this one takes the place of. */
  readonly replaces?: string;
  readonly needs: readonly Capacity[];
  readonly contested: boolean;
  /** Its Cedar text, from the first annotation to the semicolon. */
  readonly text: string;
  readonly file: string;
  readonly line: number;
}
