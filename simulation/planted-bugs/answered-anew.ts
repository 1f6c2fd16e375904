import type { PlantedBug } from '../planted-bug.ts';

export const answeredAnew: PlantedBug = {
  name: 'answered-anew',
  wrong: 'What was answered before is not looked up: a command sent again is carried out again.',
  breaks: ['same-answer'],
  seen: (record) => {
    let n = 0;
    return {
      ...record,
      answerOf: async () => undefined,
      append: (append) =>
        record
          .append({ ...append, commandId: append.commandId, answer: append.answer })
          .then((appended) =>
            appended.outcome === 'repeated'
              ? record.append({ ...append, commandId: `${append.commandId}.again${++n}` as never })
              : appended,
          ),
    };
  },
};
