import type { PlantedBug } from '../planted-bug.ts';

let n = 0;

export const remindedAgain: PlantedBug = {
  name: 'reminded-again',
  wrong: 'Each server that finds a reminder due gives one, under an id of its own.',
  breaks: ['reminded-once'],
  seen: (record) => ({
    ...record,
    append: (append) =>
      record.append(
        append.facts[0]?.type === 'ConsentReminded'
          ? { ...append, commandId: `${append.commandId}.${++n}` as never, expectedPosition: 'any', restsOn: [] }
          : append,
      ),
  }),
};
