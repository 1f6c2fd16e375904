import { dueReminder, gatherSubmitted } from '@muster/decision/events';
import { addDays, dayOf, type Instant, type RequestId } from '@muster/terms';
import { type AwaitedConsent, awaitedConsents } from './awaited.ts';
import { carryOut, type Means } from './carry-out.ts';

/** Calls every consent of a request to mind that waits for its answer and is due a reminder. Returns how many. */
export async function remindSilent(means: Means, requestId: RequestId, at: Instant): Promise<number> {
  const on = dayOf(at);
  const request = await gatherSubmitted((stream) => means.record.read(stream), { requestId });
  // Nobody is reminded of what was withdrawn, or asks for something else by now.
  const current = (await awaitedConsents(means.record, requestId)).filter(
    (c) => request && c.requestVersion >= request.sameSince,
  );
  const due = current.flatMap((consent) => {
    const daysBefore = dueReminder(on, consent.answerByOn);
    return daysBefore !== undefined && isNews(consent, daysBefore) ? [{ ...consent, daysBefore }] : [];
  });
  const answers = await Promise.all(
    due.map(({ partyId, capacity, daysBefore, by, commandId }) => {
      const data = { requestId, partyId, capacity, daysBefore };
      return carryOut(means, { commandId: commandId(`r${daysBefore}.`), name: 'RemindConsent', at, by, data });
    }),
  );
  return answers.filter((a) => a.outcome === 'recorded').length;
}

/** A reminder given already is none; nor is one that tells what the ask itself told, having come no earlier. */
const isNews = ({ reminded, askedOn, answerByOn }: AwaitedConsent, daysBefore: number): boolean =>
  !reminded.includes(daysBefore) && askedOn < addDays(answerByOn, -daysBefore);
