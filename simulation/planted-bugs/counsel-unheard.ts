import type { PlantedBug } from '../planted-bug.ts';
import { proposes, revises } from './plan-as-made.ts';

export const counselUnheard: PlantedBug = {
  name: 'counsel-unheard',
  wrong: "A plan may send more people than counsel's condition allows.",
  breaks: ['counsel-binds', 'consent-binds'],
  forgets: [
    { act: 'ProposePlan', code: 'PLAN_CONDITION_BROKEN', states: proposes },
    { act: 'RevisePlan', code: 'PLAN_CONDITION_BROKEN', states: revises },
  ],
};
