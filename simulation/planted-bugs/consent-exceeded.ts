import type { PlantedBug } from '../planted-bug.ts';
import { proposes, revises } from './plan-as-made.ts';

export const consentExceeded: PlantedBug = {
  name: 'consent-exceeded',
  wrong: 'A plan may send more people than a sovereign consented to.',
  breaks: ['consent-binds'],
  forgets: [
    { act: 'ProposePlan', code: 'PLAN_CONSENT_EXCEEDED', states: proposes },
    { act: 'RevisePlan', code: 'PLAN_CONSENT_EXCEEDED', states: revises },
  ],
};
