import type { PlantedBug } from '../planted-bug.ts';

export const lateAnswer: PlantedBug = {
  name: 'late-answer',
  wrong: 'A consent may be granted after the last day for it.',
  breaks: ['answered-once'],
  forgets: [
    {
      act: 'GrantConsent',
      code: 'CONSENT_TOO_LATE',
      states: ({ data }) => ({ type: 'ConsentGranted', version: 1, data }),
    },
  ],
};
