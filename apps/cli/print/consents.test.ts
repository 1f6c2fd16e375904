import type { Outcome } from '@muster/flow';
import type { Day } from '@muster/terms';
import { expect, it } from 'vitest';
import { consentsOn, printConsents } from './consents.ts';

const standIn = {
  standInId: 'sta_deputy',
  party: { id: 'isle', name: 'Isle' },
  period: { fromOn: '2025-05-10', toOn: '2025-06-01' },
  mostPeople: 5,
};
const consent = (name: string, over: object): Outcome['consents'][number] => ({
  party: { id: name, name },
  capacity: { id: 'lender', name: 'Lender' },
  side: 'lender',
  status: 'asked',
  asked: 10,
  granted: 0,
  partial: false,
  conditions: '',
  words: '',
  answerByOn: '2025-05-20',
  firstOfItsKind: [],
  reminders: [],
  standIns: [],
  ...over,
});
const consents = [
  consent('North', { status: 'granted', granted: 10, answeredBy: standIn, standIns: [standIn] }),
  consent('South', { reminders: [{ at: '2025-05-13T00:00:00Z', daysBefore: 7 }], standIns: [standIn] }),
  consent('East', { answerByOn: '2025-05-16' }),
];
const on = (day: string) => printConsents(consentsOn(consents, day as Day), day as Day).split('\n');

it('the most urgent come first, with days left, reminders, and who may stand in today', () => {
  const [, east, south, north] = on('2025-05-15');
  expect(east).toMatch(/^East +Lender +asked +10 +0 +2025-05-16 +1$/);
  expect(south).toMatch(/ 5 +7 before +Isle \(sta_deputy\) until before 2025-06-01, at most 5 people$/);
  expect(north).toMatch(/^North +Lender +granted +10 +10 +2025-05-20 +answered by Isle \(sta_deputy\)$/);
});

it('the last day is the day on which none is left, and after it is too late', () => {
  expect(consentsOn(consents, '2025-05-20' as Day).map((c) => c.daysLeft)).toEqual([0, undefined, undefined]);
  expect(on('2025-05-21').filter((row) => row.includes('too late'))).toHaveLength(2);
});

it('nobody stands in before their first day', () => {
  expect(on('2025-05-09').join('\n')).not.toContain('until before');
});
