import { type Act, consentStream, dayOf, refuse } from '@muster/terms';
import { z } from 'zod';
import type { ConsentReminded } from '../events.ts';
import { describeConsent } from './answerable.ts';
import { daysLeft, dueReminder, reminderDays } from './reminder-days.ts';
import { oneConsent } from './schemas.ts';
import { type ConsentPicture, gatherConsent } from './state.ts';

const data = z.strictObject({ ...oneConsent, daysBefore: z.literal(reminderDays) });
type Data = z.infer<typeof data>;

/** Calls an ask that waits for its answer to mind. Never after the answer, and once for each number of days. */
export const remindConsent: Act<'RemindConsent', Data, ConsentPicture, ConsentReminded> = {
  name: 'RemindConsent',
  doc: `Call to mind an ask that waits for its answer, ${reminderDays.join(', ')} days before the last; given by the flow.`,
  who: ['flow'],
  data,
  writes: (d) => consentStream(d.requestId, d.capacity, d.partyId),
  gather: gatherConsent,
  decide: ({ consent, requestWithdrawn }, command) => {
    const { daysBefore } = command.data;
    const asked = `To remind of ${describeConsent(command.data)}, ${daysBefore} days before the last.`;
    if (requestWithdrawn) {
      return refuse('REQUEST_WITHDRAWN', {
        asked,
        why: 'The request was withdrawn.',
        allowed: 'Nothing more need be decided on it.',
      });
    }
    if (consent.status !== 'asked') {
      return refuse('CONSENT_NOT_ASKED', {
        asked,
        why: `It is not awaited: it stands ${consent.status}.`,
        allowed: 'Only an ask that waits for its answer can be called to mind.',
      });
    }
    if (consent.reminded.includes(daysBefore)) {
      return refuse('CONSENT_ALREADY_REMINDED', {
        asked,
        why: 'That reminder was given.',
        allowed: 'Each reminder is given once.',
      });
    }
    const { answerByOn } = consent.ask;
    const on = dayOf(command.at);
    const due = dueReminder(on, answerByOn);
    if (due !== daysBefore) {
      return refuse('CONSENT_REMINDER_NOT_DUE', {
        asked,
        why: `On ${on} there are ${daysLeft(on, answerByOn)} days left until ${answerByOn}.`,
        allowed: due ? `The reminder of ${due} days is the one that is due.` : 'No reminder is due on that day.',
      });
    }
    return [{ type: 'ConsentReminded', version: 1, data: { ...command.data, answerByOn } }];
  },
};
