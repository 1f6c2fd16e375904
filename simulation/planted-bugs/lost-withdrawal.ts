import type { PlantedBug } from '../planted-bug.ts';

export const lostWithdrawal: PlantedBug = {
  name: 'lost-withdrawal',
  wrong: 'A withdrawn consent is recorded, and no plan is told.',
  breaks: ['loss-is-shown'],
  seen: (record) => ({
    ...record,
    append: async (append) =>
      append.facts[0]?.type === 'PlanBroken'
        ? record.append({ ...append, facts: [], alongside: [], views: [] })
        : record.append(append),
  }),
};
