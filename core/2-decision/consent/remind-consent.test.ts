import { addDays, consentStream, type Day, requestStream } from '@muster/terms';
import { actor, given, past } from '@muster/terms/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asked, granted, line, requestId, submitted } from '../testing.ts';
import { remindConsent } from './remind-consent.ts';
import { dueReminder, reminderDays } from './reminder-days.ts';

const flow = actor('union.defense', 'flow');
const which = { requestId, partyId: 'north', capacity: 'lender' };
/** The last day for an answer is 2025-05-20. */
const waiting = [submitted([line('lin_a')]), asked('north', 'lender', ['lin_a'])];
const stream = consentStream(requestId, 'lender' as never, 'north' as never);
const reminded = (daysBefore: number) =>
  past(stream, { type: 'ConsentReminded', version: 1, data: { ...which, daysBefore, answerByOn: '2025-05-20' } });
const remind = (daysBefore: number, on: string, history = waiting) =>
  given(...history).when(remindConsent, flow, `${on}T08:00:00Z`, { ...which, daysBefore }, undefined);

describe('RemindConsent', () => {
  it('calls an ask that waits to mind', async () => {
    const { facts } = await remind(3, '2025-05-17');
    expect(facts).toEqual([
      { type: 'ConsentReminded', version: 1, data: { ...which, daysBefore: 3, answerByOn: '2025-05-20' } },
    ]);
  });
  it('waits until its day, and gives way to the next', async () => {
    for (const on of ['2025-05-16', '2025-05-19', '2025-05-21']) {
      const { refusal } = await remind(3, on);
      expect(refusal?.code, on).toBe('CONSENT_REMINDER_NOT_DUE');
    }
  });
  it('is given once', async () => {
    const { refusal } = await remind(3, '2025-05-17', [...waiting, reminded(3)]);
    expect(refusal?.code).toBe('CONSENT_ALREADY_REMINDED');
    expect((await remind(1, '2025-05-19', [...waiting, reminded(3)])).facts).toHaveLength(1);
  });
  it('begins anew when the consent is asked for anew', async () => {
    const again = [...waiting, reminded(3), asked('north', 'lender', ['lin_a'])];
    expect((await remind(3, '2025-05-17', again)).facts).toHaveLength(1);
  });
  it('is for what waits: neither unasked, nor answered, nor withdrawn with the request', async () => {
    expect((await remind(3, '2025-05-17', [])).refusal?.code).toBe('CONSENT_NOT_ASKED');
    const answered = [...waiting, granted('north', 'lender', 5)];
    expect((await remind(3, '2025-05-17', answered)).refusal?.code).toBe('CONSENT_NOT_ASKED');
    const gone = past(requestStream(requestId), { type: 'RequestWithdrawn', version: 1, data: { requestId } });
    expect((await remind(3, '2025-05-17', [...waiting, gone])).refusal?.code).toBe('REQUEST_WITHDRAWN');
  });
  it('takes no other number of days', () => {
    expect(remindConsent.data.safeParse({ ...which, daysBefore: 2 }).success).toBe(false);
  });
});

describe('the reminder that is due', () => {
  const lastOn = '2025-05-20' as Day;
  it('is none before the first and after the last day, else the last whose day has come', () => {
    const due = (days: number) => dueReminder(addDays(lastOn, -days), lastOn);
    expect([8, 7, 5, 4, 3, 2, 1, 0, -1].map(due)).toEqual([undefined, 7, 7, 7, 3, 3, 1, 1, undefined]);
  });
  it('whatever days Muster looks, is given at most once for each number of days, and never after the answer', async () => {
    const days = fc.array(fc.integer({ min: -3, max: 12 }), { maxLength: 15 });
    await fc.assert(
      fc.asyncProperty(days, fc.integer({ min: -3, max: 12 }), async (looks, answerAt) => {
        const history = [...waiting];
        const given: number[] = [];
        let answered = false;
        for (const left of [...looks].sort((a, b) => b - a)) {
          if (!answered && left <= answerAt) {
            history.push(granted('north', 'lender', 5));
            answered = true;
          }
          for (const daysBefore of reminderDays) {
            const { facts } = await remind(daysBefore, addDays(lastOn, -left), history);
            if (facts.length === 0) continue;
            expect(answered).toBe(false);
            expect(left).toBeGreaterThanOrEqual(0);
            given.push(daysBefore);
            history.push(...facts.map((fact) => past(stream, fact)));
          }
        }
        expect(given).toEqual([...new Set(given)]);
      }),
      { numRuns: 200 },
    );
  });
});
