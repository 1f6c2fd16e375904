/** What is wrong with a bundle. */
export type BundleFaultKind =
  /** The file ends too soon, cannot be unpacked, or is none. */
  | 'file'
  /** A line that is not written as it should be, or stands where it should not. */
  | 'line'
  /** The text of a leaf is not the one whose hash is stated. */
  | 'changed'
  | 'missing'
  | 'surplus'
  /** A leaf stands elsewhere than where its hash is stated. */
  | 'moved'
  /** The hash stated for a leaf is not that of the text which was signed. */
  | 'statedHash'
  /** The leaves do not make up the tree that was signed. */
  | 'tree'
  | 'signature'
  | 'origin'
  /** An event does not follow the one before it in its stream. */
  | 'chain'
  /** The end of a stream's chain is not the one stated. */
  | 'head'
  /** The lines between two places are not those that were written. */
  | 'lines'
  /** The whole is not the one that was sealed. */
  | 'seal'
  | 'count';

export interface BundleFault {
  readonly kind: BundleFaultKind;
  /** One plain sentence. */
  readonly words: string;
  readonly line?: number;
  readonly leaf?: number;
}
