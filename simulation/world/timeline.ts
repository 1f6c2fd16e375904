/** Time that passes only when nothing is left to do: what takes an hour here takes no time. */
export interface Timeline {
  /** Milliseconds since this life began. */
  now(): number;
  /** Does it so many milliseconds later. What falls on the same moment happens in the order it was asked for. */
  after(milliseconds: number, what: () => void): void;
  pause(milliseconds: number): Promise<void>;
  /** Lets time pass until nothing is to happen any more. */
  run(): Promise<void>;
}

interface Due {
  readonly at: number;
  readonly n: number;
  readonly what: () => void;
}

export function timeline(): Timeline {
  const heap: Due[] = [];
  let now = 0;
  let n = 0;

  const after = (milliseconds: number, what: () => void): void => {
    push(heap, { at: now + Math.max(0, milliseconds), n: n++, what });
  };

  async function run(): Promise<void> {
    for (;;) {
      // All that follows of itself from what just happened comes first: then time goes on.
      await new Promise(setImmediate);
      const next = pop(heap);
      if (!next) return;
      now = next.at;
      next.what();
    }
  }

  return {
    now: () => now,
    after,
    pause: (milliseconds) => new Promise((settle) => after(milliseconds, settle)),
    run,
  };
}

const before = (a: Due, b: Due): boolean => a.at < b.at || (a.at === b.at && a.n < b.n);

function push(heap: Due[], due: Due): void {
  let i = heap.push(due) - 1;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    const above = heap[parent] as Due;
    if (before(above, due)) break;
    heap[i] = above;
    i = parent;
  }
  heap[i] = due;
}

function pop(heap: Due[]): Due | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (!first || !last || heap.length === 0) return first;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && before(heap[child + 1] as Due, heap[child] as Due)) child += 1;
    if (before(last, heap[child] as Due)) break;
    heap[i] = heap[child] as Due;
    i = child;
  }
  heap[i] = last;
  return first;
}
