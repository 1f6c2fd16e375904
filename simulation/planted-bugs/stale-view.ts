import type { PlantedBug } from '../planted-bug.ts';

export const staleView: PlantedBug = {
  name: 'stale-view',
  wrong: "A stream's part of a view is kept as it was first written.",
  breaks: ['views-follow'],
  kept: (record) => {
    const written = new Set<string>();
    return {
      ...record,
      append: async (append) => {
        const isFirst = !written.has(append.stream);
        written.add(append.stream);
        return record.append(isFirst ? append : { ...append, views: [] });
      },
    };
  },
};
