import { sha256 } from '#sha256';

/** A SHA-256 value: 32 bytes. */
export type Hash = Uint8Array;

export const hashLength = 32;

/** The hash of a leaf that holds this entry: SHA-256(0x00 || entry), RFC 6962 section 2.1. */
export function leafHash(entry: Uint8Array): Hash {
  const leaf = new Uint8Array(1 + entry.length);
  leaf.set(entry, 1);
  return sha256(leaf);
}

/** The hash of a node over two others: SHA-256(0x01 || left || right), so that no node can pass for a leaf. */
export function nodeHash(left: Hash, right: Hash): Hash {
  const node = new Uint8Array(1 + left.length + right.length);
  node[0] = 1;
  node.set(left, 1);
  node.set(right, 1 + left.length);
  return sha256(node);
}

/** The root of a tree without leaves: SHA-256 of nothing. */
export const emptyRoot: Hash = sha256(new Uint8Array());
