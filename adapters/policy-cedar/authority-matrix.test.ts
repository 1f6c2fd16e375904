import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Verdict } from '@muster/decision';
import type { Day, TaskId } from '@muster/terms';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkLawPack } from './check/check-law-pack.ts';
import type { LawBook } from './explain/law-book.ts';
import { askRow, plainPlace, serviceRows } from './explain/matrix.ts';
import { loadLawPack } from './load-law-pack.ts';

/*
 * The research matrix says, for each status and task, what the sources were found to say. It isn't
 * part of the repository; where it lies beside it, the packs together are held to each of its cells.
 */
const matrix = fileURLToPath(new URL('../../../shared/data/authority_matrix.csv', import.meta.url));
const packs = ['us', 'us-wildfire', 'uk-maca', 'eu-ucpm'].map((name) =>
  fileURLToPath(new URL(`../../law/${name}`, import.meta.url)),
);

const verdicts = {
  permit: 'permitted',
  needs_approval: 'needs',
  contested: 'needs, contested',
  forbid: 'forbidden',
  unknown: 'noAuthority',
  // A pack that doesn't list the task has nothing to say of it.
  not_in_scope: 'noAuthority',
} as const;
const confidences = { high: 'high', med: 'medium', low: 'low' } as const;

const cellSchema = z.object({
  status: z.string(),
  task_class: z.string(),
  verdict: z.enum(['permit', 'needs_approval', 'contested', 'forbid', 'unknown', 'not_in_scope']),
  confidence: z.enum(['high', 'med', 'low']),
});

describe('the authority matrix', () => {
  if (!existsSync(matrix)) {
    it('is not here, so the cases of the packs stand for it', () => {
      console.log('No authority_matrix.csv beside this repository: the cases in law/ are checked instead.');
      for (const folder of packs) expect(checkLawPack(folder).faults, folder).toEqual([]);
    });
    return;
  }
  const cells = z.array(cellSchema).parse(parse(readFileSync(matrix), { columns: true, comment: '#', trim: true }));
  const books = packs.map(bookOf);
  const bookWith = new Map(books.flatMap((book) => book.codes.map(({ code }) => [code, book])));

  it('has 210 cells, and names no status that no pack knows', () => {
    expect(cells).toHaveLength(210);
    expect(cells.filter((cell) => !bookWith.has(cell.status))).toEqual([]);
  });

  it.each(cells)('$status $task_class: $verdict, $confidence', ({ status, task_class, verdict, confidence }) => {
    const book = bookWith.get(status);
    const row = book && serviceRows(book).find((one) => one.code === status);
    if (!book || !row) throw new Error(`No pack knows ${status}.`);
    const [taskId] = [...book.law.terms.tasks].find(([, { code }]) => code === task_class) ?? ['outOfScope' as TaskId];
    const answer = askRow(book.law, row, taskId, plainPlace(book), '2026-01-15' as Day);
    expect(told(answer)).toBe(verdicts[verdict]);
    // A cell without authority has no policy that could carry its confidence.
    if (answer.kind === 'noAuthority') return;
    expect(answer.because.map((policy) => policy.confidence)).toContain(confidences[confidence]);
  });
});

const told = ({ kind, contested }: Verdict): string => (contested ? `${kind}, contested` : kind);

function bookOf(folder: string): LawBook {
  const loaded = loadLawPack(folder);
  if (loaded.outcome === 'loaded') return loaded.book;
  throw new Error(`${folder} is not sound.`);
}
