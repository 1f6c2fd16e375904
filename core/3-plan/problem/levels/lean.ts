import { unbounded } from '../rows/row-family.ts';
import { type LevelOf, nothing } from './level.ts';
import { priorityWeight } from './priority-weight.ts';

/** As few people lacking as can be, each line measured when it lacks most: people there throughout are what was asked for. */
export const lean: LevelOf = (c) => ({
  level: 'lean',
  unit: 'weighted people',
  meaning: 'people lacking at each line’s leanest time, weighted 16, 8, 4, 2, 1 by priority',
  perPerson: nothing,
  perLacking: nothing,
  family: {
    id: 'line-lack',
    unit: 'people',
    sentence: 'A line lacks, over its whole time, what it lacks when it lacks most.',
    count: c.slots.length,
    name: (slot) => `${c.lines[c.slots[slot]?.line ?? -1]?.lineId} from ${c.slots[slot]?.period.fromOn}`,
    ...{ low: () => 0, high: () => unbounded.high },
    touch: () => {},
    lacking: (slot, visit) => visit(slot, -1),
    keeps: () => true,
    // What people make of a row is minus the number lacking there.
    least: (people) =>
      c.lines.reduce((sum, line, l) => {
        const most = Math.max(0, ...slotsOf(c.slotStart, l).map((slot) => -(people[slot] ?? 0)));
        return sum + most * priorityWeight(line.priority);
      }, 0),
    own: c.lines.map((line, l) => ({
      id: `lack ${line.lineId}`,
      low: 0,
      high: line.people,
      terms: slotsOf(c.slotStart, l).map((slot) => [slot, 1] as const),
      weight: priorityWeight(line.priority),
    })),
  },
  constant: 0,
});

const slotsOf = (slotStart: Int32Array, l: number): number[] => {
  const first = slotStart[l] ?? 0;
  return Array.from({ length: (slotStart[l + 1] ?? first) - first }, (_, i) => first + i);
};
