import type { PlantedBug } from '../planted-bug.ts';

export const lostRelease: PlantedBug = {
  name: 'lost-release',
  wrong: 'A withdrawn request keeps the people who were committed to it.',
  breaks: ['withdrawn-holds-nobody'],
  seen: (record) => ({
    ...record,
    append: async (append) =>
      append.facts[0]?.type === 'PlanReleased' ? record.append({ ...append, alongside: [] }) : record.append(append),
  }),
};
