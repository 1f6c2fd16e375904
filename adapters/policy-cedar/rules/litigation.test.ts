import type { Day } from '@muster/terms';
import { describe, expect, it } from 'vitest';
import { litigationBy, readLitigation } from './litigation.ts';

describe('litigation as written', () => {
  it('is one note for each day that begins one', () => {
    expect(readLitigation('2025-09-02: Argued. 2025-12-23: Decided, for now.')).toEqual([
      { on: '2025-09-02', words: 'Argued.' },
      { on: '2025-12-23', words: 'Decided, for now.' },
    ]);
  });
  it('may go on over lines, and have words before its first day', () => {
    expect(readLitigation(' Nobody is sure. \n\n2025-09-02: Argued\non appeal. ')).toEqual([
      { words: 'Nobody is sure.' },
      { on: '2025-09-02', words: 'Argued\non appeal.' },
    ]);
  });
  it('is words without a day where none begins it, or none such is in the calendar', () => {
    for (const words of [
      'Argued.',
      '2025-02-30: Argued.',
      'Since 2025-09-02 argued.',
      '2025-9-2: Argued.',
      '2025-09-02:',
    ]) {
      expect(readLitigation(words)).toEqual([{ words }]);
    }
  });
  it('does not take a longer number for a day', () => {
    expect(readLitigation('No. 12025-09-02: argued.')).toEqual([{ words: 'No. 12025-09-02: argued.' }]);
    expect(readLitigation('2025-09-02: Docket 2025-09-023: argued.')).toEqual([
      { on: '2025-09-02', words: 'Docket 2025-09-023: argued.' },
    ]);
  });
  it('is none where nothing is written', () => {
    expect(readLitigation('')).toEqual([]);
    expect(readLitigation(' \n ')).toEqual([]);
  });
});

describe('litigation known by a day', () => {
  const notes = [
    { words: 'Unsettled.' },
    { on: '2025-09-02' as Day, words: 'Argued.' },
    { on: '2025-12-23' as Day, words: 'Decided.' },
  ];
  it.each([
    ['2025-09-01', 'Unsettled.'],
    ['2025-09-02', 'Unsettled. 2025-09-02: Argued.'],
    ['2026-01-01', 'Unsettled. 2025-09-02: Argued. 2025-12-23: Decided.'],
  ])('%s: %s', (on, words) => {
    expect(litigationBy(notes, on as Day)).toBe(words);
  });
  it('is none before the first day', () => {
    expect(litigationBy(notes.slice(1), '2025-09-01' as Day)).toBeUndefined();
    expect(litigationBy([], '2025-09-01' as Day)).toBeUndefined();
  });
});
