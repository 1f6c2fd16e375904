import type { Consent, Outcome } from '../data/outcome-parts.ts';
import { answerNotes } from './answer-notes.ts';
import { csv } from './csv.ts';
import { shortDay } from './days.ts';
import { type ConsentKey, consentKey, consentLabels, sourceLabels } from './labels.ts';
import { shortName, withNames } from './sentences.ts';
import { postalOfPlace } from './states.ts';

/** A consent as the tables and the map show it. */
export interface ConsentRow {
  readonly key: string;
  readonly name: string;
  readonly shortName: string;
  readonly postal: string | undefined;
  readonly capacity: string;
  readonly status: ConsentKey;
  readonly asked: number;
  /** What stands: a consent withdrawn counts for nothing more. */
  readonly granted: number;
  readonly words: string;
  readonly conditions: string;
  readonly endsOn: string | undefined;
  /** Days left, reminders, who stands in: a sentence each. */
  readonly notes: readonly string[];
  readonly source: Consent['source'];
  /** What of that which is asked would be first of its kind, a sentence each. */
  readonly firsts: readonly string[];
}

export function consentRows(outcome: Outcome, today: string, isWanted: (consent: Consent) => boolean): ConsentRow[] {
  const names = new Map(outcome.authority.tasks.map(({ task }) => [task.id, task.name]));
  return outcome.consents.filter(isWanted).map((consent) => ({
    key: `${consent.party.id} ${consent.capacity.id}`,
    name: consent.party.name,
    shortName: shortName(consent.party.name),
    postal: postalOfPlace(consent.placeId),
    capacity: consent.capacity.name,
    status: consentKey(consent),
    asked: consent.asked,
    granted: consent.status === 'withdrawn' ? 0 : consent.granted,
    words: consent.words,
    conditions: withNames(consent.conditions, names, shortDay),
    endsOn: consent.endsOn,
    notes: answerNotes(consent, today),
    source: consent.source,
    firsts: consent.firstOfItsKind,
  }));
}

export interface ConsentFilter {
  readonly status: ConsentKey | 'all';
  readonly text: string;
}

export function wanted(rows: readonly ConsentRow[], { status, text }: ConsentFilter): ConsentRow[] {
  const sought = text.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (status === 'all' || row.status === status) &&
      [row.name, row.postal ?? '', row.words, row.conditions].some((t) => t.toLowerCase().includes(sought)),
  );
}

export const consentValues = {
  name: (row: ConsentRow) => row.shortName,
  status: (row: ConsentRow) => consentLabels[row.status],
  asked: (row: ConsentRow) => row.asked,
  granted: (row: ConsentRow) => row.granted,
} as const;

const headings = [
  'Lender',
  'Capacity',
  'Status',
  'People asked',
  'People consented',
  'Conditions',
  'Words',
  'Ends on',
  'Notes',
  'Source kind',
  'Source',
];

export const consentsCsv = (rows: readonly ConsentRow[]): string =>
  csv([
    headings,
    ...rows.map((row) => [
      row.name,
      row.capacity,
      consentLabels[row.status],
      row.asked,
      row.granted,
      row.conditions,
      row.words,
      row.endsOn ?? '',
      row.notes.join(' '),
      row.source ? sourceLabels[row.source.kind] : '',
      row.source?.words ?? '',
    ]),
  ]);
