import type { PlanConstraint } from '../model/plan-model.ts';

export const lineLack: PlanConstraint = {
  id: 'line-lack',
  unit: 'people',
  sentence: 'A line lacks, over its whole time, what it lacks when it lacks most.',
  rows: ({ slots, lacks }) =>
    slots.flatMap(({ line, period, unfilled }) => {
      const lack = lacks.find((l) => l.line === line);
      if (!lack) return [];
      return {
        id: `line-lack ${line.lineId} ${period.fromOn}`,
        low: 0,
        high: Number.POSITIVE_INFINITY,
        terms: [
          [lack.column, 1],
          [unfilled, -1],
        ],
      };
    }),
};
