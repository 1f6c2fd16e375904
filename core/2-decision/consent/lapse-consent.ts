import { type Act, consentStream, dayOf, refuse } from '@muster/terms';
import { z } from 'zod';
import type { ConsentLapsed } from '../events.ts';
import { describeConsent } from './answerable.ts';
import { oneConsent } from './schemas.ts';
import { type ConsentPicture, gatherConsent } from './state.ts';

const data = z.strictObject(oneConsent);
type Data = z.infer<typeof data>;

/** Closes an ask whose last day went by in silence. Silence is not consent. */
export const lapseConsent: Act<'LapseConsent', Data, ConsentPicture, ConsentLapsed> = {
  name: 'LapseConsent',
  doc: 'Close an ask whose last day for an answer has gone by in silence; given by the flow.',
  who: ['flow'],
  data,
  writes: (d) => consentStream(d.requestId, d.capacity, d.partyId),
  gather: gatherConsent,
  decide: ({ consent }, command) => {
    const asked = `To close ${describeConsent(command.data)} as lapsed.`;
    if (consent.status !== 'asked') {
      return refuse('CONSENT_NOT_ASKED', {
        asked,
        why: `It is not awaited: it stands ${consent.status}.`,
        allowed: 'Only an ask that waits for its answer can lapse.',
      });
    }
    const { answerByOn } = consent.ask;
    if (dayOf(command.at) <= answerByOn) {
      return refuse('CONSENT_NOT_YET_LAPSED', {
        asked,
        why: `It may be answered until ${answerByOn}.`,
        allowed: `It lapses the day after ${answerByOn}.`,
      });
    }
    return [{ type: 'ConsentLapsed', version: 1, data: { ...command.data, answerByOn } }];
  },
};
