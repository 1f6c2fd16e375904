import type { RowFamilyOf } from './row-family.ts';

/** The people assigned and the people lacking make up what is asked. */
export const lineCount: RowFamilyOf = (c) => {
  const people = (slot: number) => c.lines[c.slots[slot]?.line ?? -1]?.people ?? 0;
  return {
    id: 'line-count',
    unit: 'people',
    sentence: 'On every line, at every time, the people assigned and the people lacking make up the number asked.',
    count: c.slots.length,
    name: (slot) => `${c.lines[c.slots[slot]?.line ?? -1]?.lineId} from ${c.slots[slot]?.period.fromOn}`,
    low: people,
    high: people,
    touch: (uses, use, visit) => {
      const first = uses.slot[use] ?? 0;
      const end = first + (uses.slots[use] ?? 0);
      for (let slot = first; slot < end; slot++) visit(slot, 1);
    },
    lacking: (slot, visit) => visit(slot, 1),
  };
};
