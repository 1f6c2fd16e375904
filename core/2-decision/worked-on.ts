import { type Day, dayOf, type PersonId, type Recorded, type StreamName } from '@muster/terms';

/** The first thing a person did on a request: the evidence for whoever asks why they may not decide on it. */
export interface Work {
  readonly event: string;
  readonly stream: StreamName;
  readonly position: number;
  readonly on: Day;
}

/** Each person with the first of these events that they gave; the flow is nobody. */
export function workIn(events: readonly Recorded[]): Map<PersonId, Work> {
  const work = new Map<PersonId, Work>();
  for (const { by, fact, stream, position, at } of events) {
    if (by.role === 'flow' || work.has(by.personId)) continue;
    work.set(by.personId, { event: fact.type, stream, position, on: dayOf(at) });
  }
  return work;
}

/** What somebody did, where it stands in the record, and when. */
export const workWords = ({ event, stream, position, on }: Work): string =>
  `${event}, event ${position} of ${stream}, ${on}`;
