import { addDays, type Period } from '@muster/terms';
import type { CompiledProblem } from './compile-problem.ts';
import { picksDays, picksKind } from './selector.ts';

/**
 * What stands between a pool and a slot, in the words a planner reads. The first four come from the people and the
 * calendar, the rest from bars.
 */
export interface Hindrance {
  readonly barrier:
    | 'skill'
    | 'position'
    | 'distance'
    | 'tour'
    | 'available'
    | 'authority'
    | 'consent'
    | 'review'
    | 'planner';
  readonly words: string;
}

/** Every possible use that nothing bars: number by number, in the order of pools, then lines, then slots, then kinds. */
export interface Uses {
  readonly count: number;
  readonly pool: Int32Array;
  readonly line: Int32Array;
  /** The first of its slots, and how many it takes: all of the line's where the same people serve throughout. */
  readonly slot: Int32Array;
  readonly slots: Int32Array;
  readonly kind: Uint8Array;
}

/**
 * Finds every open use. A million of them take a fraction of a second: whatever can be told of a pair is told once.
 * Skill and distance can be imagined away, to see what they cost.
 */
export function openUses(c: CompiledProblem, lifted: ReadonlySet<string> = new Set()): Uses {
  const byNeed = new Map<string, number[]>();
  for (const [l, line] of c.lines.entries()) {
    byNeed.set(line.skillId, [...(byNeed.get(line.skillId) ?? []), l]);
  }
  const all = [...c.lines.keys()];
  const [anySkill, anyDay] = [lifted.has('skill'), lifted.has('distance')];
  const reached = c.lines.map((_, l) => reaches(c, l));
  const kindNumbers = new Map(c.kinds.map((kind, k) => [kind, k]));
  const table = growing(mostUses(c, anySkill ? () => all : (skillId) => byNeed.get(skillId) ?? [], reached));
  for (const [p, pool] of c.pools.entries()) {
    if (pool.people === 0) continue;
    for (const l of anySkill ? all : (byNeed.get(pool.skillId) ?? [])) {
      if (positionBars(c, p, l) || tourBars(c, p, l)) continue;
      const bars = c.barsOn(p, l);
      const arrives = c.arrivesAfter(p, l);
      for (const [slot, slots, period] of reached[l] ?? []) {
        for (const kind of pool.kinds) {
          if (arrives > (c.slots[slot]?.begins ?? 0) && !anyDay) continue;
          if (pool.available && !coversDays(pool.available, period)) continue;
          const barred = bars.some((b) => {
            const select = c.problem.bars[b]?.select;
            return select && picksKind(select, kind) && picksDays(select, period.fromOn, period.toOn);
          });
          if (!barred) table.add(p, l, slot, slots, kindNumbers.get(kind) ?? 0);
        }
      }
    }
  }
  return table.done();
}

/** No fewer uses than are open: all that skills alone leave. */
function mostUses(
  { pools }: CompiledProblem,
  linesFor: (skillId: string) => readonly number[],
  reached: readonly (readonly unknown[])[],
): number {
  const bySkill = new Map<string, number>();
  return pools.reduce((sum, { skillId, kinds }) => {
    const known = bySkill.get(skillId) ?? linesFor(skillId).reduce((n, l) => n + (reached[l]?.length ?? 0), 0);
    bySkill.set(skillId, known);
    return sum + known * kinds.length;
  }, 0);
}

/** Whether nothing stands between a pool and a slot under a kind; the same as `hindrances`, without the words. */
export function isOpen(c: CompiledProblem, p: number, l: number, slot: number, kind: string): boolean {
  const pool = c.pools[p];
  const line = c.lines[l];
  const first = c.slots[line?.throughout ? (c.slotStart[l] ?? 0) : slot];
  if (!pool?.kinds.includes(kind) || !line || !first) return false;
  const period = line.throughout ? line.period : first.period;
  if (pool.skillId !== line.skillId || c.arrivesAfter(p, l) > first.begins) return false;
  if (positionBars(c, p, l) || tourBars(c, p, l)) return false;
  if (pool.available && !coversDays(pool.available, period)) return false;
  for (const b of c.barsOn(p, l)) {
    const select = c.problem.bars[b]?.select;
    if (select && picksKind(select, kind) && picksDays(select, period.fromOn, period.toOn)) return false;
  }
  return true;
}

/** Everything that stands between a pool and a slot under a kind; empty when nothing does. */
export function hindrances(c: CompiledProblem, p: number, l: number, period: Period, kind: string): Hindrance[] {
  const pool = c.pools[p];
  const line = c.lines[l];
  if (!pool || !line) return [];
  const found: Hindrance[] = [];
  const add = (barrier: Hindrance['barrier'], words: string) => found.push({ barrier, words });
  if (pool.skillId !== line.skillId)
    add('skill', `${pool.poolId} offers ${pool.skillId}, the line needs ${line.skillId}`);
  if (positionBars(c, p, l))
    add('position', `the line takes only ${line.positionId}, and ${pool.poolId} is not qualified for it`);
  if (tourBars(c, p, l)) add('tour', `people of ${pool.poolId} serve at most ${pool.tourDays} days in one go`);
  const arriveOn = c.arriveOn(p, l);
  if (arriveOn > period.fromOn)
    add('distance', `people of ${pool.poolId} arrive on ${arriveOn}, after ${period.fromOn}`);
  if (pool.available && !coversDays(pool.available, period))
    add('available', `people of ${pool.poolId} are free only from ${pool.available.fromOn} to ${pool.available.toOn}`);
  for (const b of c.barsOn(p, l)) {
    const bar = c.problem.bars[b];
    if (bar && picksKind(bar.select, kind) && picksDays(bar.select, period.fromOn, period.toOn))
      add(bar.barrier, bar.words);
  }
  return found;
}

const positionBars = (c: CompiledProblem, p: number, l: number): boolean => {
  const wanted = c.lines[l]?.positionId;
  return wanted !== undefined && c.pools[p]?.positionId !== wanted;
};

/** A tour is too short only where the same people must stay: elsewhere others may take over. */
const tourBars = (c: CompiledProblem, p: number, l: number): boolean => {
  const { tourDays } = c.pools[p] ?? {};
  const line = c.lines[l];
  return (
    tourDays !== undefined && line?.throughout === true && addDays(line.period.fromOn, tourDays) < line.period.toOn
  );
};

const coversDays = (outer: Period, inner: Period): boolean => outer.fromOn <= inner.fromOn && inner.toOn <= outer.toOn;

/** The stretches in which a line can be served: each slot by itself, or all of them together. */
export function reaches(c: CompiledProblem, l: number): [slot: number, slots: number, period: Period][] {
  const first = c.slotStart[l] ?? 0;
  const end = c.slotStart[l + 1] ?? first;
  const line = c.lines[l];
  if (line?.throughout) return [[first, end - first, line.period]];
  return Array.from({ length: end - first }, (_, i) => {
    const slot = first + i;
    return [slot, 1, (c.slots[slot] as { period: Period }).period];
  });
}

/** Memory that is never touched costs nothing: room for so many is taken at once, and what they leave behind by growing is spared. */
const mostAtOnce = 2 ** 22;

/** Typed arrays with room for the most there can be, or that double when they are full. */
function growing(most: number) {
  let room = Math.max(16, Math.min(most, mostAtOnce));
  let count = 0;
  let pool = new Int32Array(room);
  let line = new Int32Array(room);
  let slot = new Int32Array(room);
  let slots = new Int32Array(room);
  let kind = new Uint8Array(room);
  const grown = <A extends Int32Array | Uint8Array>(old: A, fresh: A): A => {
    fresh.set(old);
    return fresh;
  };
  return {
    add(p: number, l: number, s: number, n: number, k: number) {
      if (count === room) {
        room *= 2;
        pool = grown(pool, new Int32Array(room));
        line = grown(line, new Int32Array(room));
        slot = grown(slot, new Int32Array(room));
        slots = grown(slots, new Int32Array(room));
        kind = grown(kind, new Uint8Array(room));
      }
      pool[count] = p;
      line[count] = l;
      slot[count] = s;
      slots[count] = n;
      kind[count] = k;
      count += 1;
    },
    done: (): Uses => ({
      count,
      pool: pool.subarray(0, count),
      line: line.subarray(0, count),
      slot: slot.subarray(0, count),
      slots: slots.subarray(0, count),
      kind: kind.subarray(0, count),
    }),
  };
}
