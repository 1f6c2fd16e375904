import type { StreamName } from '@muster/terms';
import type { PlantedBug } from '../planted-bug.ts';

const isForgotten = (stream: StreamName): boolean => stream.startsWith('commitments/');

export const commitmentsUnread: PlantedBug = {
  name: 'commitments-unread',
  wrong: 'A decider does not look at what is committed to other requests.',
  breaks: ['pool-not-over-committed'],
  seen: (record) => ({
    ...record,
    read: async (stream, from) => (isForgotten(stream) ? [] : record.read(stream, from)),
    append: ({ restsOn, alongside, ...rest }) =>
      record.append({
        ...rest,
        restsOn: restsOn.filter((r) => !isForgotten(r.stream)),
        alongside: (alongside ?? []).map((a) => ({ ...a, expectedPosition: 'any' })),
      }),
  }),
};
