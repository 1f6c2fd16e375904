/** Nodes waiting to be looked at, the nearest first. A node that has come nearer is offered again. */
export class NearestFirst {
  readonly #heap: number[] = [];
  readonly #at: Int32Array;
  readonly #compare: (one: number, other: number) => number;

  constructor(nodes: number, compare: (one: number, other: number) => number) {
    this.#at = new Int32Array(nodes).fill(-1);
    this.#compare = compare;
  }

  offer(node: number): void {
    let at = this.#at[node] ?? -1;
    if (at === -1) at = this.#heap.push(node) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = this.#heap[above] ?? 0;
      if (this.#compare(node, other) >= 0) break;
      this.#put(at, other);
      at = above;
    }
    this.#put(at, node);
  }

  take(): number | undefined {
    const nearest = this.#heap[0];
    const last = this.#heap.pop();
    if (nearest === undefined || last === undefined) return undefined;
    this.#at[nearest] = -1;
    if (this.#heap.length === 0) return nearest;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.#heap.length) break;
      const [left, right] = [this.#heap[below] ?? 0, this.#heap[below + 1]];
      let child = left;
      if (right !== undefined && this.#compare(right, left) < 0) {
        below += 1;
        child = right;
      }
      if (this.#compare(last, child) <= 0) break;
      this.#put(at, child);
      at = below;
    }
    this.#put(at, last);
    return nearest;
  }

  #put(at: number, node: number): void {
    this.#heap[at] = node;
    this.#at[node] = at;
  }
}
