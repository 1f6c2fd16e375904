import { type Act, consentStream, daySchema, lineIdSchema, refuse, somePeopleSchema } from '@muster/terms';
import { z } from 'zod';
import { serviceKindSchema } from '../authority/service-kind.ts';
import type { ConsentAsked } from '../events.ts';
import { describeConsent } from './answerable.ts';
import { oneConsent } from './schemas.ts';
import { type ConsentPicture, gatherConsent } from './state.ts';

const data = z.strictObject({
  ...oneConsent,
  requestVersion: z.int().min(1),
  people: somePeopleSchema,
  lineIds: z.array(lineIdSchema).min(1),
  policyIds: z.array(z.string()).min(1),
  kinds: z.array(serviceKindSchema).min(1),
  answerByOn: daySchema,
});
type Data = z.infer<typeof data>;

/** Puts one derived consent to its sovereign. Only the flow gives it: which consents there are is never typed in by hand. */
export const askConsent: Act<'AskConsent', Data, ConsentPicture, ConsentAsked> = {
  name: 'AskConsent',
  doc: 'Put one derived consent to the sovereign whose it is; given by the flow when consents are sought.',
  who: ['flow'],
  data,
  writes: (d) => consentStream(d.requestId, d.capacity, d.partyId),
  gather: gatherConsent,
  decide: ({ consent }, command) => {
    const { status } = consent;
    const askedBefore = status !== 'notAsked' && consent.ask.requestVersion >= command.data.requestVersion;
    if (askedBefore) {
      return refuse('CONSENT_ALREADY_SOUGHT', {
        asked: `To ask for ${describeConsent(command.data)}.`,
        why: `It has been asked for version ${command.data.requestVersion}, and stands ${status}.`,
        allowed: 'Wait for the answer, or amend the request and seek it anew.',
      });
    }
    return [{ type: 'ConsentAsked', version: 1, data: command.data }];
  },
};
