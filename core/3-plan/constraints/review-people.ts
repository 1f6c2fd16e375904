import { type PlanConstraint, rowsByKey } from '../model/plan-model.ts';

export const reviewPeople: PlanConstraint = {
  id: 'review-people',
  unit: 'people',
  sentence: "At no time do more people serve on the lines of a counsel's condition than it allows.",
  rows: ({ picture, arcs }) => {
    const limits = new Map(
      (picture.opinion?.conditions ?? []).flatMap((c) =>
        c.maxPeople === undefined ? [] : [[c.conditionId as string, { lineIds: c.lineIds, maxPeople: c.maxPeople }]],
      ),
    );
    return rowsByKey(
      arcs,
      (a) => [...limits].filter(([, l]) => l.lineIds.includes(a.line.lineId)).map(([id]) => `${id} ${a.period.fromOn}`),
      (key) => limits.get(key.split(' ')[0] ?? '')?.maxPeople ?? 0,
      'review-people',
    );
  },
};
