import { expect, it } from 'vitest';
import { draft, outcome, record } from '../../tests/testing/page-server.ts';
import { answerNotes } from './answer-notes.ts';
import { consentRows, wanted } from './consent-rows.ts';
import { courseSteps } from './course-steps.ts';
import { askSentence, figureSentences, proofSentence } from './figure-sentences.ts';
import { refusedOpinions } from './refused-opinions.ts';
import { entriesOf, entriesWith } from './story-entries.ts';

it('the ask is one sentence', () => {
  expect(askSentence(outcome)).toBe(
    'The Department of Homeland Security asks the Department of Defense for 20,000 National Guard members for immigration enforcement and border support.',
  );
  expect(askSentence({ ...outcome, title: 'Help on the border' })).toContain('for 20,000 people: help on the border.');
});

it('before a step is taken its figure is not nought but not yet', () => {
  expect(figureSentences(draft).map((f) => f.n)).toEqual([20_000, undefined, undefined, undefined, undefined]);
  expect(
    courseSteps(draft)
      .map((s) => s.summary)
      .slice(0, 5),
  ).toEqual(['No line yet.', 'Not asked yet.', 'No opinion yet.', 'Nobody asked yet.', 'No plan yet.']);
});

it('a plan is called best only where the gap is nought', () => {
  expect(proofSentence(0)).toContain('Proved best');
  expect(proofSentence(0.013)).toBe('Within 1.3% of the best plan possible.');
  expect(proofSentence(undefined)).toBeUndefined();
});

it('a consent withdrawn counts for nothing more', () => {
  const rows = consentRows(outcome, '2025-09-01', (c) => c.side === 'lender');
  expect(rows.find((r) => r.postal === 'NC')).toMatchObject({ status: 'withdrawn', granted: 0, asked: 716 });
  expect(wanted(rows, { status: 'all', text: ' nc ' }).map((r) => r.postal)).toContain('NC');
  expect(wanted(rows, { status: 'refused', text: 'ohio' })).toEqual([]);
});

it('an answer not given yet says how long there is, who was reminded and who may stand in', () => {
  const [answered] = outcome.consents;
  if (!answered) throw new Error('The fixture has no consent.');
  expect(answerNotes(answered, '2025-09-01')).toEqual(['Given by State of Georgia, standing in.']);
  const reminders = [{ at: '2025-09-02T00:00:00Z', daysBefore: 7 }];
  const { answeredBy: _, ...waiting } = { ...answered, status: 'asked' as const, reminders };
  expect(answerNotes(waiting, '2025-09-08')).toEqual([
    '1 day left, until Sep 9, 2025.',
    'Reminded on Sep 2, 2025.',
    'State of Georgia may stand in.',
  ]);
  const late = answerNotes({ ...waiting, reminders: [] }, '2025-10-01');
  expect(late).toEqual(['The last day, Sep 9, 2025, has gone by.']);
});

it('conditions are told by the names of tasks', () => {
  const rows = consentRows(outcome, '2025-09-01', (c) => c.side === 'lender');
  expect(rows.find((r) => r.postal === 'AZ')?.conditions).toBe('not for detention support');
});

it('the opinion refused at first is found in the record', () => {
  expect(refusedOpinions(outcome, record)).toEqual([
    {
      at: '2025-05-20T16:00:00Z',
      who: 'Department of Defense',
      why: 'Cost, readiness are not found with evidence.',
      allowed: expect.stringContaining('Find each of the six criteria'),
    },
  ]);
});

it('the record of one request leaves out other requests, and stands in the order of time', () => {
  const other = { ...record[0], stream: 'request/req_other', at: '2020-01-01T00:00:00Z' } as (typeof record)[number];
  const own = entriesOf([other, ...record].reverse(), outcome);
  expect(own.map((e) => e.stream)).not.toContain('request/req_other');
  expect(own.map((e) => e.at)).toEqual(own.map((e) => e.at).sort());
  expect(entriesWith(own, 'CAROLINA withdraws')).toHaveLength(1);
});
