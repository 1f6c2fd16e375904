import type { PlantedBug } from '../planted-bug.ts';

export const halfWritten: PlantedBug = {
  name: 'half-written',
  wrong: 'What one command writes in several streams is written stream by stream.',
  breaks: ['all-or-none', 'pool-not-over-committed', 'withdrawn-holds-nobody'],
  kept: (record) => ({
    ...record,
    append: async (append) => {
      const appended = await record.append({ ...append, alongside: [] });
      const others = appended.outcome === 'recorded' ? (append.alongside ?? []) : [];
      // The first of them is forgotten, as if the machine had stopped between the two.
      for (const [i, other] of others.slice(1).entries()) {
        const commandId = `${append.commandId}.${i}` as never;
        await record.append({ ...append, ...other, alongside: [], restsOn: [], views: [], commandId });
      }
      return appended;
    },
  }),
};
