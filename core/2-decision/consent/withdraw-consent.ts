import { type Act, addDays, consentStream, dayOf, isRefusal, refuse } from '@muster/terms';
import { z } from 'zod';
import type { ConsentWithdrawn } from '../events.ts';
import { describeConsent } from './answerable.ts';
import { answerWords, oneConsent, reasonSchema } from './schemas.ts';
import { type AnswerPicture, gatherAnswer, whoMayAnswer } from './who-may-answer.ts';

const data = z.strictObject({ ...oneConsent, reason: reasonSchema, ...answerWords });
type Data = z.infer<typeof data>;

/** A sovereign takes its yes back; it ends after the notice it was granted with. */
export const withdrawConsent: Act<'WithdrawConsent', Data, AnswerPicture, ConsentWithdrawn> = {
  name: 'WithdrawConsent',
  doc: 'Take a consent back; it ends after the recall notice it was granted with, and every plan shows the shortfall at once.',
  who: ['consentingOfficial'],
  data,
  writes: (d) => consentStream(d.requestId, d.capacity, d.partyId),
  gather: gatherAnswer,
  decide: (picture, command) => {
    const asked = `To withdraw ${describeConsent(command.data)}.`;
    const speaker = whoMayAnswer(picture, command, asked);
    if (isRefusal(speaker)) return speaker;
    if (picture.consent.status !== 'granted') {
      return refuse('CONSENT_NOT_GRANTED', {
        asked,
        why: `It stands ${picture.consent.status}.`,
        allowed: 'Only a consent that was granted can be withdrawn.',
      });
    }
    const notice = picture.consent.grant.conditions.recallNoticeDays ?? 0;
    const endsOn = addDays(dayOf(command.at), notice);
    return [{ type: 'ConsentWithdrawn', version: 1, data: { ...command.data, endsOn, ...speaker } }];
  },
};
