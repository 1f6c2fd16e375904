import { type LevelOf, nothing } from './level.ts';

/** As few lenders on one line as can be: each pair of a lender and a line it serves counts one. */
export const splits: LevelOf = (c) => {
  const lines = c.lines.length;
  const { lenders } = c.problem;
  return {
    level: 'splits',
    unit: 'lenders on lines',
    meaning: 'pairs of a lender and a line it sends people to',
    perPerson: nothing,
    perLacking: nothing,
    family: {
      id: 'split',
      unit: 'people',
      sentence: 'A lender that sends people to a line is counted on it.',
      count: lenders.length * lines,
      name: (row) => `${lenders[Math.floor(row / lines)]?.lenderId} on ${c.lines[row % lines]?.lineId}`,
      low: () => Number.NEGATIVE_INFINITY,
      high: () => 0,
      touch: (uses, use, visit) =>
        visit((c.lenderOf[uses.pool[use] ?? 0] ?? 0) * lines + (uses.line[use] ?? 0), uses.slots[use] ?? 0),
      keeps: () => true,
      least: (people) => people.reduce((n, sum) => n + (sum > 0 ? 1 : 0), 0),
      own: Array.from({ length: lenders.length * lines }, (_, row) => {
        const l = row % lines;
        const times = (c.slotStart[l + 1] ?? 0) - (c.slotStart[l] ?? 0);
        return {
          id: `split ${row}`,
          low: 0,
          high: 1,
          terms: [[row, -(c.lines[l]?.people ?? 0) * times]] as const,
          weight: 1,
        };
      }),
    },
    constant: 0,
  };
};
