import type { LawPort } from '@muster/decision';
import type { CompiledPack } from '../compile-pack.ts';

/** A law pack as a reader wants it: the law that answers, and what stands behind each answer. */
export interface LawBook extends CompiledPack {
  readonly law: LawPort;
}
