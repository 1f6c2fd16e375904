/** No node, or no arc: what a node hangs by when it hangs on the outside. */
export const none = -1;

/**
 * A tree over all nodes and, as its root, a place outside the network. Each node hangs on its parent by one arc and
 * knows how many more units could go up that arc and how many down, whichever way the arc points.
 *
 * The nodes stand in one ring, `next`, in which all that hang below a node follow it at once: the subtree of a node
 * is the run of deeper nodes behind it.
 */
export class SpanningTree {
  readonly root: number;
  readonly parent: Int32Array;
  /** The arc to the parent; `none` for a node that hangs on the outside. */
  readonly arc: Int32Array;
  /** How many more units could go from the node to its parent, and from the parent to it. */
  readonly roomUp: Float64Array;
  readonly roomDown: Float64Array;
  readonly depth: Int32Array;
  /** What one unit costs from the root to the node, along the tree, in the packed levels being solved. */
  readonly price: Float64Array;
  readonly next: Int32Array;
  private readonly previous: Int32Array;

  constructor(nodes: number) {
    this.root = nodes;
    this.parent = new Int32Array(nodes + 1).fill(none);
    this.arc = new Int32Array(nodes + 1).fill(none);
    this.roomUp = new Float64Array(nodes + 1);
    this.roomDown = new Float64Array(nodes + 1);
    this.depth = new Int32Array(nodes + 1);
    this.price = new Float64Array(nodes + 1);
    this.next = new Int32Array(nodes + 1);
    this.previous = new Int32Array(nodes + 1);
  }

  /** The node where the ways from two nodes to the root meet. */
  meetingOf(one: number, other: number): number {
    const { parent, depth } = this;
    let a = one;
    let b = other;
    while (a !== b) {
      if ((depth[a] as number) >= (depth[b] as number)) a = parent[a] as number;
      else b = parent[b] as number;
    }
    return a;
  }

  /** Makes the ring and the depths from the parents; false when some nodes hang on one another in a circle. */
  arrange(): boolean {
    const { root, parent, depth, next, previous } = this;
    const firstChild = new Int32Array(root + 1).fill(none);
    const sibling = new Int32Array(root + 1).fill(none);
    for (let node = root - 1; node >= 0; node--) {
      const above = parent[node] as number;
      sibling[node] = firstChild[above] as number;
      firstChild[above] = node;
    }
    let seen = 0;
    let last = root;
    depth[root] = 0;
    let node = firstChild[root] as number;
    while (node !== none) {
      seen++;
      depth[node] = (depth[parent[node] as number] as number) + 1;
      next[last] = node;
      previous[node] = last;
      last = node;
      let onward = firstChild[node] as number;
      for (let up = node; onward === none && up !== root; up = parent[up] as number) onward = sibling[up] as number;
      node = onward;
    }
    next[last] = root;
    previous[root] = last;
    return seen === root;
  }

  /** All nodes, each before those that hang below it. */
  *fromRoot(): Generator<number> {
    for (let node = this.next[this.root] as number; node !== this.root; node = this.next[node] as number) yield node;
  }

  /**
   * Cuts the subtree of `cut` off its parent, and hangs it by its node `graft` on `onto` instead, with the given arc and
   * rooms. All prices in it rise by `rise`. Every node between `graft` and `cut` comes to hang on its former child.
   */
  regraft(cut: number, graft: number, onto: number, arc: number, up: number, down: number, rise: number): void {
    const { parent, arc: ownArc, roomUp, roomDown, depth, price, next, previous } = this;
    const before = previous[cut] as number;
    let stem = graft;
    let child = none;
    let last = none;
    // The first node behind what was moved so far, in the ring as it was.
    let after = none;
    let newParent = onto;
    let newArc = arc;
    let newUp = up;
    let newDown = down;
    for (;;) {
      const oldParent = parent[stem] as number;
      const oldDepth = depth[stem] as number;
      const deeper = (depth[newParent] as number) + 1 - oldDepth;
      if (last !== none) {
        next[last] = stem;
        previous[stem] = last;
      }
      // The stem and all below it but the child moved before: it stands behind them now, and they behind it.
      let node = stem;
      do {
        price[node] = (price[node] as number) + rise;
        depth[node] = (depth[node] as number) + deeper;
        last = node;
        node = next[node] as number;
        if (node === child) {
          node = after;
          next[last] = node;
          previous[node] = last;
        }
      } while ((depth[node] as number) > oldDepth);
      after = node;

      const oldArc = ownArc[stem] as number;
      const oldUp = roomUp[stem] as number;
      const oldDown = roomDown[stem] as number;
      parent[stem] = newParent;
      ownArc[stem] = newArc;
      roomUp[stem] = newUp;
      roomDown[stem] = newDown;
      if (stem === cut) break;
      // The same arc, seen from its other end.
      newParent = stem;
      newArc = oldArc;
      newUp = oldDown;
      newDown = oldUp;
      child = stem;
      stem = oldParent;
    }
    next[before] = after;
    previous[after] = before;
    const behind = next[onto] as number;
    next[onto] = graft;
    previous[graft] = onto;
    next[last] = behind;
    previous[behind] = last;
  }
}
