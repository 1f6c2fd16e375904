import { lengthDays } from '@muster/terms';
import { ExactSums } from '../certificate/exact-sums.ts';
import type { ProblemModel } from './problem-model.ts';

/** A sum of a few rounded doubles is off by less than this share; what is gained is counted so much larger. */
const safely = 1 + 2 ** -46;
/** A pool with more ways to share out its teams than this many tries keeps what its rows prove. */
const mostTries = 10_000;

/**
 * What whole people add to a bound that parts of people would not. A pool that may give 90 people-days gives three people
 * for 28 days each, not 3.2. So the multipliers of its own rows, strength and days, prove less than the best that its whole
 * teams can do at the prices of lines, lenders and limits, and that is found here by trying.
 */
export class WholePeopleBound {
  private readonly model: ProblemModel;
  private readonly rows: Float64Array;
  /** The most that one person is worth at a time of a pool, before what the pool's own rows make of it. */
  private readonly gains: Float64Array;
  /** What the uses of a pool add to the sum as they are. */
  private readonly ofUses: ExactSums;
  /** 1 for pools with a figure beyond what a double holds. */
  private readonly beyond: Uint8Array;
  private readonly strengthRow: number;
  private readonly daysRow: Int32Array;
  private readonly days: Int32Array;

  /** `rows` are the multipliers of the proof. */
  constructor(model: ProblemModel, rows: Float64Array) {
    const { c, families, offsets } = model;
    this.model = model;
    this.rows = rows;
    this.gains = new Float64Array(c.pools.length * c.stretches.length);
    this.beyond = new Uint8Array(c.pools.length);
    this.ofUses = new ExactSums(c.pools.length);
    const firstRow = (id: string) => offsets[families.findIndex((family) => family.id === id)] ?? 0;
    this.strengthRow = firstRow('pool-strength');
    let row = firstRow('pool-days');
    this.daysRow = Int32Array.from(c.pools, (pool) => (pool.mostPersonDays === undefined ? -1 : row++));
    this.days = Int32Array.from(c.stretches, (stretch) => lengthDays(stretch));
  }

  /** A use that is not at its best with nobody, or may not be: `cost` is what one person adds, and at most so many can be there. */
  see(pool: number, stretch: number, cost: number | bigint, most: number): void {
    const time = pool * this.model.c.stretches.length + stretch;
    const ofDays = this.priceOfDay(pool) * (this.days[stretch] ?? 0);
    const ownRows = (this.rows[this.strengthRow + time] ?? 0) + ofDays;
    const gain = -(Number(cost) + ownRows);
    if (typeof cost === 'bigint' || ![ofDays, ownRows, gain].every(Number.isSafeInteger)) {
      this.beyond[pool] = 1;
      return;
    }
    this.gains[time] = Math.max(this.gains[time] ?? 0, gain);
    if (cost < 0) this.ofUses.add(pool, cost, most);
  }

  /** What may be added to the sum: never less than nothing. */
  more(): bigint {
    const { c } = this.model;
    // Where the same people stay over several times, times of a pool cannot be looked at one by one.
    if (c.lines.some((line) => line.throughout)) return 0n;
    let sum = 0n;
    for (const [p, { mostPersonDays, teamSize = 1 }] of c.pools.entries()) {
      if ((mostPersonDays === undefined && teamSize === 1) || this.beyond[p] === 1) continue;
      const best = this.bestOf(p);
      if (best === undefined) continue;
      const more = -BigInt(Math.ceil(best * safely)) - this.provedOf(p);
      if (more > 0n) sum += more;
    }
    return sum;
  }

  private priceOfDay(pool: number): number {
    const row = this.daysRow[pool] ?? -1;
    return row < 0 ? 0 : (this.rows[row] ?? 0);
  }

  /** What the pool's rows and uses prove: zero or less. */
  private provedOf(p: number): bigint {
    const { c } = this.model;
    const { people = 0, mostPersonDays = 0 } = c.pools[p] ?? {};
    const sum = new ExactSums(1);
    const first = this.strengthRow + p * c.stretches.length;
    for (let t = 0; t < c.stretches.length; t++) sum.add(0, this.rows[first + t] ?? 0, people);
    sum.add(0, this.priceOfDay(p), mostPersonDays);
    return sum.at(0) + this.ofUses.at(p);
  }

  /** The most that whole teams of a pool are worth within its strength and days; undefined when that takes too many tries. */
  private bestOf(p: number): number | undefined {
    const { c } = this.model;
    const { people = 0, mostPersonDays = Number.POSITIVE_INFINITY, teamSize = 1 } = c.pools[p] ?? {};
    const most = Math.floor(people / teamSize);
    const items = c.stretches.flatMap((_, t) => {
      const worth = (this.gains[p * c.stretches.length + t] ?? 0) * teamSize;
      return worth > 0 ? [{ worth, takes: (this.days[t] ?? 1) * teamSize }] : [];
    });
    return mostWorth(items, most, mostPersonDays);
  }
}

interface Item {
  readonly worth: number;
  readonly takes: number;
}

/**
 * The most worth of whole numbers of items, at most so many of each, that together take no more than there is.
 *
 * Items are tried from the one worth most for what it takes. Of a better item and a worse one, so many can be exchanged
 * that together take the same and are worth as much or more; so the worse one is few, or the better one nearly all: that
 * leaves few numbers to try.
 */
function mostWorth(items: readonly Item[], most: number, room: number): number | undefined {
  const sorted = [...items].sort((a, b) => b.worth / b.takes - a.worth / a.takes);
  let best = 0;
  let tries = 0;
  const tryFrom = (i: number, caps: readonly number[], left: number, worth: number): void => {
    best = Math.max(best, worth);
    const item = sorted[i];
    if (!item) return;
    for (let n = Math.min(caps[i] ?? 0, Math.floor(left / item.takes)); n >= 0; n--) {
      if (++tries > mostTries) return;
      const capsThen = caps.map((cap, j) => {
        const worse = sorted[j];
        if (!worse || j <= i) return cap;
        const shared = divisor(item.takes, worse.takes);
        return n > most - worse.takes / shared ? cap : Math.min(cap, item.takes / shared - 1);
      });
      const rest = left - n * item.takes;
      // With fewer of this one the others are no more, so what can still come is no more either.
      if (worth + n * item.worth + atMost(sorted, i + 1, capsThen, rest) <= best) return;
      tryFrom(i + 1, capsThen, rest, worth + n * item.worth);
    }
  };
  tryFrom(
    0,
    sorted.map(() => most),
    room,
    0,
  );
  return tries > mostTries ? undefined : best;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

/** No less than what whole items from one on can be worth: parts of them count. */
function atMost(sorted: readonly Item[], from: number, caps: readonly number[], room: number): number {
  let [worth, left] = [0, room];
  for (let i = from; i < sorted.length && left > 0; i++) {
    const { worth: each, takes } = sorted[i] as Item;
    const n = Math.min(caps[i] ?? 0, left / takes);
    worth += n * each;
    left -= n * takes;
  }
  return worth * safely;
}
