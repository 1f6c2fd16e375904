import { type Act, consentStream, isRefusal } from '@muster/terms';
import { z } from 'zod';
import type { ConsentRefused } from '../events.ts';
import { answerable, describeConsent } from './answerable.ts';
import { answerWords, oneConsent, reasonSchema } from './schemas.ts';
import { type AnswerPicture, gatherAnswer } from './who-may-answer.ts';

const data = z.strictObject({ ...oneConsent, reason: reasonSchema, ...answerWords });
type Data = z.infer<typeof data>;

/** A sovereign's no, with a coded reason. */
export const refuseConsent: Act<'RefuseConsent', Data, AnswerPicture, ConsentRefused> = {
  name: 'RefuseConsent',
  doc: "Refuse a sovereign's consent, with a coded reason.",
  who: ['consentingOfficial'],
  data,
  writes: (d) => consentStream(d.requestId, d.capacity, d.partyId),
  gather: gatherAnswer,
  decide: (picture, command) => {
    const open = answerable(picture, command, `To refuse ${describeConsent(command.data)}.`);
    if (isRefusal(open)) return open;
    return [{ type: 'ConsentRefused', version: 1, data: { ...command.data, ...open.speaker } }];
  },
};
