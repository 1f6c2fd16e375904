import type { ProblemModel } from './problem-model.ts';

/** People in each use, by the number of the use; uses that are absent have none. */
export type PeopleInUses = ReadonlyMap<number, number>;

export interface Evaluation {
  /** What people, and those lacking, make of each row of the whole model. */
  readonly activity: Float64Array;
  /** People lacking in each slot; negative where it is over-filled. */
  readonly lacking: Float64Array;
  /** The value of each level. */
  readonly values: readonly number[];
}

/** Adds everything up again from the people in their uses: no solver's word is taken. */
export function evaluate(model: ProblemModel, people: PeopleInUses): Evaluation {
  const { c, uses, families, offsets, levels } = model;
  const lacking = Float64Array.from(c.slots, ({ line }) => c.lines[line]?.people ?? 0);
  const activity = new Float64Array(offsets.at(-1) ?? 0);
  const values = levels.map((level) => level.constant);
  // One visitor for all: a plan of a nation's year visits a million rows.
  let offset = 0;
  let there = 0;
  const add = (row: number, coefficient: number) => {
    activity[offset + row] = (activity[offset + row] ?? 0) + coefficient * there;
  };
  for (const [use, n] of people) {
    const first = uses.slot[use] ?? 0;
    const end = first + (uses.slots[use] ?? 0);
    for (let slot = first; slot < end; slot++) lacking[slot] = (lacking[slot] ?? 0) - n;
    there = n;
    for (let f = 0; f < families.length; f++) {
      offset = offsets[f] ?? 0;
      families[f]?.touch(uses, use, add);
    }
    for (let k = 0; k < levels.length; k++) values[k] = (values[k] ?? 0) + (levels[k]?.perPerson(uses, use) ?? 0) * n;
  }
  for (let slot = 0; slot < lacking.length; slot++) {
    there = lacking[slot] ?? 0;
    for (let f = 0; f < families.length; f++) {
      offset = offsets[f] ?? 0;
      families[f]?.lacking?.(slot, add);
    }
    for (let k = 0; k < levels.length; k++) values[k] = (values[k] ?? 0) + (levels[k]?.perLacking(slot) ?? 0) * there;
  }
  for (const [k, level] of levels.entries()) {
    const f = level.family ? families.indexOf(level.family) : -1;
    if (f < 0) continue;
    const rows = activity.subarray(offsets[f] ?? 0, offsets[f + 1] ?? 0);
    values[k] = (values[k] ?? 0) + (families[f]?.least?.(rows) ?? 0);
  }
  return { activity, lacking, values };
}

/** The first row that is not kept, in words; undefined when all are. */
export function firstBroken(model: ProblemModel, { activity, lacking }: Evaluation): string | undefined {
  const { c, families, offsets } = model;
  for (let slot = 0; slot < lacking.length; slot++) {
    const n = lacking[slot] ?? 0;
    if (n >= 0) continue;
    const { line, period } = c.slots[slot] ?? { line: 0, period: { fromOn: '' } };
    return `line ${c.lines[line]?.lineId} has ${-n} people too many from ${period.fromOn}`;
  }
  for (const [f, family] of families.entries()) {
    const all = activity.subarray(offsets[f] ?? 0, offsets[f + 1] ?? 0);
    for (let row = 0; row < family.count; row++) {
      const people = activity[(offsets[f] ?? 0) + row] ?? 0;
      const [low, high] = [family.low(row), family.high(row)];
      if (family.keeps ? family.keeps(row, people, all) : low <= people && people <= high) continue;
      const allowed = Number.isFinite(high) ? `at most ${high}` : `at least ${low}`;
      return `${family.name(row)}: ${people} ${family.unit}, and ${allowed} may be (${family.id})`;
    }
  }
  return undefined;
}
