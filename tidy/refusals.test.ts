import { expect, it } from 'vitest';
import { refusalCodes } from '../core/0-terms/index.ts';
import { codeOf, exists, filesUnder, isTest, read } from './repository.ts';

const page = 'docs/reference/refusals.md';
const declared = 'core/0-terms/refusal.ts';

it(`every refusal is explained in ${page}`, () => {
  expect(exists(page), `${page} is missing`).toBe(true);
  const words = read(page);
  expect(refusalCodes.filter((code) => !new RegExp(`\\b${code}\\b`).test(words))).toEqual([]);
});

it('every refusal is given by some decision: a code that nothing gives misleads', () => {
  const product = filesUnder('core', 'adapters', 'apps')
    .filter((file) => file.endsWith('.ts') && !isTest(file) && file !== declared)
    .map((file) => codeOf(read(file)))
    .join('\n');
  expect(refusalCodes.filter((code) => !product.includes(`'${code}'`))).toEqual([]);
});
