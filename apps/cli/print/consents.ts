import { daysLeft } from '@muster/decision';
import type { Outcome } from '@muster/flow';
import type { Day } from '@muster/terms';
import { columns } from './text.ts';

type Consent = Outcome['consents'][number];

/** A consent as it stands on a day, with what is left of the time to answer. */
export interface ConsentOn extends Consent {
  /** Whole days until the last for an answer, 0 on it; only while it waits for one, and not after. */
  readonly daysLeft?: number;
}

/** Those that wait for an answer first, the most urgent at the top; the rest in their own order. */
export function consentsOn(consents: readonly Consent[], on: Day): ConsentOn[] {
  const told = consents.map((consent): ConsentOn => {
    const left = consent.answerByOn ? daysLeft(on, consent.answerByOn as Day) : -1;
    return consent.status === 'asked' && left >= 0 ? { ...consent, daysLeft: left } : consent;
  });
  const urgency = (c: ConsentOn): number => c.daysLeft ?? Number.MAX_SAFE_INTEGER;
  return told.sort((a, b) => urgency(a) - urgency(b));
}

const head = ['who', 'capacity', 'status', 'asked', 'granted', 'last day', 'days left', 'reminded', 'stand-in'];

export const printConsents = (consents: readonly ConsentOn[], on: Day): string =>
  columns([
    head,
    ...consents.map((c) => [
      c.party.name,
      c.capacity.name,
      c.status === 'granted' && c.partial ? 'granted in part' : c.status,
      c.asked,
      c.granted,
      c.answerByOn ?? '',
      c.status !== 'asked' ? '' : c.daysLeft === undefined ? 'too late' : String(c.daysLeft),
      c.reminders.map((r) => `${r.daysBefore} before`).join(', '),
      standInWords(c, on),
    ]),
  ]);

/** Who answered in the sovereign's stead; while nobody has answered, who may on this day. */
function standInWords({ answeredBy, standIns, status }: Consent, on: Day): string {
  if (answeredBy) return `answered by ${answeredBy.party.name} (${answeredBy.standInId})`;
  if (status !== 'asked') return '';
  return standIns
    .filter(({ period }) => period.fromOn <= on && on < period.toOn)
    .map(({ party, standInId, period, mostPeople }) => {
      const most = mostPeople === undefined ? '' : `, at most ${mostPeople} people`;
      return `${party.name} (${standInId}) until before ${period.toOn}${most}`;
    })
    .join('; ');
}
