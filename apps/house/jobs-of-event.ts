import { type ConsentAsked, reminderDays } from '@muster/decision/events';
import { typesFollowed } from '@muster/flow';
import type { Job } from '@muster/jobs-graphile';
import { addDays, type Day, dayOf, type Recorded } from '@muster/terms';

/** The types of facts that something is to be done for later; of these alone whoever plans jobs needs to read. */
export const typesWithJobs = [...typesFollowed, 'ConsentAsked'] as const;

/** What follows is carried out by the server that recorded the fact; this much later somebody looks whether it was. */
const lookAfterMs = 5_000;

/**
 * What is to be done because of an event, and when. Each job's key is made from the event's place in the record: however
 * often the event is read, there is one such job.
 */
export function jobsOfEvent(event: Recorded & { readonly recordedAt?: string }): Job[] {
  const { fact, stream, position } = event;
  const at = `${stream}@${position}`;
  if (typesFollowed.some((type) => type === fact.type)) {
    const recorded = Date.parse(event.recordedAt ?? event.at);
    const runAt = new Date(recorded + lookAfterMs).toISOString();
    return [{ task: 'follow', key: `follow ${at}`, payload: { stream, position }, runAt }];
  }
  if (fact.type !== 'ConsentAsked') return [];
  const { requestId, answerByOn } = fact.data as ConsentAsked['data'];
  const job = (name: string, on: Day): Job => {
    const runAt = `${on}T00:00:00Z`;
    return { task: 'mindDates', key: `${name} ${at}`, payload: { requestId, dueAt: runAt }, runAt };
  };
  const askedOn = dayOf(event.at);
  const reminders = reminderDays
    .map((days) => [days, addDays(answerByOn, -days)] as const)
    .filter(([, on]) => on > askedOn)
    .map(([days, on]) => job(`remind ${days}`, on));
  // Silence has lapsed when the last day is over.
  return [...reminders, job('lapse', addDays(answerByOn, 1))];
}
