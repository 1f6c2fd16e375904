import { type Act, consentStream, isRefusal, refuse, somePeopleSchema } from '@muster/terms';
import { z } from 'zod';
import type { ConsentGranted } from '../events.ts';
import { answerable, describeConsent } from './answerable.ts';
import { answerWords, conditionsSchema, oneConsent } from './schemas.ts';
import { type AnswerPicture, gatherAnswer } from './who-may-answer.ts';

const data = z.strictObject({
  ...oneConsent,
  people: somePeopleSchema,
  conditions: conditionsSchema,
  ...answerWords,
});
type Data = z.infer<typeof data>;

/** A sovereign's yes, to all that was asked or to part, with conditions that bind plan, assignment and check-in. */
export const grantConsent: Act<'GrantConsent', Data, AnswerPicture, ConsentGranted> = {
  name: 'GrantConsent',
  doc: "Give a sovereign's consent: to so many people, with conditions on task, place, status, dates and recall notice.",
  who: ['consentingOfficial'],
  data,
  writes: (d) => consentStream(d.requestId, d.capacity, d.partyId),
  gather: gatherAnswer,
  decide: (picture, command) => {
    const open = answerable(picture, command, `To grant ${describeConsent(command.data)}.`, command.data.people);
    if (isRefusal(open)) return open;
    if (command.data.people > open.ask.people) {
      return refuse('CONSENT_MORE_THAN_ASKED', {
        asked: `To grant ${describeConsent(command.data)} for ${command.data.people} people.`,
        why: `It was asked for ${open.ask.people}.`,
        allowed: `Consent to at most ${open.ask.people}.`,
      });
    }
    return [{ type: 'ConsentGranted', version: 1, data: { ...command.data, ...open.speaker } }];
  },
};
