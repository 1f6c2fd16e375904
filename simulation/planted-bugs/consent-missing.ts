import type { PlantedBug } from '../planted-bug.ts';
import { proposes, revises } from './plan-as-made.ts';

export const consentMissing: PlantedBug = {
  name: 'consent-missing',
  wrong: 'A plan may send people for whom a consent is wanting.',
  // What is weighed after consents is then not weighed either.
  breaks: ['consent-holds', 'consent-binds', 'authority-holds', 'line-not-over-filled', 'reserve-kept'],
  forgets: [
    { act: 'ProposePlan', code: 'PLAN_CONSENT_MISSING', states: proposes },
    { act: 'RevisePlan', code: 'PLAN_CONSENT_MISSING', states: revises },
  ],
};
