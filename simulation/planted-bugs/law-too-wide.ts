import { toyLaw } from '@muster/decision/testing';
import type { PlantedBug } from '../planted-bug.ts';

export const lawTooWide: PlantedBug = {
  name: 'law-too-wide',
  wrong: 'The law is asked about another task than the one to be done.',
  breaks: ['authority-holds'],
  law: {
    ...toyLaw,
    verdict: ({ act, ...question }) =>
      toyLaw.verdict({ ...question, act: act.kind === 'task' ? { kind: 'task', taskId: 'carry' as never } : act }),
  },
};
