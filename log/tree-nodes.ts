/** A whole node of a tree: it covers the leaves from `index * 2^height` up to the next node's first. */
export interface TreeNode {
  readonly height: number;
  readonly index: number;
}

/** The whole nodes that make up the leaves from `begin` (a multiple of what they span) to before `end`, largest first. */
export function nodesOver(begin: number, end: number): TreeNode[] {
  const nodes: TreeNode[] = [];
  for (let at = begin; at < end; ) {
    let height = 0;
    while (2 ** (height + 1) <= end - at) height++;
    nodes.push({ height, index: at / 2 ** height });
    at += 2 ** height;
  }
  return nodes;
}

/** What each hash of an inclusion proof is made of, from the leaf's sibling up (RFC 6962, section 2.1.1). */
export function nodesOfInclusion(index: number, size: number): TreeNode[][] {
  const path: TreeNode[][] = [];
  for (let [begin, end] = [0, size]; end - begin > 1; ) {
    const middle = begin + splitOf(end - begin);
    if (index < middle) {
      path.unshift(nodesOver(middle, end));
      end = middle;
    } else {
      path.unshift(nodesOver(begin, middle));
      begin = middle;
    }
  }
  return path;
}

/** What each hash of a consistency proof is made of (RFC 6962, section 2.1.2). */
export function nodesOfConsistency(firstSize: number, secondSize: number): TreeNode[][] {
  const path: TreeNode[][] = [];
  let [begin, end] = [0, secondSize];
  while (firstSize < end) {
    const middle = begin + splitOf(end - begin);
    if (firstSize <= middle) {
      path.unshift(nodesOver(middle, end));
      end = middle;
    } else {
      path.unshift(nodesOver(begin, middle));
      begin = middle;
    }
  }
  // The earlier tree's own root is known to whoever checks.
  return begin === 0 ? path : [nodesOver(begin, end), ...path];
}

/** The largest power of two below `count`, which is at least 2. Found in whole numbers: a logarithm is rounded. */
function splitOf(count: number): number {
  let split = 1;
  while (2 * split < count) split *= 2;
  return split;
}
