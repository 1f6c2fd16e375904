import { expect, it } from 'vitest';
import { period, shortDay } from './days.ts';
import { commandLabel, consentKey, verdictOf } from './labels.ts';
import { change, counted, dollars, partOf } from './numbers.ts';
import { list, shortName, the, withNames } from './sentences.ts';
import { postalOfPlace, tileRows } from './states.ts';

it('a period is shown to its last day, which is the day before it ends', () => {
  expect(period({ fromOn: '2025-09-22', toOn: '2025-12-22' })).toMatch(/^Sep 22\s–\sDec 21, 2025$/);
});

it('numbers are said as people say them', () => {
  expect([counted(1, 'line'), counted(0, 'line'), counted(1200, 'entry', 'entries')]).toEqual([
    '1 line',
    '0 lines',
    '1,200 entries',
  ]);
  expect([change(-583), change(0), change(2000)]).toEqual(['−583', '0', '+2,000']);
  expect(dollars(32_799_497_400)).toBe('$327,994,974');
  expect([partOf(1, 3), partOf(1, 0)]).toEqual(['33.3%', '0%']);
});

it('ids of tasks and days within words become names and dates', () => {
  const names = new Map([['detentionSupport', 'Detention support']]);
  expect(withNames('not for detentionSupport, only until before 2025-10-01', names, shortDay)).toBe(
    'not for detention support, only until before Oct 1, 2025',
  );
});

it('names are listed, shortened and given their article', () => {
  expect([list([]), list(['a']), list(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
  expect(['State of Ohio', 'Territory of the U.S. Virgin Islands'].map(shortName)).toEqual([
    'Ohio',
    'U.S. Virgin Islands',
  ]);
  expect([the('State of Ohio'), the('EMAC')]).toEqual(['the State of Ohio', 'EMAC']);
});

it('what is contested needs counsel, unless it is forbidden all the same', () => {
  expect(verdictOf({ verdict: 'needs', contested: true })).toBe('contested');
  expect(verdictOf({ verdict: 'permitted', contested: true })).toBe('contested');
  expect(verdictOf({ verdict: 'forbidden', contested: true })).toBe('forbidden');
  expect(verdictOf({ verdict: 'needs', contested: false })).toBe('needs');
});

it('a grant for fewer is a grant in part; a consent withdrawn is no grant', () => {
  expect(consentKey({ status: 'granted', partial: true })).toBe('grantedInPart');
  expect(consentKey({ status: 'withdrawn', partial: true })).toBe('withdrawn');
});

it('a command is spelled out', () => {
  expect([commandLabel('SubmitRequest'), commandLabel('SeekConsents')]).toEqual([
    'Submitting the request',
    'Seek consents',
  ]);
});

it('each state and territory has one square, and rows are equally long', () => {
  const squares = tileRows.flat().filter(Boolean);
  expect(new Set(squares).size).toBe(56);
  expect(squares).toHaveLength(56);
  expect(new Set(tileRows.map((row) => row.length))).toEqual(new Set([11]));
  expect([postalOfPlace('us-tx'), postalOfPlace('us'), postalOfPlace(undefined)]).toEqual(['TX', undefined, undefined]);
});
