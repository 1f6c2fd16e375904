import type { PlantedBug } from '../planted-bug.ts';

export const selfConsent: PlantedBug = {
  name: 'self-consent',
  wrong: 'Whoever asked, or gave the opinion, may consent where they hold the office.',
  breaks: ['askers-do-not-decide', 'answered-once'],
  forgets: [
    {
      act: 'GrantConsent',
      code: 'CONSENT_SAME_PERSON',
      states: ({ data }) => ({ type: 'ConsentGranted', version: 1, data }),
    },
  ],
};
