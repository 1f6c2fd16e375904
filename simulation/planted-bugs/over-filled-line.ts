import type { PlantedBug } from '../planted-bug.ts';
import { proposes, revises } from './plan-as-made.ts';

export const overFilledLine: PlantedBug = {
  name: 'over-filled-line',
  wrong: 'A line may be given more people than it asks for.',
  breaks: ['line-not-over-filled'],
  forgets: [
    { act: 'ProposePlan', code: 'PLAN_LINE_OVERFILLED', states: proposes },
    { act: 'RevisePlan', code: 'PLAN_LINE_OVERFILLED', states: revises },
  ],
};
