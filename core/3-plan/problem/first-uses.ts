import { keptUses } from './kept-uses.ts';
import type { ProblemModel } from './problem-model.ts';
import { placeOfUse } from './use-numbers.ts';

/** How many of the best uses of each slot are taken besides those that a first rough plan needs. */
const bestOfEach = 4;

/**
 * A few uses to begin with: those of a rough plan, made by giving each slot the best people left, the urgent lines first,
 * and the best few of each slot. Whatever is missing is found by pricing, so a poor choice here costs time, not truth: for
 * if there is any plan, there is one with these.
 */
export function firstUses(model: ProblemModel): Int32Array {
  const { c } = model;
  const bySlot = usesBySlot(model);
  const better = betterBy(model);
  const room = roomLeft(model);
  const chosen = new Set(neededUses(model));
  const urgent = [...c.slots.keys()].sort((a, b) => priorityOf(model, a) - priorityOf(model, b) || a - b);
  for (const slot of urgent) {
    const sorted = [...bySlot(slot)].sort(better);
    let lacking = c.lines[c.slots[slot]?.line ?? 0]?.people ?? 0;
    for (const [i, use] of sorted.entries()) {
      const people = lacking > 0 ? Math.min(lacking, room.for(use)) : 0;
      if (people > 0) {
        room.take(use, people);
        lacking -= people;
      }
      if (people > 0 || i < bestOfEach) chosen.add(use);
      if (lacking === 0 && i >= bestOfEach) break;
    }
  }
  return Int32Array.from(chosen).sort();
}

/** What no plan might do without: uses that pins ask for, and those that are kept where only so many may change. */
function neededUses({ c, uses }: ProblemModel): number[] {
  const { pins, mostChanges } = c.problem;
  const kept = mostChanges === undefined ? [] : keptUses(c);
  const found = kept.map(({ pool, slot, kind }) => {
    const l = c.slots[slot]?.line ?? 0;
    return placeOfUse(uses, pool, c.lines[l]?.throughout ? (c.slotStart[l] ?? 0) : slot, kind);
  });
  const pinned = new Set(pins.map((pin) => `${pin.poolId} ${pin.lineId}`));
  for (let use = 0; pinned.size > 0 && use < uses.count; use++) {
    const [pool, line] = [c.pools[uses.pool[use] ?? 0], c.lines[uses.line[use] ?? 0]];
    if (pinned.has(`${pool?.poolId} ${line?.ofLineId}`)) found.push(use);
  }
  return found.filter((use) => use >= 0);
}

const priorityOf = ({ c }: ProblemModel, slot: number): number => c.lines[c.slots[slot]?.line ?? 0]?.priority ?? 5;

/** The uses that begin at a slot. */
export function usesBySlot({ c, uses }: ProblemModel): (slot: number) => Int32Array {
  const starts = new Int32Array(c.slots.length + 1);
  for (let use = 0; use < uses.count; use++) {
    const slot = uses.slot[use] ?? 0;
    starts[slot + 1] = (starts[slot + 1] ?? 0) + 1;
  }
  for (let slot = 0; slot < c.slots.length; slot++) starts[slot + 1] = (starts[slot + 1] ?? 0) + (starts[slot] ?? 0);
  const sorted = new Int32Array(uses.count);
  const next = starts.slice();
  for (let use = 0; use < uses.count; use++) {
    const slot = uses.slot[use] ?? 0;
    const at = next[slot] ?? 0;
    sorted[at] = use;
    next[slot] = at + 1;
  }
  return (slot) => sorted.subarray(starts[slot], starts[slot + 1]);
}

/** Orders uses by what one person adds to each level, in the levels' order. */
export function betterBy({ uses, levels }: ProblemModel): (a: number, b: number) => number {
  const keys = levels.filter((level) => ['arrival', 'cost', 'wishes'].includes(level.level));
  return (a, b) => {
    for (const level of keys) {
      const difference = level.perPerson(uses, a) - level.perPerson(uses, b);
      if (difference !== 0) return difference;
    }
    return a - b;
  };
}

/** How many more people each rule leaves room for; rules with columns of their own are left to the solver. */
function roomLeft({ uses, families, offsets }: ProblemModel) {
  const rest = new Float64Array(offsets.at(-1) ?? 0).fill(Number.POSITIVE_INFINITY);
  const plain = families.flatMap((family, f) =>
    family.own || family.lacking ? [] : [{ family, offset: offsets[f] ?? 0 }],
  );
  for (const { family, offset } of plain) {
    for (let row = 0; row < family.count; row++) rest[offset + row] = family.high(row);
  }
  return {
    for(use: number): number {
      let people = Number.POSITIVE_INFINITY;
      for (const { family, offset } of plain) {
        family.touch(uses, use, (row, perPerson) => {
          people = Math.min(people, Math.floor((rest[offset + row] ?? 0) / perPerson));
        });
      }
      return Math.max(0, people);
    },
    take(use: number, people: number): void {
      for (const { family, offset } of plain) {
        family.touch(uses, use, (row, perPerson) => {
          rest[offset + row] = (rest[offset + row] ?? 0) - perPerson * people;
        });
      }
    },
  };
}
