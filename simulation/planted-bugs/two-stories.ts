import type { PlantedBug } from '../planted-bug.ts';

export const twoStories: PlantedBug = {
  name: 'two-stories',
  wrong:
    'After an older copy of the database was put back, the log goes on from there and contradicts what it has signed.',
  breaks: ['one-story'],
  excused: [
    'nothing-changes',
    'acknowledged-is-kept',
    'same-answer',
    'answered-once',
    'reminded-once',
    'asked-as-sought',
    'loss-is-shown',
    'withdrawn-holds-nobody',
    'consent-holds',
    'consent-binds',
    'counsel-binds',
    'frozen-as-made',
    'line-not-over-filled',
    'own-sovereign-answers',
    'pool-not-over-committed',
    'reserve-kept',
    'log-holds-all',
    'views-follow',
  ],
  unguarded: true,
  reopened: (appends) => appends.slice(0, -3),
};
