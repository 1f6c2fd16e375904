import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { exists, filesUnder, isTest, read } from './repository.ts';

/**
 * So that core/0-terms does not become a drawer by another name, each file in it has a row in GLOSSARY.md:
 * a table row that holds the file's name as a word, in the singular or as it stands, hyphens as they are or as spaces.
 */
it('each term has its row in GLOSSARY.md', () => {
  expect(exists('GLOSSARY.md'), 'GLOSSARY.md is missing').toBe(true);
  const rows = read('GLOSSARY.md')
    .split('\n')
    .filter((line) => line.startsWith('|'));
  const hasRow = (term: string) => {
    const word = new RegExp(`\\b${term.replace(/s$/, '').replace(/-/g, '[- ]')}s?\\b`, 'i');
    return rows.some((row) => word.test(row));
  };
  const terms = filesUnder('core/0-terms')
    .filter((file) => file.endsWith('.ts') && !isTest(file) && !file.endsWith('/index.ts'))
    .map((file) => basename(file, '.ts'));
  expect(terms.filter((term) => !hasRow(term))).toEqual([]);
});
