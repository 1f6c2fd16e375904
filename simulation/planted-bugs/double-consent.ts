import type { PlantedBug } from '../planted-bug.ts';

export const doubleConsent: PlantedBug = {
  name: 'double-consent',
  wrong: 'A consent that was answered may be granted once more.',
  breaks: ['answered-once'],
  forgets: [
    {
      act: 'GrantConsent',
      code: 'CONSENT_ALREADY_ANSWERED',
      states: ({ data }) => ({ type: 'ConsentGranted', version: 1, data }),
    },
  ],
};
