import type { Consent } from '../data/outcome-parts.ts';
import { daysUntil, shortDay } from './days.ts';
import { counted } from './numbers.ts';
import { list } from './sentences.ts';

/** What is to be said of an answer beside the answer: how long there is for it, reminders, who stands in. A sentence each. */
export function answerNotes(consent: Consent, today: string): string[] {
  const { answeredBy, answerByOn, reminders, standIns, status } = consent;
  if (answeredBy) return [`Given by ${answeredBy.party.name}, standing in.`];
  if (status !== 'asked' || !answerByOn) return [];
  const left = daysUntil(today, answerByOn);
  const until = shortDay(answerByOn);
  const inOffice = standIns.filter(({ period }) => period.fromOn <= today && today < period.toOn);
  return [
    left < 0 ? `The last day, ${until}, has gone by.` : `${counted(left, 'day')} left, until ${until}.`,
    ...(reminders.length > 0 ? [`Reminded on ${list(reminders.map((r) => shortDay(r.at)))}.`] : []),
    ...(inOffice.length > 0 ? [`${list(inOffice.map((s) => s.party.name))} may stand in.`] : []),
  ];
}
