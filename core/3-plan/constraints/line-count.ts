import type { PlanConstraint } from '../model/plan-model.ts';

export const lineCount: PlanConstraint = {
  id: 'line-count',
  unit: 'people',
  sentence: 'On every line, in every period, the people assigned and the people lacking make up the number asked.',
  rows: ({ arcs, slots }) => {
    const uses = new Map<string, [number, number][]>();
    for (const [column, arc] of arcs.entries()) {
      const key = `${arc.line.lineId} ${arc.period.fromOn}`;
      uses.set(key, [...(uses.get(key) ?? []), [column, 1]]);
    }
    return slots.map(({ line, period, unfilled }) => {
      const key = `${line.lineId} ${period.fromOn}`;
      return {
        id: `line-count ${key}`,
        low: line.people,
        high: line.people,
        terms: [...(uses.get(key) ?? []), [unfilled, 1]],
      };
    });
  },
};
