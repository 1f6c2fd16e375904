import type { PlantedBug } from '../planted-bug.ts';

export const commitmentsUnguarded: PlantedBug = {
  name: 'commitments-unguarded',
  wrong: 'What is committed to other requests may change while a commitment is decided.',
  breaks: ['pool-not-over-committed'],
  seen: (record) => ({
    ...record,
    append: ({ restsOn, alongside, ...rest }) =>
      record.append({
        ...rest,
        restsOn: restsOn.filter((r) => !r.stream.startsWith('commitments/')),
        alongside: (alongside ?? []).map((a) => ({ ...a, expectedPosition: 'any' })),
      }),
  }),
};
