/** Something that can be committed with others, and what it counts for. */
export interface Load {
  readonly id: string;
  readonly events: number;
  /** Rough size of what is sent, in characters. */
  readonly size: number;
}

/** The most that is committed at once. */
const most = { events: 256, size: 8_000_000 };

/**
 * Commits at most one batch at a time and gathers what arrives meanwhile into the next, so that one wait for the
 * disk serves many. Each item's promise settles after its batch is committed.
 *
 * Two items of one id are never in one batch: the later one must see what became of the earlier.
 */
export function groupCommit<Item, Outcome>(
  loadOf: (item: Item) => Load,
  commit: (batch: readonly Item[]) => Promise<readonly PromiseSettledResult<Outcome>[]>,
) {
  interface Waiting extends Load {
    readonly item: Item;
    readonly settle: (outcome: PromiseSettledResult<Outcome>) => void;
  }
  let waiting: Waiting[] = [];
  let running: Promise<void> | undefined;
  let committing = 0;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = nextBatch();
      committing = batch.length;
      const outcomes = await commit(batch.map(({ item }) => item));
      for (const [i, { settle }] of batch.entries()) settle(outcomes[i] as PromiseSettledResult<Outcome>);
      committing = 0;
      // Those just acknowledged often have their next append at hand: let them join the next batch.
      await new Promise(setImmediate);
    }
    running = undefined;
  }

  function nextBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    const ids = new Set<string>();
    let events = 0;
    let size = 0;
    for (const one of waiting) {
      const fits = batch.length === 0 || (events + one.events <= most.events && size + one.size <= most.size);
      if (!fits || ids.has(one.id)) {
        later.push(one);
        continue;
      }
      batch.push(one);
      ids.add(one.id);
      events += Math.max(1, one.events);
      size += one.size;
    }
    waiting = later;
    return batch;
  }

  return {
    add: (item: Item): Promise<Outcome> =>
      new Promise((resolve, reject) => {
        const settle = (outcome: PromiseSettledResult<Outcome>) =>
          outcome.status === 'fulfilled' ? resolve(outcome.value) : reject(outcome.reason);
        waiting.push({ ...loadOf(item), item, settle });
        // Begin only when all that asks now has asked.
        running ??= Promise.resolve().then(run);
      }),
    /** How many wait or are being committed. */
    waiting: (): number => waiting.length + committing,
    /** Settles when nothing waits or is being committed. */
    idle: async (): Promise<void> => {
      await running;
    },
  };
}
