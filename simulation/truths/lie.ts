/**
 * What must always be true, by the number it has in the design ("What is always true"). A bug that is planted is found
 * when one of these breaks.
 */
export const truths = {
  'authority-holds': 'nobody works a task that the law does not permit there',
  'consent-holds': 'nobody works without each consent the law needs',
  'consent-binds': 'no consent is exceeded, and its conditions are kept',
  'counsel-binds': "counsel's conditions are kept",
  'loss-is-shown': 'a withdrawal that takes people from the plan is shown in the plan',
  'line-not-over-filled': 'no line has more people than it asked for',
  'pool-not-over-committed': 'no pool has more people committed, over all requests, than it was offered with',
  'reserve-kept': 'no lender is below its reserve',
  'frozen-as-made': 'a plan is committed as it was made, unbroken',
  'all-or-none': 'what one command writes is there whole or not at all',
  'withdrawn-holds-nobody': 'nobody stays committed to a request that was withdrawn',
  'answered-once': 'a consent is answered once, in time, after it was asked',
  'asked-as-sought': 'each consent that was sought is asked for',
  'own-sovereign-answers':
    'a consent is answered by its own sovereign, or by whom it has named, within what it named them for',
  'reminded-once': 'a reminder is given once for each number of days, and never after the answer',
  'askers-do-not-decide':
    'whoever asks does not decide, nor does anybody such a one has named; whoever reviews does not consent',
  'acknowledged-is-kept': 'nothing that was acknowledged is lost',
  'nothing-changes': 'nothing that was recorded changes',
  'same-answer': 'a command sent again gets the same answer',
  'all-are-answered': 'whoever asks often enough gets an answer',
  'log-holds-all': 'every event that was recorded comes into the log',
  'log-in-order': 'in the log each stream stands in its own order, each event once',
  'tree-is-of-events': 'a checkpoint has the root of the events it speaks of',
  'one-story': 'no checkpoint contradicts one that was signed before',
  'views-follow': 'the stored parts of views are what the events say',
} as const;
export type Truth = keyof typeof truths;

/** A truth that did not hold, and where. */
export interface Lie {
  readonly truth: Truth;
  readonly words: string;
}
